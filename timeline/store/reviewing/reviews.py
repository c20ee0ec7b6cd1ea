"""What people decide about what was read: accepted, corrected, rejected, undone.

A decision is a row of `review`, tied to the words of the article and never changed. What follows from all of them is
written into the row of the event, figure or time itself (`restate`), also when the article is read anew: so the tables
and views hold what counts, and `machine` what was read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, get_args

from sqlalchemy import Connection, Engine, Row, insert, select, update

from timeline.store.models import REVIEW, Item, Verdict
from timeline.store.opening.database import writing
from timeline.store.reviewing.corrections import ITEMS, ReviewProblem, as_columns, checked, instants_read, shown
from timeline.store.storable import Columns, utc
from timeline.store.writing.bounds import follow_times
from timeline.store.writing.recognise import pieces
from timeline.told import told

Changes = dict[str, str | int | None]
_Key = tuple[int, str, int, int, str, str]
"""document, item, start, end, kind and words"""


@dataclass(frozen=True, slots=True)
class Reference:
    """`figure:12`: what is reviewed, by its row of today."""

    item: Item
    id: int

    def __str__(self) -> str:
        return f"{self.item}:{self.id}"


def read_reference(given: str) -> Reference:
    """`figure:12` or `figure 12`. Raises `ReviewProblem`."""
    item, _, number = given.replace(":", " ").strip().partition(" ")
    if item not in get_args(Item) or not number.strip().isdecimal() or len(number) > 18:
        raise ReviewProblem(f"{given!r} is not the name of a row: write figure:12, event:3 or time:7")
    return Reference(item, int(number))  # type: ignore[arg-type]  # it is one of them


def review(
    engine: Engine,
    reference: Reference,
    verdict: Verdict,
    changes: dict[str, str] | None = None,
    *,
    who: str,
    at: datetime,
    why: str | None = None,
) -> Changes:
    """Writes one decision, and what follows from it; the corrected columns as they were before.

    `changes` are columns as a person writes them ({"low": "22"}), `at` needs a UTC offset. Raises `ReviewProblem`.
    """
    if not who.strip():
        raise ReviewProblem(told("needs_name", "a review needs a name: give --who"))
    with writing(engine) as connection:
        row = _row(connection, reference)
        if verdict == "undone" and not _standing(_decisions(connection, [row.document_id])[_key(reference.item, row)]):
            line = "{reference} has no review to undo"
            raise ReviewProblem(told("nothing_to_undo", line, reference=str(reference)))
        current = shown(connection, reference.item, row)
        after = checked(reference.item, changes or {}, current)
        before = {name: current[name] for name in after}
        decision = {"verdict": verdict, "who": who.strip(), "why": why, "at": utc(at)}
        about = {"before": _json(before), "after": _json(after)}
        connection.execute(insert(REVIEW), _place(reference.item, row) | decision | about)
        restate(connection, [row.document_id])
    return before


def restate(connection: Connection, documents: Collection[int]) -> None:
    """Makes the rows of the documents what their reviews say, whatever the rows were."""
    decided = _decisions(connection, documents)
    for key, decisions in decided.items():
        for row in _rows_of(connection, key):
            _apply(connection, key[1], row, _standing(decisions))
    follow_times(connection, {document for document, *_ in decided})


def _row(connection: Connection, reference: Reference) -> Row[Any]:
    table = ITEMS[reference.item]
    row = connection.execute(select(table).where(table.c.id == reference.id)).first()
    if row is None:
        line = "there is no {reference}; timeline review list names what there is"
        raise ReviewProblem(told("gone", line, reference=str(reference)))
    return row


def _place(item: str, row: Row[Any]) -> Columns:
    """What a review is tied to."""
    return dict(zip(("document_id", "item", "start", "end", "kind", "text"), _key(item, row), strict=True))


def _json(changes: Changes) -> str | None:
    return json.dumps(changes, ensure_ascii=False) if changes else None


def _key(item: str, row: Row[Any]) -> _Key:
    return row.document_id, item, row.start, row.end, _kind(item, row), row.text


def _kind(item: str, row: Row[Any]) -> str:
    """The kind or type that the machine read."""
    name = "kind" if item == "figure" else "type"
    machine: dict[str, Any] = json.loads(row.machine or "{}")
    return str(machine.get(name, row._mapping[name]))


def _decisions(connection: Connection, documents: Collection[int]) -> dict[_Key, list[Row[Any]]]:
    """Every decision about something in the documents, oldest first."""
    found: dict[_Key, list[Row[Any]]] = defaultdict(list)
    for some in pieces(sorted(documents)):
        for row in connection.execute(select(REVIEW).where(REVIEW.c.document_id.in_(some)).order_by(REVIEW.c.id)):
            found[row.document_id, row.item, row.start, row.end, row.kind, row.text].append(row)
    return found


def _standing(decisions: list[Row[Any]]) -> list[Row[Any]]:
    """The decisions that were not undone: each "undone" takes the last one back."""
    standing: list[Row[Any]] = []
    for decision in decisions:
        if decision.verdict != "undone":
            standing.append(decision)
        elif standing:
            standing.pop()
    return standing


def _rows_of(connection: Connection, key: _Key) -> list[Row[Any]]:
    """The rows that a decision is about: those at its place, else the only one with its words, where the text moved."""
    document, item, start, end, kind, words = key
    table = ITEMS[item]
    same = select(table).where(table.c.document_id == document, table.c.text == words)
    rows = [row for row in connection.execute(same) if _kind(item, row) == kind]
    there = [row for row in rows if (row.start, row.end) == (start, end)]
    return there or (rows if len(rows) == 1 else [])


def _apply(connection: Connection, item: str, row: Row[Any], standing: list[Row[Any]]) -> None:
    machine: Columns = json.loads(row.machine or "{}")
    changes: Columns = {}
    for decision in standing:
        changes |= json.loads(decision.after or "{}")
    verdict = standing[-1].verdict if standing else None
    if changes and verdict == "accepted":
        verdict = "corrected"
    columns = as_columns(connection, item, row, machine, changes)
    kept = _replaced(item, shown(connection, item, row) | machine, row, machine, changes)
    query = update(ITEMS[item]).where(ITEMS[item].c.id == row.id)
    connection.execute(query.values(columns | {"reviewed": verdict, "machine": _json(kept)}))


def _replaced(item: str, read: Columns, row: Row[Any], machine: Columns, changes: Columns) -> Columns:
    """What the machine had read in the columns that a person changed."""
    kept = {name: read[name] for name in changes}
    return kept | instants_read(row) | machine if item == "time" and "begin" in changes else kept


def changes_given(pairs: Collection[str]) -> Iterator[tuple[str, str]]:
    """`low=22` -> ("low", "22"). Raises `ReviewProblem`."""
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise ReviewProblem(f"{pair!r} is not a correction: write COLUMN=VALUE, such as low=22")
        yield name.strip(), value.strip()
