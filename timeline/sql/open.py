"""What is open to every query."""

from __future__ import annotations

from timeline.store.models import Row
from timeline.store.views.rows import PUBLIC

VIEWS = tuple(view.name for view in PUBLIC)
# The tables behind the views; on PostgreSQL the views alone are open.
TABLES = tuple(name for name in Row.metadata.tables if name not in ("fingerprint", "review", "feed", "feed_entry"))

# Left out: what reaches outside (load_extension), what makes text of any size (zeroblob, printf, randomblob), and what
# searches text for text inside one call, where the clock is not looked at (instr, replace, trim). LIKE and GLOB do
# so too, for which the length of their patterns is capped.
FUNCTIONS = frozenset(
    """
    abs avg coalesce count cume_dist date datetime dense_rank first_value glob group_concat ifnull iif julianday lag
    last_value lead length like lower max min nth_value ntile nullif percent_rank rank round row_number sign strftime
    string_agg substr substring sum time total typeof unicode unixepoch upper
    """.split()
)
