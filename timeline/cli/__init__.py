"""How the commands are called; what they do is in `timeline.commands`, loaded when it is needed."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated

import typer

from timeline.cli.app import app
from timeline.cli.locales import print_utf_8, start_again_in_utf_8
from timeline.commands.terminal import say

__all__ = ["app", "main"]

for _commands in ("reading", "asking", "export", "review", "upkeep"):  # in the order of the help
    import_module(f"timeline.cli.{_commands}")


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
    """The console script: Arabic is UTF-8 whatever the locale, and Ctrl-C is no accident."""
    start_again_in_utf_8()
    print_utf_8()
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(1)
