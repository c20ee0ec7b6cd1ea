"""How the commands are called; what they do is in `timeline.commands`, loaded when it is needed."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from timeline.commands.terminal import guarded, say
from timeline.values import Kind

app = typer.Typer(
    name="timeline",
    help="Reads Arabic news: dated events and casualty figures, each with the sentence that says so.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
databases = typer.Typer(help="The schema and the health of the database.", no_args_is_help=True)
app.add_typer(databases, name="database")
reviews = typer.Typer(help="Accept, correct or reject what was read.", no_args_is_help=True)
app.add_typer(reviews, name="review")

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH", help="Text, Markdown, HTML, JSON Lines, CSV or Parquet files, folders of them, or -."
    ),
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


@app.command()
@guarded
def ingest(
    paths: Inputs,
    published: Published = None,
    timezone: Timezone = None,
    text_column: TextColumn = "text",
    id_column: IdColumn = "id",
    published_column: PublishedColumn = "published",
    title_column: TitleColumn = "title",
    outlet_column: OutletColumn = "outlet",
    url_column: UrlColumn = "url",
    database: Database = None,
    anchors: Anchors = None,
) -> int:
    """Read articles and store what they say.

    The same articles again change nothing.
    """
    from timeline.commands import ingest as command

    columns = (text_column, id_column, published_column, title_column, outlet_column, url_column)
    return command.ingest(paths, published, timezone, columns, database, anchors)


@app.command()
@guarded
def extract(
    paths: Inputs,
    published: Published = None,
    timezone: Timezone = None,
    text_column: TextColumn = "text",
    id_column: IdColumn = "id",
    published_column: PublishedColumn = "published",
    title_column: TitleColumn = "title",
    outlet_column: OutletColumn = "outlet",
    url_column: UrlColumn = "url",
    anchors: Anchors = None,
) -> int:
    """Print what articles say as JSON Lines.

    In the order of the input, without a database.
    """
    from timeline.commands import extract as command

    columns = (text_column, id_column, published_column, title_column, outlet_column, url_column)
    return command.extract(paths, published, timezone, columns, anchors)


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
def tolls(
    *,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Only killed, injured, …; give it again for more.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="Only there, in any spelling.")] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Published on that day or later.")
    ] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Published on that day at last.")] = None,
    claimant: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this role or name claims.")] = None,
    rule: Annotated[
        str | None,
        typer.Option(metavar="RULE", help="One number: latest, range, conservative, two-sources or claimant:NAME."),
    ] = None,
    daily: Annotated[bool, typer.Option("--daily", help="How many a day, by difference or by period.")] = False,
    basis: Annotated[
        Literal["difference", "period"] | None, typer.Option(help="With --daily: from totals or from counts of a day.")
    ] = None,
    form: Annotated[Literal["table", "csv", "json"], typer.Option("--format", help="How it is printed.")] = "table",
    limit: Annotated[int, typer.Option(metavar="ROWS", min=0, help="At most so many rows a table; 0: all.")] = 40,
    database: Database = None,
) -> int:
    """Show how tolls move from report to report, and what contradicts them."""
    from timeline.commands import tolls as command
    from timeline.tolls.rules import RuleProblem, parse_rule

    if basis and not daily:
        raise typer.BadParameter("--basis needs --daily")
    if unknown := set(kind or ()) - set(get_args(Kind)):
        raise typer.BadParameter(f"--kind {min(unknown)} is none of {', '.join(get_args(Kind))}")
    try:
        chosen = parse_rule(rule) if rule else None
    except RuleProblem as problem:
        raise typer.BadParameter(str(problem)) from None
    wanted = command.Wanted(tuple(kind or ()), place, since and since.date(), until and until.date(), claimant)
    return command.tolls(wanted, chosen, command.Days(basis) if daily else None, command.Form(form, limit), database)


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
        bool, typer.Option(help="Beside CSV and JSON Lines, FILE.meta.json: when, which filters, how many rows.")
    ] = True,
    first_day: Annotated[Day, typer.Option("--from", formats=["%Y-%m-%d"], metavar="DAY", help="2023-05-01.")] = None,
    last_day: Annotated[Day, typer.Option("--to", formats=["%Y-%m-%d"], metavar="DAY", help="Included.")] = None,
    types: Annotated[Several, typer.Option("--type", metavar="TYPE", help="Of event: air_strike,raid.")] = None,
    kinds: Annotated[Several, typer.Option("--kind", metavar="KIND", help="Of figure: killed,injured.")] = None,
    categories: Annotated[Several, typer.Option("--category", metavar="CODE", help="children,ps.")] = None,
    statuses: Annotated[Several, typer.Option("--status", metavar="STATUS", help="Of event: asserted.")] = None,
    places: Annotated[Several, typer.Option("--place", metavar="NAME", help="As written.")] = None,
    sources: Annotated[Several, typer.Option("--source", metavar="WORDS", help="In the claimant's name.")] = None,
    outlets: Annotated[Several, typer.Option("--outlet", metavar="NAME", help="Who published it.")] = None,
    words: Annotated[str, typer.Option("--words", metavar="WORDS", help="All in the sentence or the title.")] = "",
    database: Database = None,
) -> int:
    """Write events, figures or articles for other programs.

    Filters may be given several times; of one filter's values, one must fit.
    """
    from timeline.commands import asked, exporting

    form = asked.format_of(file_format, output, excel)
    codes = {"type": types or [], "kind": kinds or [], "category": categories or [], "status": statuses or []}
    names = {"place": places or [], "source": sources or [], "outlet": outlets or []}
    filters = asked.filters_of(first_day, last_day, codes=codes, names=names, words=words)
    return exporting.export(form, asked.what_of(form, what), filters, output, excel, metadata, database)


@app.command()
@guarded
def sql(
    query: Annotated[
        str | None, typer.Argument(metavar="QUERY", help="One SELECT on timeline_events, …; -: standard input.")
    ] = None,
    file: Annotated[Path | None, typer.Option(metavar="FILE", help="Read the query from a file.")] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, a list of objects.")] = False,
    limit: Annotated[int, typer.Option(metavar="ROWS", min=1, help="At most so many rows.")] = 1000,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.001, max=3600, help="At most so long.")] = 2,
    database: Database = None,
) -> int:
    """Ask the database; nothing can be changed."""
    from timeline.commands import asking

    if csv and json:
        raise typer.BadParameter("give either --csv or --json")
    if (query is None) == (file is None):
        raise typer.BadParameter("give either a QUERY (or -) or --file FILE")
    form: Literal["table", "csv", "json"] = "csv" if csv else "json" if json else "table"
    return asking.ask(asking.query_text(query, file), form, limit, timeout, database)


@app.command()
@guarded
def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help='All of them; "in quotation marks": side by side; *: any ending.'),
    ],
    json: Annotated[bool, typer.Option("--json", help="Print JSON, a list of objects.")] = False,
    limit: Annotated[int, typer.Option(metavar="ROWS", min=0, help="At most so many articles; 0: all.")] = 40,
    database: Database = None,
) -> int:
    """Find articles by their words, however they are spelt.

    Hamza, ta marbuta, tashkeel, digits and joined particles make no difference.
    """
    from timeline.commands import searching

    return searching.search(words, limit, json, database)


@app.command()
@guarded
def reread(
    everything: Annotated[bool, typer.Option("--all", help="Also what this version has read.")] = False,
    database: Database = None,
) -> int:
    """Read stored articles again that an older version read.

    Reviews are kept.
    """
    from timeline.commands import reread as command

    return command.reread(everything, database)


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
    """Say whether the schema is the newest and the data is sound; nothing is changed."""
    from timeline.commands import database as command

    return command.check(database)


@databases.command()
@guarded
def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")], database: Database = None
) -> int:
    """Copy the database to a new file, also while others write to it."""
    from timeline.commands import database as command

    return command.backup(target, database)


@reviews.command("list")
@guarded
def list_reviews(
    item: Annotated[Literal["figure", "event", "time"], typer.Option(help="Which rows.")] = "figure",
    status: Annotated[
        Literal["pending", "accepted", "corrected", "rejected", "all", "log"],
        typer.Option(help="pending: not looked at; log: who decided what."),
    ] = "pending",
    document: Annotated[int | None, typer.Option(metavar="ID", help="Of one article only.")] = None,
    limit: Annotated[int, typer.Option(metavar="ROWS", min=0, help="At most so many rows; 0: all.")] = 40,
    database: Database = None,
) -> int:
    """Print what there is to review, or what was decided."""
    from timeline.commands import review as command

    return command.show(item, status, document, limit, database)


@reviews.command()
@guarded
def accept(name: Reviewed, who: Who = None, why: Why = None, database: Database = None) -> int:
    """Say that something was read rightly."""
    from timeline.commands import review as command

    return command.decide(name, "accepted", (), who, why, database)


@reviews.command()
@guarded
def correct(
    name: Reviewed,
    corrections: Annotated[list[str], typer.Argument(metavar="COLUMN=VALUE", help="low=22 high=25; place= for none.")],
    who: Who = None,
    why: Why = None,
    database: Database = None,
) -> int:
    """Correct columns of something that was read; the views show them from then on."""
    from timeline.commands import review as command

    return command.decide(name, "corrected", corrections, who, why, database)


@reviews.command()
@guarded
def reject(name: Reviewed, who: Who = None, why: Why = None, database: Database = None) -> int:
    """Say that something is not in the article; it leaves the views."""
    from timeline.commands import review as command

    return command.decide(name, "rejected", (), who, why, database)


@reviews.command()
@guarded
def undo(name: Reviewed, who: Who = None, why: Why = None, database: Database = None) -> int:
    """Take the last review of something back."""
    from timeline.commands import review as command

    return command.decide(name, "undone", (), who, why, database)


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
