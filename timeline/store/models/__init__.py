"""The tables. Column names are the field names of `timeline.values` and of the JSON that `timeline extract` prints.

`label` is the id that a time, figure or event has inside its article ("t1"); `id` is its row. `start` and `end` are
half-open offsets in `document.text`, counted in code points. Local readings are ISO 8601 text as the JSON has them
("2023-05-09T03:00"), which sorts as time does; the `…_utc` columns are the same instants in UTC.

`reviewed` is what a person decided last, and `machine` the columns that a correction replaced, as they were read
(JSON): the other columns always hold what counts.
"""

from __future__ import annotations

from timeline.store.models.documents import Fingerprint, Source, StoredDocument
from timeline.store.models.feeds import FeedEntry, StoredFeed
from timeline.store.models.mentions import FigureCategory, StoredEvent, StoredFigure, StoredTime
from timeline.store.models.places import Place
from timeline.store.models.reviews import Item, Review, Reviewed, Verdict
from timeline.store.models.row import NAMES, Row
from timeline.store.models.tolls import StoredToll

__all__ = [
    "CATEGORY",
    "DOCUMENT",
    "ENTRY",
    "EVENT",
    "FEED",
    "FIGURE",
    "FINGERPRINT",
    "NAMES",
    "PLACE",
    "REVIEW",
    "SOURCE",
    "TIME",
    "TOLL",
    "FeedEntry",
    "FigureCategory",
    "Fingerprint",
    "Item",
    "Place",
    "Review",
    "Reviewed",
    "Row",
    "Source",
    "StoredDocument",
    "StoredEvent",
    "StoredFeed",
    "StoredFigure",
    "StoredTime",
    "StoredToll",
    "Verdict",
]

SOURCE, PLACE, DOCUMENT, TIME, EVENT, FIGURE, CATEGORY, FINGERPRINT, REVIEW, TOLL, FEED, ENTRY = (
    Row.metadata.tables[name]
    for name in (
        "source",
        "place",
        "document",
        "time_expression",
        "event",
        "figure",
        "figure_category",
        "fingerprint",
        "review",
        "toll",
        "feed",
        "feed_entry",
    )
)
