"""The one door to the database. Everything a page shows comes from here.

All functions raise `DatabaseProblem`, whose message is one line for the reader.
"""

from dashboard.data import map, tolls
from dashboard.data.adding import store, stored
from dashboard.data.article import around, documents
from dashboard.data.asking import ask
from dashboard.data.exporting import export
from dashboard.data.names import names_of
from dashboard.data.opened import database, database_name, database_option, is_empty, version
from dashboard.data.overview import counts
from dashboard.data.pages import PAGE_ROWS, Page, last_page, page_of, page_of_view
from dashboard.data.review import decide, decisions, reviewed
from dashboard.data.review import queue as review_queue
from dashboard.data.timeline import MOST_MARKS, article, dated_events, drawn_events, reported_figures, undated_events

__all__ = [
    "MOST_MARKS",
    "PAGE_ROWS",
    "Page",
    "around",
    "article",
    "ask",
    "counts",
    "database",
    "database_name",
    "database_option",
    "dated_events",
    "decide",
    "decisions",
    "documents",
    "drawn_events",
    "export",
    "is_empty",
    "last_page",
    "map",
    "names_of",
    "page_of",
    "page_of_view",
    "reported_figures",
    "review_queue",
    "reviewed",
    "store",
    "stored",
    "tolls",
    "undated_events",
    "version",
]
