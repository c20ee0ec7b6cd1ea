"""Rows of the database as a reader sees them: `2023-05-09 03:00 → 2023-05-10 20:15`, «21», «20+»."""

from __future__ import annotations

from datetime import datetime, timedelta

from dashboard.i18n import Words
from timeline.store.views.rows import EventRow, FigureRow

# Invisible: around a run of Arabic or of ISO dates these keep it in one piece, whatever stands beside it.
LTR_ISOLATE, RTL_ISOLATE, POP_ISOLATE = "\u2066", "\u2067", "\u2069"
OPEN = "…"
BEGINNING = 80  # letters of a text that stand for its title


def when(begin: str | None, end: str | None) -> str:
    """The interval in ISO, always left to right; whole days without their midnights, an open end as `…`."""
    if not begin and not end:
        return ""
    first, last = _moment(begin), _moment(end)
    if first and last and _is_midnight(first) and _is_midnight(last):
        last_day = last - timedelta(days=1)
        shown = f"{first:%Y-%m-%d}" if last_day <= first else f"{first:%Y-%m-%d} → {last_day:%Y-%m-%d}"
    elif first and last and last - first <= timedelta(minutes=1):
        shown = _clock(first)
    else:
        shown = f"{_clock(first)} → {_clock(last)}"
    return left_to_right(shown)


def count(figure: FigureRow, words: Words) -> str:
    """The bounds of a figure."""
    return bounds(figure.low, figure.high, words)


def bounds(low: int, high: int | None, words: Words) -> str:
    """`21`, `20–30`, `20+`, and `≤ 9` for a figure known only from above."""
    least = words.number(low)
    if high is None:
        return left_to_right(f"{least}+")
    if low == high:
        return least
    return left_to_right(f"≤ {words.number(high)}" if low == 0 else f"{least}–{words.number(high)}")


def left_to_right(text: str) -> str:
    """A date or a number that keeps its order inside Arabic."""
    return f"{LTR_ISOLATE}{text}{POP_ISOLATE}"


def arabic(text: str | None) -> str:
    """A piece of an article for a chart: one line, its punctuation on the right side."""
    return f"{RTL_ISOLATE}{one_line(text)}{POP_ISOLATE}" if text else ""


def one_line(text: str | None) -> str:
    """A piece of an article for a table cell, which knows the direction by itself."""
    return " ".join((text or "").split())


def named(title: str | None, text: str | None, words: Words) -> str:
    """The title of an article; one that has none goes by its first words: «قتل 3 أشخاص في غارة على…»."""
    if told := one_line(title):
        return told
    begins = one_line((text or "")[: 2 * BEGINNING])
    if len(begins) <= BEGINNING:
        return begins or words.say("page.untitled")
    return f"{begins[:BEGINNING].rsplit(' ', 1)[0]}…"


def event_cells(event: EventRow, words: Words) -> dict[str, str]:
    """Column key -> cell, in the order of the events table: the sentence is seen without scrolling."""
    return {
        "when": when(event.begin, event.end_time),
        "type": words.name("type", event.type),
        "trigger": one_line(event.text),
        "sentence": one_line(event.sentence),
        "place": one_line(event.place),
        "status": words.name("status", event.status),
        "phrase": one_line(event.time),
        "document": one_line(event.title),
        "outlet": one_line(event.outlet),
    }


def figure_cells(figure: FigureRow, words: Words) -> dict[str, str]:
    """Column key -> cell, in the order of the figures table."""
    return {
        "kind": words.name("kind", figure.kind),
        "count": count(figure, words),
        "text": one_line(figure.text),
        "when": when(figure.begin, figure.end_time),
        "event": words.name("type", figure.event),
        "place": one_line(figure.place),
        "claimant": one_line(figure.source),
        "sentence": one_line(figure.sentence),
        "categories": words.listed(words.category(code) for code in (figure.categories or "").split()),
        "qualifier": words.name("qualifier", figure.qualifier),
        "scope": words.name("scope", figure.scope),
        "document": one_line(figure.title),
        "outlet": one_line(figure.outlet),
    }


def _moment(iso: str | None) -> datetime | None:
    return datetime.fromisoformat(iso) if iso else None


def _clock(moment: datetime | None) -> str:
    if moment is None:
        return OPEN
    return f"{moment:%Y-%m-%d}" if _is_midnight(moment) else f"{moment:%Y-%m-%d %H:%M}"


def _is_midnight(moment: datetime) -> bool:
    return not (moment.hour or moment.minute or moment.second)
