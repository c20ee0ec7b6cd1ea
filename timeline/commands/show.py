"""`timeline show`: the timeline and the figures as tables in the terminal."""

from __future__ import annotations

from textwrap import shorten

from timeline.commands.periods import count, period
from timeline.commands.terminal import console, say, table
from timeline.store.database import database_url, open_database
from timeline.store.problems import name_of
from timeline.store.queries import events_between, figures_between
from timeline.store.views import EventRow, FigureRow

_BRIEF = 72
# Arabic and Latin columns take turns, so that a terminal that reorders Arabic keeps the columns where they are.
EVENTS = ("when", "trigger", "type", "place", "status", "sentence")
FIGURES = ("when", "figure", "kind", "count", "part of", "scope", "source", "categories", "article")


def show(database: str | None, limit: int | None) -> int:
    """Print at most `limit` rows of each table, earliest first."""
    engine = open_database(database_url(database))
    events, figures = events_between(engine, limit=limit), figures_between(engine, limit=limit)
    engine.dispose()
    if not events and not figures:
        say(f"{name_of(engine.url)} holds no events and no figures yet; read some with: timeline ingest PATH")
        return 0
    console().print(table("Timeline", EVENTS, [_event(event) for event in events]))
    console().print(table("Figures", FIGURES, _figures(figures)))
    return 0


def _event(event: EventRow) -> tuple[str, ...]:
    when = period(event.begin, event.end_time)
    return when, event.text, event.type, event.place or "–", event.status, _brief(event.sentence)


def _brief(text: str) -> str:
    """The beginning of a text, cut between words: the whole of it is in the database."""
    return shorten(text, _BRIEF, placeholder=" …")


def _figures(figures: list[FigureRow]) -> list[tuple[str, ...]]:
    wholes = {figure.id: count(figure.low, figure.high, figure.qualifier) for figure in figures}
    return [
        (
            period(figure.begin, figure.end_time),
            figure.text,
            figure.kind,
            wholes[figure.id],
            wholes.get(figure.part_of or 0, "–"),
            figure.scope,
            figure.source or "–",
            figure.categories or "–",
            _brief(figure.title) if figure.title else "–",
        )
        for figure in figures
    ]
