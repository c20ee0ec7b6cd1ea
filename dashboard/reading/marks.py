"""Everything that was read in an article, as marks on its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dashboard import wording
from dashboard.article import Mark, MarkKind
from dashboard.i18n import Words
from dashboard.reading.locating import Span, claimant_of, place_of
from dashboard.reading.stored import time_of
from timeline.store.views.article import Article, TimeRow
from timeline.store.views.rows import EventRow, FigureRow

Row = TimeRow | FigureRow | EventRow
Address = Callable[[int], str]
KINDS: dict[type, MarkKind] = {TimeRow: "time", FigureRow: "figure", EventRow: "trigger"}


@dataclass(frozen=True, slots=True)
class Found:
    """One mark and the rows that it stands for: one time, figure or event; all that name a place or a claimant."""

    kind: MarkKind
    start: int
    end: int
    rows: tuple[Row, ...]


def found_in(article: Article) -> list[Found]:
    """All that can be marked, kind by kind."""
    told: list[EventRow | FigureRow] = [*article.figures, *article.events]
    rows: list[Row] = [*article.times, *told]
    own = [Found(KINDS[type(row)], row.start, row.end, (row,)) for row in rows]
    text = article.text
    places = _gathered("place", [(place_of(text, row), row) for row in told])
    claimants = _gathered("claimant", [(claimant_of(text, row), row) for row in article.figures])
    return [*own, *places, *claimants]


def chosen_at(found: Iterable[Found], at: int | None) -> list[Found]:
    """The marks that begin at an offset: mostly one, or none."""
    return [one for one in found if one.start == at]


def marks(article: Article, found: Iterable[Found], at: int | None, words: Words, address: Address) -> list[Mark]:
    """The marks to draw; those at the offset `at`, and those that these are tied to, are emphasised."""
    found = list(found)
    emphasised = {_key(row) for one in chosen_at(found, at) for row in _tied(article, one)}

    def is_chosen(one: Found) -> bool:
        return one.start == at or (one.kind in KINDS.values() and _key(one.rows[0]) in emphasised)

    return [Mark(one.start, one.end, one.kind, _note(one, words), is_chosen(one), address(one.start)) for one in found]


def row_of(found: Iterable[Found]) -> EventRow | FigureRow | None:
    """The event or figure among them, to whose sentence attention is drawn."""
    rows = (row for one in found for row in one.rows if isinstance(row, EventRow | FigureRow))
    return next(rows, None)


def _gathered(kind: MarkKind, named: Iterable[tuple[Span | None, Row]]) -> list[Found]:
    """One mark for each place in the text, with all the rows that it is named for."""
    rows: dict[Span, list[Row]] = {}
    for span, row in named:
        if span:
            rows.setdefault(span, []).append(row)
    return [Found(kind, *span, tuple(those)) for span, those in rows.items()]


def _tied(article: Article, one: Found) -> list[Row]:
    """The rows of a mark, their times, the figures of an event and the event of a figure."""
    tied: list[Row] = []
    for row in one.rows:
        tied.append(row)
        if isinstance(row, TimeRow):
            continue
        if dated_by := time_of(article, row):
            tied.append(dated_by)
        if isinstance(row, EventRow):
            tied += [figure for figure in article.figures if figure.event_id == row.id]
        else:
            tied += [event for event in article.events if event.id == row.event_id]
    return tied


def _key(row: Row) -> tuple[type, int]:
    return type(row), row.id


def _note(one: Found, words: Words) -> str:
    return " · ".join(dict.fromkeys(filter(None, (_said(one.kind, row, words) for row in one.rows))))


def _said(kind: MarkKind, row: Row, words: Words) -> str:
    """The reading of a row in a few words."""
    match kind, row:
        case "time", TimeRow():
            shown = wording.when(row.begin, row.end_time) or words.say("timeline.unknown")
            return f"{row.value}: {shown}"
        case "place", EventRow():
            known = dict.fromkeys(filter(None, (row.location, row.admin2, row.admin1)))
            return words.listed(known) or words.name("mark", "place")
        case "place", _:
            return words.name("mark", "place")
        case "claimant", FigureRow():
            return words.name("role", row.source_role) or words.name("mark", "claimant")
        case _, FigureRow():
            return f"{words.name('kind', row.kind)}: {wording.count(row, words)}"
        case _, EventRow():
            return f"{words.name('type', row.type)} ({words.name('status', row.status)})"
    return ""
