"""What holds of every reading, whatever the text: one line for each promise that one of them breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from timeline.lexicon.fold import fold
from timeline.values import Event, Extraction, Figure, Interval, TimeExpression

Item = TimeExpression | Figure | Event


class PromiseBroken(AssertionError):
    """What was promised of every input does not hold of this one."""


def check(extraction: Extraction) -> None:
    """Raises `PromiseBroken` with everything that is wrong."""
    if broken := list(broken_promises(extraction)):
        raise PromiseBroken("; ".join(broken))


def broken_promises(extraction: Extraction) -> Iterator[str]:
    """What is wrong with a reading, in words."""
    yield from _offsets(extraction)
    yield from _intervals(extraction)
    yield from _figures(extraction)
    yield from _references(extraction)


def _items(extraction: Extraction) -> list[Item]:
    return [*extraction.times, *_told(extraction)]


def _told(extraction: Extraction) -> list[Figure | Event]:
    """What is told in a sentence."""
    return [*extraction.figures, *extraction.events]


def _offsets(extraction: Extraction) -> Iterator[str]:
    length = len(extraction.document.text)
    for item in _items(extraction):
        if not 0 <= item.start < item.end <= length or not extraction.text_of(item).strip():
            yield f"{item.id} stands at {item.start} to {item.end} of {length}"
    for one in _told(extraction):
        if not 0 <= one.sentence[0] <= one.start < one.end <= one.sentence[1] <= length:
            yield f"{one.id} is not in its sentence {one.sentence}"
    for items in (extraction.times, extraction.figures, extraction.events):
        if [item.start for item in items] != sorted(item.start for item in items):
            yield f"{items[0].id} and its like are out of order"
    if any(before.end > after.start for before, after in pairwise(extraction.times)):
        yield "two times overlap"


def _intervals(extraction: Extraction) -> Iterator[str]:
    published = extraction.document.published
    for time in extraction.times:
        if not time.value or not _runs_forwards(time.interval):
            yield f"{time.id} has the value {time.value!r} and runs {time.interval}"
        bounds = [bound for bound in (time.interval.begin, time.interval.end) if bound]
        if published and any(bound.utcoffset() != published.utcoffset() for bound in bounds):
            yield f"{time.id} is in another zone than the publication"


def _runs_forwards(interval: Interval) -> bool:
    return interval.begin is None or interval.end is None or interval.begin <= interval.end


def _figures(extraction: Extraction) -> Iterator[str]:
    wholes = {figure.id: figure for figure in extraction.figures}
    for figure in extraction.figures:
        if figure.low < 0 or (figure.high is not None and figure.low > figure.high):
            yield f"{figure.id} is {figure.low} to {figure.high}"
        whole = wholes.get(figure.part_of or "")
        if figure.part_of and (whole is None or whole is figure or whole.part_of):
            yield f"{figure.id} is part of {figure.part_of}"


def _references(extraction: Extraction) -> Iterator[str]:
    ids = [item.id for item in _items(extraction)]
    if len(set(ids)) != len(ids):
        yield "two have one id"
    times, events = {time.id for time in extraction.times}, {event.id for event in extraction.events}
    for one in _told(extraction):
        if one.time and one.time not in times:
            yield f"{one.id} has the time {one.time}"
    for figure in extraction.figures:
        if figure.event and figure.event not in events:
            yield f"{figure.id} has the event {figure.event}"


def meaning(extraction: Extraction) -> list[Any]:
    """All that was read, without where it stands and without the words, or with them in one spelling."""
    return [
        *(replace(time, start=0, end=0, reading=" ".join(fold(time.reading).split())) for time in extraction.times),
        *(replace(figure, start=0, end=0, source=None, place=None, sentence=(0, 0)) for figure in extraction.figures),
        *(replace(event, start=0, end=0, place=None, sentence=(0, 0)) for event in extraction.events),
    ]


def meaning_before(extraction: Extraction, length: int) -> list[Any]:
    """What was read up to `length`, without what a later mention of a happening may add: its time and its place."""
    found: list[Any] = [
        *extraction.times,
        *(replace(figure, place=None) for figure in extraction.figures),
        *(replace(event, time=None, place=None, location=None) for event in extraction.events),
    ]
    return [one for one in found if one.start < length]
