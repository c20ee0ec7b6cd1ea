"""Arguments and options that several commands share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Files, folders, archives, feeds, addresses, a .list of them, or -: see docs/sources.md.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="Publication time, whatever the articles say: 2023-05-10T20:15+03:00."),
]
Timezone = Annotated[
    str | None,
    typer.Option(metavar="ZONE", help="Zone (Asia/Gaza) of publication times without an offset; none is assumed."),
]
Anchors = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="TOML file with the beginnings of wars, beside those that are known."),
]
AllowLocal = Annotated[
    bool, typer.Option("--allow-local", help="Let addresses lead to this machine and its network, and to file: URLs.")
]
FailFast = Annotated[bool, typer.Option("--fail-fast", help="Stop at the first input that cannot be read.")]
FailureList = Annotated[
    Path | None, typer.Option("--failures", metavar="FILE.list", help="List there what failed, to be read again.")
]
Workers = Annotated[
    int | None,
    typer.Option(
        metavar="N", min=1, max=1000, help="Processes that read; 1 for a pipe that goes on.  [default: every core]"
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(metavar="FOLDER", help="Write Parquet files here, one for each input; what is there is not redone."),
]
Scheduler = Annotated[
    str | None,
    typer.Option(metavar="ADDRESS", help="With --output: read on the Dask cluster of this scheduler, tcp://host:8786."),
]
LocalCluster = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, max=1000, help="With --output: read with so many Dask workers on this machine."),
]
TextColumn = Annotated[str, typer.Option(metavar="NAME", help="Of CSV and Parquet: where the article stands.")]
IdColumn = Annotated[str, typer.Option(metavar="NAME", help="Where its id stands, if there is one.")]
PublishedColumn = Annotated[str, typer.Option(metavar="NAME", help="Where its publication time stands.")]
TitleColumn = Annotated[str, typer.Option(metavar="NAME", help="Where its title stands.")]
OutletColumn = Annotated[str, typer.Option(metavar="NAME", help="Where the name of its outlet stands.")]
UrlColumn = Annotated[str, typer.Option(metavar="NAME", help="Where its address stands.")]
Database = Annotated[
    str | None,
    typer.Option(
        metavar="DATABASE", envvar="TIMELINE_DATABASE_URL", help="SQLite file or URL.  [default: timeline.db]"
    ),
]
Day = datetime | None
Several = list[str] | None
Reviewed = Annotated[str, typer.Argument(metavar="NAME", help="A row: figure:12, event:3 or time:7.")]
Who = Annotated[
    str | None, typer.Option(metavar="NAME", envvar="TIMELINE_REVIEWER", help="Who says so.  [default: the user]")
]
Why = Annotated[str | None, typer.Option(metavar="TEXT", help="The reason, kept with the review.")]
Port = Annotated[int, typer.Option(metavar="PORT", min=1, max=65535, help="On 127.0.0.1.")]
