"""Rows on their way from one process to another: tuples, the names of the columns once, no string twice.

A third of an article's rows is the names of their columns, a fifth sentences that several rows share. Without both, a
chunk is pickled and read back in half the time, and weighs half.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from timeline.store.storable import Columns
from timeline.store.writing.rows import Reading

Values = tuple[Any, ...]
Names = tuple[str, ...]
Table = tuple[Names, tuple[Values, ...]]
Packed = tuple[tuple[Table, ...], list[int]]
"""Of the document, its times, events and figures the names of the columns and the values of each row; fingerprints"""

_lists = attrgetter("times", "events", "figures")
_names: dict[Names, Names] = {}  # pickle writes an object once: so every article of a chunk has the same one


def pack(reading: Reading) -> Packed:
    """The reading as tuples, for `unpack`."""
    met: dict[str, str] = {}
    tables = tuple(_pack(rows, met) for rows in ((reading.document,), *_lists(reading)))
    return tables, reading.fingerprints


def unpack(packed: Packed) -> Reading:
    """The same reading."""
    tables, fingerprints = packed
    (document,), times, events, figures = (
        tuple(dict(zip(names, values, strict=True)) for values in rows) for names, rows in tables
    )
    return Reading(document, times, events, figures, fingerprints)


def _pack(rows: Sequence[Columns], met: dict[str, str]) -> Table:
    values = tuple(
        tuple(met.setdefault(value, value) if type(value) is str else value for value in row.values()) for row in rows
    )
    names = tuple(rows[0]) if rows else ()
    return _names.setdefault(names, names), values
