"""The program on one page: Document -> Extraction."""

from __future__ import annotations

from .events import read_events
from .events.linking import with_events
from .figures import read_figures
from .grammar.reading import reader
from .places import home_of
from .resolve import resolve_all
from .values import Document, Extraction


def read_article(document: Document) -> Extraction:
    """Every time, figure and event of the document, with true offsets; never raises on any text."""
    reading = reader().read(document.text)
    times = resolve_all(reading.times, document.published)
    figures = read_figures(reading, times, document.published)
    events = read_events(reading, times, document.published, home_of(document))
    return Extraction(document, tuple(times), tuple(with_events(figures, events)), tuple(events))
