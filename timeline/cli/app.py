"""The program and its groups of commands."""

from __future__ import annotations

import typer

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
