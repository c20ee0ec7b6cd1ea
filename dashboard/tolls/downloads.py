"""The tables of a toll as files: the rows that `timeline tolls --format csv` prints, for Excel."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dashboard.tolls.shown import Shown
from timeline.commands.toll_rows import CLAIM, DAY, Row, cells, claim_rows, day_rows
from timeline.export.csv import write_lines


@dataclass(frozen=True, slots=True)
class Download:
    """A file that is made when it is asked for, not before."""

    columns: Sequence[str]
    rows: Callable[[], Iterable[Row]]

    def __call__(self) -> bytes:
        stream = io.BytesIO()
        write_lines([self.columns], (cells(row, self.columns) for row in self.rows()), stream, excel=True)
        return stream.getvalue()


def claims_of(shown: Shown) -> Download:
    """Every claim of the toll, in order."""
    return Download(CLAIM, lambda: claim_rows([shown.series], (), shown.flags))


def days_of(shown: Shown, place: str) -> Download:
    """How many a day; `place` is as the articles write it."""
    return Download(DAY, lambda: day_rows(shown.days, {shown.series.toll.subject.place: place}))
