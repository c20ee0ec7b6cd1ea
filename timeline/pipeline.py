"""The program on one page: Document -> Extraction."""

from __future__ import annotations

from .events import read_events
from .events.linking import with_events
from .figures import read_figures
from .grammar.reading import reader
from .lexicon.anchors import Anchors, shipped_anchors
from .places import home_of
from .resolve import resolve_all
from .values import Document, Extraction


def read_article(document: Document, anchors: Anchors | None = None) -> Extraction:
    """Every time, figure and event of the document, with true offsets; never raises on any text.

    `anchors` are the named beginnings that it may speak of, those that ship with the program unless given.
    """
    anchors = shipped_anchors() if anchors is None else anchors
    reading = reader().read(document.text)
    times = resolve_all(reading.times, document.published, document.text, anchors)
    figures = read_figures(reading, times, document.published, anchors.values)
    events = read_events(reading, times, document.published, home_of(document))
    return Extraction(document, tuple(times), tuple(with_events(figures, events, document.text)), tuple(events))
