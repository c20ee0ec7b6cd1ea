"""The one door to the database. Everything a page shows comes from here.

All functions raise `DatabaseProblem`, whose message is one line for the reader.
"""

from dashboard.data import map, tolls
from dashboard.data.adding import store, stored
from dashboard.data.article import around, beginnings, documents
from dashboard.data.asking import ask, get_ready
from dashboard.data.exporting import export
from dashboard.data.flags import FlaggedClaim, flagged, newest_flagged
from dashboard.data.lanes import MOST_MARKS, daily_counts, days, drawn_events, lane_counts
from dashboard.data.names import names_of
from dashboard.data.opened import database, database_name, database_option, is_empty, version
from dashboard.data.overview import Day, Toll, counts, doubtful, last_days, newest_tolls, unresolved, unreviewed
from dashboard.data.pages import PAGE_ROWS, Page, last_page, page_of, page_of_view
from dashboard.data.review import decide, decisions, reviewed
from dashboard.data.review import queue as review_queue
from dashboard.data.timeline import article, dated_events, reported_figures, undated_events, undated_total

__all__ = [
    "MOST_MARKS",
    "PAGE_ROWS",
    "Day",
    "FlaggedClaim",
    "Page",
    "Toll",
    "around",
    "article",
    "ask",
    "beginnings",
    "counts",
    "daily_counts",
    "database",
    "database_name",
    "database_option",
    "dated_events",
    "days",
    "decide",
    "decisions",
    "documents",
    "doubtful",
    "drawn_events",
    "export",
    "flagged",
    "get_ready",
    "is_empty",
    "lane_counts",
    "last_days",
    "last_page",
    "map",
    "names_of",
    "newest_flagged",
    "newest_tolls",
    "page_of",
    "page_of_view",
    "reported_figures",
    "review_queue",
    "reviewed",
    "store",
    "stored",
    "tolls",
    "undated_events",
    "undated_total",
    "unresolved",
    "unreviewed",
    "version",
]
