"""Commands by which people judge what was read."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from timeline.cli.app import reviews
from timeline.cli.options import (
    Database,
    Reviewed,
    Who,
    Why,
)
from timeline.commands.terminal import guarded


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
