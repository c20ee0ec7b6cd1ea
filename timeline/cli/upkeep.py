"""Commands that keep the database, and open its page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.app import app, databases
from timeline.cli.options import (
    Database,
    Port,
)
from timeline.commands.terminal import guarded


@app.command()
@guarded
def dashboard(
    port: Port = 8501,
    database: Database = None,
    read_only: Annotated[
        bool,
        typer.Option("--read-only", envvar="TIMELINE_READ_ONLY", help="Nothing is reviewed or added."),
    ] = False,
) -> int:
    """Open the timeline in a browser, on this machine only."""
    from timeline.commands import dashboard as command

    return command.dashboard(port, database, read_only=read_only)


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
