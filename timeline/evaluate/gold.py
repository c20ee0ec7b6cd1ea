"""Gold files as the values of the program: a gold document is an Extraction that people wrote."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from timeline.values import Document, Event, Extraction, Figure, Interval, TimeExpression


class GoldProblem(Exception):
    """A gold file that cannot be read; the message says which and why."""


@dataclass(frozen=True, slots=True)
class PhraseCase:
    """A phrase in its clause and the meaning that it must get there.

    `expected` maps field names to values; None says that nothing may be found on the phrase.
    `about` is "time" or "figure".
    """

    id: str
    family: str
    phrase: str
    document: Document
    about: str
    expected: dict[str, Any] | None

    @property
    def places(self) -> list[tuple[int, int]]:
        """Every span of the clause where the phrase stands."""
        clause, width = self.document.text, len(self.phrase)
        starts = [i for i in range(len(clause) - width + 1) if clause.startswith(self.phrase, i)]
        return [(start, start + width) for start in starts]


def read_gold(path: Path) -> tuple[list[Extraction], list[PhraseCase]]:
    """The documents and the phrase cases of a JSON Lines file; one of the two lists is empty."""
    documents: list[Extraction] = []
    phrases: list[PhraseCase] = []
    for number, row in _rows(path):
        try:
            if "phrase" in row:
                phrases.append(_phrase(row))
            else:
                documents.append(_document(row))
        except (KeyError, TypeError, ValueError) as error:
            raise GoldProblem(f"{path}, line {number}: not a gold document or phrase ({error!r})") from error
    if bool(documents) == bool(phrases):
        raise GoldProblem(f"{path}: expected either documents or phrases, one JSON object a line")
    return documents, phrases


def _rows(path: Path) -> list[tuple[int, dict[str, Any]]]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
        return [(number, json.loads(line)) for number, line in enumerate(lines, 1) if line.strip()]
    except OSError as error:
        raise GoldProblem(f"{path}: {error.strerror}; give the path of a gold file") from error
    except ValueError as error:
        raise GoldProblem(f"{path}: not JSON Lines in UTF-8 ({error})") from error


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None


def _document(row: dict[str, Any]) -> Extraction:
    return Extraction(
        Document(row["id"], row["text"], _moment(row["published"]), "given" if row["published"] else None),
        tuple(_time(item) for item in row["times"]),
        tuple(_figure(item) for item in row["figures"]),
        tuple(_event(item) for item in row["events"]),
    )


def _time(row: dict[str, Any]) -> TimeExpression:
    interval = Interval(_moment(row["begin"]), _moment(row["end_time"]))
    return TimeExpression(
        row["id"], row["start"], row["end"], row["type"], row["value"], row["mod"], row["signal"], interval
    )


def _figure(row: dict[str, Any]) -> Figure:
    names = "id start end kind low high qualifier scope time part_of source".split()
    return Figure(**{name: row[name] for name in names}, categories=tuple(row["categories"]))


def _event(row: dict[str, Any]) -> Event:
    return Event(**{name: row[name] for name in "id start end type time place status".split()})


def _phrase(row: dict[str, Any]) -> PhraseCase:
    about, fields = ("figure", FIGURE_FIELDS) if "kind" in row else ("time", TIME_FIELDS)
    silent = row["kind" if about == "figure" else "type"] is None
    document = Document(row["id"], row["clause"], _moment(row.get("published")))
    expected = None if silent else {name: _sorted(row[name]) for name in fields}
    if row["phrase"] not in row["clause"]:
        raise ValueError("the phrase does not stand in its clause")
    return PhraseCase(row["id"], row["family"], row["phrase"], document, about, expected)


TIME_FIELDS = ("type", "value", "mod", "signal", "begin", "end_time")
FIGURE_FIELDS = ("kind", "low", "high", "qualifier", "categories", "part_of")


def _sorted(value: Any) -> Any:
    """Categories are a set: their order says nothing."""
    return sorted(value) if isinstance(value, list) else value
