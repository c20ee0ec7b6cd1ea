"""What an extraction must keep to before it may become rows: the database would only say "constraint failed"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from timeline.values import (
    Event,
    Extraction,
    Figure,
    Kind,
    Mod,
    Qualifier,
    Scope,
    Signal,
    Status,
    TimeExpression,
    TimexType,
)

Item = TimeExpression | Figure | Event

_NAMES: dict[type[Item], dict[str, frozenset[str | None]]] = {
    TimeExpression: {
        "type": frozenset(get_args(TimexType)),
        "mod": frozenset((None, *get_args(Mod))),
        "signal": frozenset((None, *get_args(Signal))),
    },
    Figure: {
        "kind": frozenset(get_args(Kind)),
        "qualifier": frozenset(get_args(Qualifier)),
        "scope": frozenset(get_args(Scope)),
    },
    Event: {"status": frozenset(get_args(Status))},
}


def contradiction(extraction: Extraction) -> str | None:
    """Why `extraction` cannot be stored ("figure f1 refers to the time t9, which is not there"), or None."""
    return next(_contradictions(extraction), None)


def _contradictions(extraction: Extraction) -> Iterator[str]:
    for items in (extraction.times, extraction.figures, extraction.events):
        yield from _repeated(items)
        for item in items:
            yield from _outside(item, len(extraction.document.text))
            yield from _unknown_names(item)
    yield from _dangling(extraction)
    for figure in extraction.figures:
        yield from _impossible(figure)
    yield from _circles(extraction.figures)


def _repeated(items: tuple[Item, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for item in items:
        if item.id in seen:
            yield f"{_named(item)} is there twice"
        seen.add(item.id)


def _outside(item: Item, length: int) -> Iterator[str]:
    spans = [(item.start, item.end), (0, 0) if isinstance(item, TimeExpression) else item.sentence]
    if not all(0 <= start <= end <= length for start, end in spans):
        yield f"{_named(item)} lies outside the text"


def _unknown_names(item: Item) -> Iterator[str]:
    for attribute, names in _NAMES[type(item)].items():
        if getattr(item, attribute) not in names:
            yield f"{_named(item)} has the unknown {attribute} {getattr(item, attribute)!r}"


def _dangling(extraction: Extraction) -> Iterator[str]:
    times, figures, events = ({item.id for item in items} for items in _lists(extraction))
    for event in extraction.events:
        yield from _missing(event, "time", times)
    for figure in extraction.figures:
        yield from _missing(figure, "time", times)
        yield from _missing(figure, "part_of", figures)
        yield from _missing(figure, "event", events)


def _lists(extraction: Extraction) -> tuple[tuple[Item, ...], ...]:
    return extraction.times, extraction.figures, extraction.events


def _missing(item: Item, attribute: str, there: set[str]) -> Iterator[str]:
    wanted = getattr(item, attribute)
    if wanted is not None and wanted not in there:
        yield f"{_named(item)} refers to the {attribute} {wanted}, which is not there"


def _impossible(figure: Figure) -> Iterator[str]:
    if figure.low < 0 or (figure.high is not None and figure.high < figure.low):
        yield f"{_named(figure)} counts from {figure.low} to {figure.high}"


def _circles(figures: tuple[Figure, ...]) -> Iterator[str]:
    wholes = {figure.id: figure.part_of for figure in figures}
    for figure in figures:
        whole, above = figure.part_of, {figure.id}
        while whole is not None and whole not in above:
            above.add(whole)
            whole = wholes.get(whole)
        if whole is not None:
            yield f"{_named(figure)} is a part of itself"


def _named(item: Item) -> str:
    kind = {TimeExpression: "time", Figure: "figure", Event: "event"}[type(item)]
    return f"{kind} {item.id}"
