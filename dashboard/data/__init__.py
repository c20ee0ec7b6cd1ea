"""The one door to the database. Everything a page shows comes from here.

All functions raise `DatabaseProblem`, whose message is one line for the reader.
"""

from dashboard.data.opened import database, database_name, database_option, is_empty
from dashboard.data.pages import PAGE_ROWS, Page, last_page, page, page_of
from dashboard.data.timeline import MOST_MARKS, article, dated_events, drawn_events, reported_figures, undated_events

__all__ = [
    "MOST_MARKS",
    "PAGE_ROWS",
    "Page",
    "article",
    "database",
    "database_name",
    "database_option",
    "dated_events",
    "drawn_events",
    "is_empty",
    "last_page",
    "page",
    "page_of",
    "reported_figures",
    "undated_events",
]
