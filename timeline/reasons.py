"""Why does each mark mean what it means: words -> rule -> meaning -> interval, and the marks that it is tied to.

What `timeline explain` prints as tables, and the page of an article beside the mark that was clicked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.periods import UNRESOLVED, count, interval, is_relative
from timeline.resolve.confidence import because
from timeline.values import OPEN, Event, Extraction, Figure, Location, TimeExpression

Item = Literal["time", "figure", "event"]
NOTHING = "–"

COLUMNS: dict[Item, tuple[str, ...]] = {
    "time": ("phrase", "rule", "reading", "type", "value", "interval", "or", "confidence", "because"),
    "figure": ("figure", "rule", "kind", "count", "scope", "time", "categories", "part of", "event", "source"),
    "event": ("event", "rule", "type", "time", "status", "place", "which", "or"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """The chain of one mark, `text[start:end]`: a cell of text for each of its `COLUMNS`.

    `links` says of the cells that are words of other marks where these begin.
    """

    item: Item
    start: int
    end: int
    cells: Mapping[str, str]
    links: Mapping[str, int]


def reasons(extraction: Extraction) -> list[Reason]:
    """The chain of every time, then of every figure, then of every event."""
    return [
        *(_of_time(time, extraction) for time in extraction.times),
        *(_of_figure(figure, extraction) for figure in extraction.figures),
        *(_of_event(event, extraction) for event in extraction.events),
    ]


def _of_time(time: TimeExpression, extraction: Extraction) -> Reason:
    value = " ".join(filter(None, (time.value, time.mod, time.signal and f"({time.signal})")))
    words = extraction.text_of(time)
    cells = (words, time.rule, time.reading, time.type, value, _when(time, extraction), " ".join(time.alternatives))
    return _reason("time", time, (*cells, f"{time.confidence:g}", because(time)), {})


def _when(time: TimeExpression, extraction: Extraction) -> str:
    waits = extraction.document.published is None and time.interval == OPEN and is_relative(time.value)
    return UNRESOLVED if waits else interval(time.interval)


def _of_figure(figure: Figure, extraction: Extraction) -> Reason:
    tied = {"time": figure.time, "part of": figure.part_of, "event": figure.event}
    words, links = _tied(tied, extraction)
    number = count(figure.low, figure.high, figure.qualifier)
    cells = (extraction.text_of(figure), figure.rule, figure.kind, number, figure.scope)
    groups = " ".join(figure.categories)
    rest = (words["time"], groups, words["part of"], words["event"], figure.source or "")
    return _reason("figure", figure, (*cells, *rest), links)


def _of_event(event: Event, extraction: Extraction) -> Reason:
    words, links = _tied({"time": event.time}, extraction)
    which, others = _which(event.location)
    cells = (extraction.text_of(event), event.rule, event.type, words["time"], event.status)
    return _reason("event", event, (*cells, event.place or "", which, others), links)


def _reason(
    item: Item, mark: TimeExpression | Figure | Event, cells: tuple[str, ...], links: Mapping[str, int]
) -> Reason:
    return Reason(item, mark.start, mark.end, dict(zip(COLUMNS[item], cells, strict=True)), links)


def _tied(labels: Mapping[str, str | None], extraction: Extraction) -> tuple[dict[str, str], dict[str, int]]:
    """The words of the marks that a mark names by their labels, and where they begin."""
    every: list[TimeExpression | Figure | Event] = [*extraction.times, *extraction.figures, *extraction.events]
    marks: dict[str | None, TimeExpression | Figure | Event] = {mark.id: mark for mark in every}
    found = {name: marks.get(label) for name, label in labels.items()}
    words = {name: extraction.text_of(mark) if mark else "" for name, mark in found.items()}
    return words, {name: mark.start for name, mark in found.items() if mark}


def _which(location: Location | None) -> tuple[str, str]:
    """«طرابلس، LY · city · 32.887 13.191», and the other places of that name."""
    if location is None:
        return "", ""
    divisions = dict.fromkeys(filter(None, (location.location, location.admin2, location.admin1)))
    point = f"{location.latitude:.3f} {location.longitude:.3f}"
    name = "، ".join(divisions)
    return f"{name} ({location.country}) · {location.geo_precision} · {point}", " | ".join(location.alternatives)
