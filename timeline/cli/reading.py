"""Commands that read articles, and read them again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.app import app
from timeline.cli.options import (
    AllowLocal,
    Anchors,
    Database,
    FailFast,
    FailureList,
    IdColumn,
    Inputs,
    LocalCluster,
    OutletColumn,
    Output,
    Published,
    PublishedColumn,
    Scheduler,
    TextColumn,
    Timezone,
    TitleColumn,
    UrlColumn,
    Workers,
)
from timeline.commands.terminal import guarded


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
    allow_local: AllowLocal = False,
    fail_fast: FailFast = False,
    failure_list: FailureList = None,
    workers: Workers = None,
) -> int:
    """Read articles and store what they say.

    The same articles again change nothing.
    """
    from timeline.commands import ingest as command
    from timeline.commands.failures import failures_for

    columns = (text_column, id_column, published_column, title_column, outlet_column, url_column)
    return command.ingest(
        *(paths, published, timezone, columns, database, anchors),
        allow_local=allow_local,
        failures=failures_for(fail_fast, failure_list),
        workers=workers,
    )


@app.command()
@guarded
def watch(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS.toml", help="Which feeds, and how often.")],
    once: Annotated[bool, typer.Option("--once", help="One round now, for cron.")] = False,
    database: Database = None,
    anchors: Anchors = None,
    allow_local: AllowLocal = False,
) -> int:
    """Store what is new in feeds, again and again.

    Until Ctrl-C; a restart goes on where it stopped.
    """
    from timeline.commands import watch as command

    return command.watch(feeds, database, once=once, allow_local=allow_local, anchors=anchors)


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
    allow_local: AllowLocal = False,
    fail_fast: FailFast = False,
    failure_list: FailureList = None,
    workers: Workers = None,
    output: Output = None,
    scheduler: Scheduler = None,
    local_cluster: LocalCluster = None,
) -> int:
    """Print what articles say as JSON Lines, or write it as Parquet.

    In the order of the input, without a database.
    """
    from timeline.commands import extract as command
    from timeline.commands import spread
    from timeline.commands.failures import failures_for

    if sum(each is not None for each in (workers, scheduler, local_cluster)) > 1:
        raise typer.BadParameter("give one of --workers, --scheduler and --local-cluster")
    where = spread.Where(workers, scheduler, local_cluster)
    columns = (text_column, id_column, published_column, title_column, outlet_column, url_column)
    if output is not None:
        if allow_local or fail_fast or failure_list:
            raise typer.BadParameter("--allow-local, --fail-fast and --failures do not go with --output")
        return spread.extract_to(output, paths, published, timezone, columns, anchors, where)
    if where.is_dask:
        raise typer.BadParameter("--scheduler and --local-cluster need --output FOLDER")
    return command.extract(
        *(paths, published, timezone, columns, anchors),
        allow_local=allow_local,
        failures=failures_for(fail_fast, failure_list),
        workers=workers,
    )


@app.command()
@guarded
def load(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="What timeline extract --output has written.")],
    database: Database = None,
    workers: Workers = None,
) -> int:
    """Store what was read before, by many machines.

    The same files again change nothing.
    """
    from timeline.commands import load as command

    return command.load(folder, database, workers)


@app.command()
@guarded
def explain(
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="A phrase in quotation marks, or - for standard input.")
    ] = None,
    article: Annotated[
        str | None, typer.Option(metavar="FILE", help="Instead: an article, printed with everything marked.")
    ] = None,
    published: Published = None,
    timezone: Timezone = None,
    anchors: Anchors = None,
) -> int:
    """Show why each phrase of a text means what it means."""
    from timeline.commands import explain as command

    if (text is None) == (article is None):
        raise typer.BadParameter("give either a TEXT (or -) or --article FILE")
    if article is not None:
        return command.explain_article(article, published, timezone, anchors)
    return command.explain(text or "", published, timezone, anchors)


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
