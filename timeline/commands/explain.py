"""`timeline explain`: phrase, rule, reading, value and interval of everything found in a text."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.table import Table

from timeline.commands.marked import legend, marked
from timeline.commands.reading import Inputs, itself
from timeline.commands.terminal import complain, console, plain, say, table
from timeline.lexicon.anchors import load_anchors
from timeline.pipeline import read_article
from timeline.reasons import COLUMNS, NOTHING, Reason, reasons
from timeline.sources import read_given
from timeline.sources.decoding import decode, storable
from timeline.values import Document, Extraction

SURENESS = ("phrase", "confidence", "because")
TIMES = tuple(name for name in COLUMNS["time"] if name not in SURENESS[1:])
EMPTY = ("or", "because")  # columns in which nothing is nothing to say


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
    found = reasons(extraction)
    times, figures, events = (_of(item, found) for item in COLUMNS)
    if times:
        yield _table("times", TIMES, times)
        yield _table("how sure", SURENESS, times)
    if figures:
        yield _table("figures", COLUMNS["figure"], figures)
    if events:
        yield _table("events", COLUMNS["event"], events)


def _of(item: str, found: Sequence[Reason]) -> list[Reason]:
    return [reason for reason in found if reason.item == item]


def _table(title: str, columns: Sequence[str], found: Sequence[Reason]) -> Table:
    return table(title, columns, [[_cell(reason, name) for name in columns] for reason in found])


def _cell(reason: Reason, name: str) -> str:
    return reason.cells[name] or ("" if name in EMPTY else NOTHING)
