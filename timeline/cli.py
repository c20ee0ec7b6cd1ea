"""How the commands are called; what they do is in `timeline.commands`, loaded when it is needed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from timeline.commands.terminal import guarded, say

app = typer.Typer(
    name="timeline",
    help="Reads Arabic news: dated events and casualty figures, each with the sentence that says so.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
databases = typer.Typer(help="The schema and the health of the database.", no_args_is_help=True)
app.add_typer(databases, name="database")

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Text, Markdown or JSON Lines files, folders of them, or -: standard input."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="Publication time of articles that have none: 2023-05-10T20:15+03:00."),
]
Timezone = Annotated[
    str | None,
    typer.Option(metavar="ZONE", help="Zone (Asia/Gaza) of publication times without an offset; none is assumed."),
]
Anchors = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="TOML file with the beginnings of wars, beside those that are known."),
]
Database = Annotated[
    str | None,
    typer.Option(
        metavar="DATABASE", envvar="TIMELINE_DATABASE_URL", help="SQLite file or URL.  [default: timeline.db]"
    ),
]
Port = Annotated[int, typer.Option(metavar="PORT", min=1, max=65535, help="On 127.0.0.1.")]


@app.command()
@guarded
def ingest(
    paths: Inputs,
    published: Published = None,
    timezone: Timezone = None,
    database: Database = None,
    anchors: Anchors = None,
) -> int:
    """Read articles and store what they say.

    The same articles again change nothing.
    """
    from timeline.commands import ingest as command

    return command.ingest(paths, published, timezone, database, anchors)


@app.command()
@guarded
def extract(paths: Inputs, published: Published = None, timezone: Timezone = None, anchors: Anchors = None) -> int:
    """Print what articles say as JSON Lines.

    In the order of the input, without a database.
    """
    from timeline.commands import extract as command

    return command.extract(paths, published, timezone, anchors)


@app.command()
@guarded
def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A phrase in quotation marks, or - for standard input.")],
    published: Published = None,
    timezone: Timezone = None,
    anchors: Anchors = None,
) -> int:
    """Show why each phrase of a text means what it means."""
    from timeline.commands import explain as command

    return command.explain(text, published, timezone, anchors)


@app.command()
@guarded
def redate(
    article: Annotated[
        str | None,
        typer.Argument(
            metavar="ARTICLE", help="Its URL, id or number; without it, all undated whose text says a date."
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="TIME", help="When it was published; without it, what its text says.")
    ] = None,
    timezone: Timezone = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and change nothing.")] = False,
    database: Database = None,
    anchors: Anchors = None,
) -> int:
    """Give stored articles their publication date.

    Their relative times are resolved by it.
    """
    from timeline.commands import redate as command

    if published is not None and article is None:
        raise typer.BadParameter("--published needs the ARTICLE that it dates")
    return command.redate(article, published, timezone, dry_run, database, anchors)


@app.command()
@guarded
def show(
    database: Database = None,
    limit: Annotated[int, typer.Option(metavar="ROWS", min=0, help="At most so many rows a table; 0: all.")] = 40,
) -> int:
    """Print the timeline and the figures as tables."""
    from timeline.commands import show as command

    return command.show(database, limit)


@app.command()
@guarded
def export(
    file_format: Annotated[str, typer.Option("--format", metavar="csv", help="Kind of file.")] = "csv",
    what: Annotated[Literal["figures", "events"], typer.Option(help="Which rows.")] = "figures",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="- is standard output.")] = "-",
    excel: Annotated[bool, typer.Option("--excel", help="For Excel: Arabic shows, no formula runs.")] = False,
    database: Database = None,
) -> int:
    """Write the figures or the events for other programs."""
    from timeline.commands import exporting

    if file_format != "csv":
        raise typer.BadParameter(f"--format {file_format} is not written, only csv; --excel makes it fit for Excel")
    return exporting.export("csv", what, output, excel, database)


@app.command()
@guarded
def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="One SELECT on timeline_events, reported_figures, …")],
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, a list of objects.")] = False,
    limit: Annotated[int, typer.Option(metavar="ROWS", min=1, help="At most so many rows.")] = 1000,
    database: Database = None,
) -> int:
    """Ask the database; nothing can be changed."""
    from timeline.commands import asking

    if csv and json:
        raise typer.BadParameter("give either --csv or --json")
    return asking.ask(query, "csv" if csv else "json" if json else "table", limit, database)


@app.command()
@guarded
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Annotated documents, or phrases.")],
    floors: Annotated[Path | None, typer.Option(metavar="FILE", help="TOML file: scores that must be reached.")] = None,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="Raise the floors to these scores.")] = False,
    lower_floors: Annotated[
        bool, typer.Option("--lower-floors", help="Set them to these scores even where that is lower.")
    ] = False,
    failures: Annotated[bool, typer.Option("--failures", help="One line for each thing read wrong.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Scores as JSON.")] = False,
) -> int:
    """Score the reading against gold documents or phrases."""
    from timeline.commands import evaluating

    if (raise_floors or lower_floors) and floors is None:
        raise typer.BadParameter("--raise-floors and --lower-floors need --floors FILE")
    return evaluating.score(gold, floors, raise_floors, lower_floors, failures, json)


@app.command()
@guarded
def dashboard(port: Port = 8501, database: Database = None) -> int:
    """Open the timeline in a browser, on this machine only."""
    from timeline.commands import dashboard as command

    return command.dashboard(port, database)


@databases.command()
@guarded
def upgrade(database: Database = None) -> int:
    """Create the database, or bring it to the newest schema."""
    from timeline.commands import database as command

    return command.upgrade(database)


@databases.command()
@guarded
def check(database: Database = None) -> int:
    """Say whether the schema is the newest and the file is sound; nothing is changed."""
    from timeline.commands import database as command

    return command.check(database)


def _print_version(wanted: bool) -> None:
    if wanted:
        from timeline.commands.version import program_version

        say(f"timeline {program_version()}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    pass


def main() -> None:
    """The console script: Arabic leaves as UTF-8 whatever the locale, and Ctrl-C is no accident."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a stream of text
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(1)
