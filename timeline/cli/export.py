"""The command that writes for other programs."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from timeline.cli.app import app
from timeline.cli.options import (
    Database,
    Day,
    Several,
)
from timeline.commands.terminal import guarded


@app.command()
@guarded
def export(
    file_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="csv, xlsx, parquet, jsonl, datapackage, hxl, geojson, ical, timelinejs, acled or ucdp; "
            "without it, by the suffix of FILE.",
        ),
    ] = None,
    what: Annotated[
        Literal["figures", "events", "documents", "unresolved_times"] | None,
        typer.Option(help="Which rows.  [default: what the format is for, else figures]"),
    ] = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="- is standard output.")] = "-",
    excel: Annotated[bool, typer.Option("--excel", help="CSV for Excel: Arabic shows, no formula runs.")] = False,
    metadata: Annotated[
        bool | None,
        typer.Option(
            help="When, which filters, how many rows: FILE.meta.json beside CSV and JSON Lines, a line of standard "
            "error beside -.  [default: beside files]",
            show_default=False,
        ),
    ] = None,
    first_day: Annotated[Day, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DAY", help="2023-05-01.")] = None,
    last_day: Annotated[Day, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DAY", help="Included.")] = None,
    types: Annotated[Several, typer.Option("--type", metavar="TYPE", help="Of event: air_strike,raid.")] = None,
    kinds: Annotated[Several, typer.Option("--kind", metavar="KIND", help="Of figure: killed,injured.")] = None,
    categories: Annotated[Several, typer.Option("--category", metavar="CODE", help="children,ps.")] = None,
    statuses: Annotated[Several, typer.Option("--status", metavar="STATUS", help="Of event: asserted.")] = None,
    reviews: Annotated[
        Several, typer.Option("--reviewed", metavar="REVIEW", help="accepted,corrected or unreviewed.")
    ] = None,
    places: Annotated[Several, typer.Option("--place", metavar="NAME", help="As written.")] = None,
    sources: Annotated[Several, typer.Option("--source", metavar="WORDS", help="In the claimant's name.")] = None,
    outlets: Annotated[Several, typer.Option("--outlet", metavar="NAME", help="Who published it.")] = None,
    words: Annotated[
        str,
        typer.Option(
            "--words", metavar="WORDS", help="All in the sentence or the title; of documents, in the text or the title."
        ),
    ] = "",
    database: Database = None,
) -> int:
    """Write events, figures or articles for other programs.

    Filters may be given several times; of one filter's values, one must fit.
    """
    from timeline.commands import asked, exporting

    form = asked.format_of(file_format, output, excel)
    codes = {"type": types, "kind": kinds, "category": categories, "status": statuses, "reviewed": reviews}
    given = {name: each or [] for name, each in codes.items()}
    names = {"place": places or [], "source": sources or [], "outlet": outlets or []}
    filters = asked.filters_of(first_day, last_day, codes=given, names=names, words=words)
    return exporting.export(form, asked.what_of(form, what), filters, output, excel, metadata, database)
