"""The one door to the database. Everything a page shows comes from here.

All functions raise `DatabaseProblem`, whose message is one line for the reader.
"""

from dashboard.data.exporting import export
from dashboard.data.lanes import MOST_MARKS, daily_counts, days, drawn_events, lane_counts
from dashboard.data.names import names_of
from dashboard.data.opened import database, database_name, database_option, is_empty, version
from dashboard.data.overview import Day, Toll, counts, doubtful, last_days, newest_tolls, unresolved, unreviewed
from dashboard.data.pages import PAGE_ROWS, Page, last_page, page_of, page_of_view
from dashboard.data.timeline import article, dated_events, reported_figures, undated_events, undated_total

__all__ = [
    "MOST_MARKS",
    "PAGE_ROWS",
    "Day",
    "Page",
    "Toll",
    "article",
    "counts",
    "daily_counts",
    "database",
    "database_name",
    "database_option",
    "dated_events",
    "days",
    "doubtful",
    "drawn_events",
    "export",
    "is_empty",
    "lane_counts",
    "last_days",
    "last_page",
    "names_of",
    "newest_tolls",
    "page_of",
    "page_of_view",
    "reported_figures",
    "undated_events",
    "undated_total",
    "unresolved",
    "unreviewed",
    "version",
]
