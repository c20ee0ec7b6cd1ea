"""Rows of whatever values -> an HTML table, everything in it escaped; each cell runs as its own first letter does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

Value = str | int | float | None
LONGEST = 400  # letters of a cell that are shown; the rest is in the exported file


def plain_table_html(headings: Sequence[str], rows: Iterable[Sequence[Value]], label: str, direction: str) -> str:
    """Headings over rows; `label` is what it is called by a screen reader."""
    head = "".join(f'<th scope="col"><bdi>{escape(heading)}</bdi></th>' for heading in headings)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    frame = f'dir="{direction}" role="region" aria-label="{escape(label)}" tabindex="0"'
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="grid plain" {frame}>{table}</div>'


def _cell(value: Value) -> str:
    if value is None:
        return '<td class="nothing">–</td>'
    if isinstance(value, int | float):
        return f'<td class="number" dir="ltr">{value}</td>'
    cut = value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
    return f'<td dir="auto"><div class="lines">{escape(cut)}</div></td>'
