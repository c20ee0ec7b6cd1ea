"""Is the data sound? Each gate is a question whose answer should be nothing; nothing here writes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection, text

from timeline.store.models import DOCUMENT
from timeline.store.search_words import search_words

_SHOWN = 3  # rows named in one line

_MENTIONS = ("time_expression", "event", "figure")
_WORDS = """{table} x JOIN document d ON d.id = x.document_id
    WHERE x."end" > length(d.text) OR substr(d.text, x.start + 1, x."end" - x.start) <> x.text"""
_SENTENCE = """{table} x JOIN document d ON d.id = x.document_id
    WHERE x.sentence_end > length(d.text) OR x.sentence_start > x.sentence_end
    OR substr(d.text, x.sentence_start + 1, x.sentence_end - x.sentence_start) <> x.sentence"""
_BOUNDS = """{table} x LEFT JOIN time_expression t ON t.id = x.time_id AND coalesce(t.reviewed, '') <> 'rejected'
    WHERE coalesce(x."begin", '') <> coalesce(t."begin", '') OR coalesce(x.end_time, '') <> coalesce(t.end_time, '')"""
_ELSEWHERE = "{table} x JOIN {other} o ON o.id = x.{column} WHERE o.document_id <> x.document_id"

GATES: dict[str, str] = {
    **{f"the words of a {table} are not those of its article": _WORDS.format(table=table) for table in _MENTIONS},
    **{
        f"the sentence of {table} is not that of its article": _SENTENCE.format(table=table)
        for table in ("event", "figure")
    },
    "a time ends before it begins": 'time_expression x WHERE x."begin" > x.end_time OR x.begin_utc > x.end_utc',
    "a figure counts from more to less": "figure x WHERE x.low > x.high OR x.low < 0",
    "a figure is a part of itself": "figure x JOIN figure w ON w.id = x.part_of WHERE x.id IN (w.id, w.part_of)",
    **{
        f"the {column} of a {table} is in another article": _ELSEWHERE.format(table=table, other=other, column=column)
        for table, other, column in (
            ("event", "time_expression", "time_id"),
            ("figure", "time_expression", "time_id"),
            ("figure", "event", "event_id"),
            ("figure", "figure", "part_of"),
        )
    },
    **{
        f"the bounds of a {table} are not those of its time": _BOUNDS.format(table=table)
        for table in ("event", "figure")
    },
    "a copy is a copy of a copy": "document x JOIN document o ON o.id = x.copy_of WHERE o.copy_of IS NOT NULL",
    "an article is a copy of itself": "document x WHERE x.copy_of = x.id",
}
"""What is wrong, and the rows `x` of which that is so, as what follows FROM."""


def faults(connection: Connection) -> Iterator[str]:
    """One line for each kind of fault: of the file first, then of what it says."""
    if connection.dialect.name == "sqlite":
        yield from _damage(connection)
    for what, rows in GATES.items():
        yield from _named(what, [str(key) for key in connection.scalars(text(f"SELECT x.id FROM {rows}"))])
    yield from _named("the search does not know all the words of an article", _unsearchable(connection))


def _damage(connection: Connection) -> Iterator[str]:
    found = connection.scalar(text("PRAGMA integrity_check"))
    if found != "ok":
        yield f"the file is damaged ({found}); restore it from a backup"
    if dangling := connection.execute(text("PRAGMA foreign_key_check")).first():
        yield f"a row of {dangling[0]} points to nothing; restore it from a backup"


def _unsearchable(connection: Connection) -> Iterator[str]:
    query = DOCUMENT.select().with_only_columns(DOCUMENT.c.id, DOCUMENT.c.title, DOCUMENT.c.text, DOCUMENT.c.folded)
    for row in connection.execute(query, execution_options={"yield_per": 500}):
        if row.folded != search_words(row.title, row.text):
            yield str(row.id)


def _named(what: str, keys: Iterator[str] | list[str]) -> Iterator[str]:
    some = list(islice(keys, _SHOWN + 1))
    if some:
        more = ", …" if len(some) > _SHOWN else ""
        yield f"{what} (id {', '.join(some[:_SHOWN])}{more})"
