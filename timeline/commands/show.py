"""`timeline show`: the timeline and the figures as tables in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten

from sqlalchemy import Engine

from timeline.commands.terminal import console, say, table
from timeline.periods import UNRESOLVED, count, is_relative, period
from timeline.store.asking.origins import given_ids
from timeline.store.asking.queries import counts, events_between, figures_between
from timeline.store.opening.database import database_url, open_existing
from timeline.store.opening.problems import name_of
from timeline.store.views.rows import EventRow, FigureRow

_BRIEF = 72
_WIDE = 100  # columns of a terminal; in a narrower one the figures go without what can be missed most easily
_LESS_NEEDED = {"scope", "categories", "article"}
# Arabic and Latin columns take turns, so that a terminal that reorders Arabic keeps the columns where they are.
EVENTS = ("when", "trigger", "type", "place", "status", "sentence")
FIGURES = ("when", "figure", "kind", "count", "part of", "scope", "source", "categories", "article")


def show(database: str | None, limit: int) -> int:
    """Print at most `limit` rows of each table (0: all of them), earliest first."""
    engine = open_existing(database_url(database))
    try:
        _show(engine, limit)
    finally:
        engine.dispose()
    return 0


def _show(engine: Engine, limit: int) -> None:
    there = counts(engine)
    if not there.events and not there.figures:
        say(f"{name_of(engine.url)} holds no events and no figures yet; read some with: timeline ingest PATH")
        return
    events = events_between(engine, limit=limit or None)
    figures = figures_between(engine, limit=limit or None)
    console().print(table("Timeline", EVENTS, [_event(event) for event in events]))
    _say_what_is_missing(len(events), there.events)
    _print_figures(_figures(figures, given_ids(engine)))
    _say_what_is_missing(len(figures), there.figures)


def _say_what_is_missing(shown: int, there: int) -> None:
    if shown < there:
        say(f"{shown} of {there} shown; --limit 0 shows all")


def _print_figures(rows: Sequence[dict[str, str]]) -> None:
    wide = console().width >= _WIDE
    columns = [name for name in FIGURES if wide or name not in _LESS_NEEDED]
    console().print(table("Figures", columns, [[row[name] for name in columns] for row in rows]))


def _event(event: EventRow) -> tuple[str, ...]:
    return _when(event), event.text, event.type, _where(event), event.status, _brief(event.sentence)


def _where(event: EventRow) -> str:
    """«طرابلس (LY)»: the name as written, with the country where the gazetteer knows the place."""
    if event.place and event.country and event.place_kind != "country":
        return f"{event.place} ({event.country})"
    return event.place or "–"


def _when(row: EventRow | FigureRow) -> str:
    undated = row.begin is None and row.end_time is None
    waits = undated and row.published is None and is_relative(row.value or "")
    return UNRESOLVED if waits else period(row.begin, row.end_time)


def _brief(text: str) -> str:
    """The beginning of a text, cut between words: the whole of it is in the database."""
    return shorten(text, _BRIEF, placeholder=" …")


def _figures(figures: list[FigureRow], given: dict[int, str]) -> list[dict[str, str]]:
    wholes = {figure.id: count(figure.low, figure.high, figure.qualifier) for figure in figures}
    return [
        {
            "when": _when(figure),
            "figure": figure.text,
            "kind": figure.kind,
            "count": wholes[figure.id],
            "part of": wholes.get(figure.part_of or 0, "–"),
            "scope": figure.scope,
            "source": figure.source or "–",
            "categories": figure.categories or "–",
            "article": _brief(figure.title or _last_part(given[figure.document_id])),
        }
        for figure in figures
    ]


def _last_part(given_id: str) -> str:
    """The name of a file without its folders."""
    return given_id.rstrip("/").rsplit("/", 1)[-1] or "–"
