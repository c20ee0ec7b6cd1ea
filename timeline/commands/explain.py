"""`timeline explain`: phrase, rule, reading, value and interval of everything found in a text."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from rich.table import Table

from timeline.commands.marked import legend, marked
from timeline.commands.periods import UNRESOLVED, count, interval, is_relative
from timeline.commands.reading import Inputs, itself
from timeline.commands.terminal import complain, console, plain, say, table
from timeline.lexicon.anchors import load_anchors
from timeline.pipeline import read_article
from timeline.resolve.confidence import because
from timeline.sources import read_given
from timeline.sources.decoding import decode, storable
from timeline.values import OPEN, Document, Extraction, Location, TimeExpression

TIMES = ("phrase", "rule", "reading", "type", "value", "interval", "or")
SURENESS = ("phrase", "confidence", "because")
FIGURES = ("figure", "rule", "kind", "count", "scope", "time", "categories", "part of", "event", "source")
EVENTS = ("event", "rule", "type", "time", "status", "place", "which", "or")


def explain(text: str, published: str | None, timezone: str | None, anchors: Path | None = None) -> int:
    """Print why each phrase of `text` (`-`: of standard input) means what it means."""
    given, known = read_given(published, timezone), load_anchors(anchors)
    written = storable(decode(sys.stdin.buffer.read()) if text == "-" else text)
    if not written.strip():
        return complain("there is no text to explain; give a phrase or a sentence in quotation marks")
    extraction = read_article(Document("text", written, given.published, "given" if given.published else None), known)
    shown = [*_tables(extraction)]
    for found in shown:
        console().print(found)
    if not shown:
        say("no time, figure or event was found in this text")
    return 0


def explain_article(path: str, published: str | None, timezone: str | None, anchors: Path | None = None) -> int:
    """Print the articles of a file with everything marked, and why each mark means what it means."""
    inputs = Inputs([path], read_given(published, timezone), itself, load_anchors(anchors))
    for extraction in inputs.read():
        out = console()
        out.print(plain(extraction.document.title or extraction.document.id), style="bold", markup=False)
        for line in marked(extraction):
            out.print(line)
        out.print(legend())
        for found in _tables(extraction):
            out.print(found)
    return inputs.list_remarks()


def _tables(extraction: Extraction) -> Iterator[Table]:
    if extraction.times:
        yield table("times", TIMES, [_time(time, extraction) for time in extraction.times])
        yield table("how sure", SURENESS, [_sureness(time, extraction) for time in extraction.times])
    if extraction.figures:
        yield table("figures", FIGURES, [*_figures(extraction)])
    if extraction.events:
        yield table("events", EVENTS, [*_events(extraction)])


def _time(time: TimeExpression, extraction: Extraction) -> tuple[str, ...]:
    value = " ".join(filter(None, (time.value, time.mod, time.signal and f"({time.signal})")))
    return (
        extraction.text_of(time),
        time.rule or "–",
        time.reading or "–",
        time.type,
        value,
        _when(time, extraction),
        " ".join(time.alternatives),
    )


def _sureness(time: TimeExpression, extraction: Extraction) -> tuple[str, ...]:
    return extraction.text_of(time), f"{time.confidence:g}", because(time)


def _when(time: TimeExpression, extraction: Extraction) -> str:
    waits = extraction.document.published is None and time.interval == OPEN and is_relative(time.value)
    return UNRESOLVED if waits else interval(time.interval)


def _figures(extraction: Extraction) -> Iterator[tuple[str, ...]]:
    texts = _texts(extraction)
    for f in extraction.figures:
        yield (
            extraction.text_of(f),
            f.rule or "–",
            f.kind,
            count(f.low, f.high, f.qualifier),
            f.scope,
            texts.get(f.time or "", "–"),
            " ".join(f.categories) or "–",
            texts.get(f.part_of or "", "–"),
            texts.get(f.event or "", "–"),
            f.source or "–",
        )


def _events(extraction: Extraction) -> Iterator[tuple[str, ...]]:
    texts = _texts(extraction)
    for event in extraction.events:
        time = texts.get(event.time or "", "–")
        which, others = _which(event.location)
        place = event.place or "–"
        yield extraction.text_of(event), event.rule or "–", event.type, time, event.status, place, which, others


def _which(location: Location | None) -> tuple[str, str]:
    """«طرابلس، LY · city · 32.887 13.191», and the other places of that name."""
    if location is None:
        return "–", ""
    divisions = dict.fromkeys(filter(None, (location.location, location.admin2, location.admin1)))
    point = f"{location.latitude:.3f} {location.longitude:.3f}"
    name = "، ".join(divisions)
    return f"{name} ({location.country}) · {location.geo_precision} · {point}", " | ".join(location.alternatives)


def _texts(extraction: Extraction) -> dict[str, str]:
    times = {time.id: extraction.text_of(time) for time in extraction.times}
    figures = {figure.id: extraction.text_of(figure) for figure in extraction.figures}
    return times | figures | {event.id: extraction.text_of(event) for event in extraction.events}
