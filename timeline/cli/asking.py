"""Commands that answer from the database."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal, get_args

import typer

from timeline.cli.app import app
from timeline.cli.options import (
    Database,
)
from timeline.commands.terminal import guarded
from timeline.values import Kind


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
