"""Rows of text -> an HTML table, everything in it escaped.

HTML and not a canvas: a canvas draws a cell in the direction of the page, and then one sees the middle of an Arabic
sentence, or nothing of it. A browser lays out Arabic and dates side by side, begins each where its reader does, and
lets them be searched, copied and read aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from dashboard.i18n import Words

ARTICLE_WORDS = {"trigger", "place", "phrase", "sentence", "document", "outlet", "text", "claimant"}
NUMBERS = {"when", "count"}
DATE = re.compile(r"\b\d{4}-\d\d-\d\d(?: \d\d:\d\d)?\b", re.ASCII)
WIDE = {"sentence", "document"}  # these take several lines, and end in `…` after the last of them


@dataclass(frozen=True, slots=True)
class Line:
    """One row: what its columns say, the address that opens its article, whether it is the one that is open."""

    cells: Mapping[str, str]
    address: str
    chosen: bool = False


def table_html(lines: Sequence[Line], words: Words, label: str, section: str = "column", link: str = "article") -> str:
    """The lines (at least one, all with the columns of the first) under their headings, each with its link.

    `section` of the words names the columns, and `link` is what the link opens, by its name under `[table]`.
    """
    columns = list(lines[0].cells)
    headings = "".join(
        f'<th scope="col">{escape(text)}</th>'
        for text in (words.say(f"table.{link}"), *(words.say(f"{section}.{name}") for name in columns))
    )
    body = "".join(_row(line, columns, words) for line in lines)
    table = f"<table><thead><tr>{headings}</tr></thead><tbody>{body}</tbody></table>"
    frame = f'dir="{words.direction}" role="region" aria-label="{escape(label)}" tabindex="0"'
    return f'<div class="grid" {frame}>{table}</div>'


def _row(line: Line, columns: Iterable[str], words: Words) -> str:
    mark = ' class="chosen"' if line.chosen else ""
    link = f'<td><a href="{escape(line.address)}">{escape(words.say("table.open"))}</a></td>'
    return f"<tr{mark}>{link}{''.join(_cell(name, line.cells[name], words) for name in columns)}</tr>"


def _cell(name: str, text: str, words: Words) -> str:
    said = whole_dates(escape(text))
    inside = f'<div class="lines" title="{escape(text)}">{said}</div>' if name in WIDE else said
    return f'<td class="{name}" dir="{_direction(name, words)}">{inside}</td>'


def whole_dates(html: str) -> str:
    """Escaped text in which no line breaks inside `2023-05-09 03:00`."""
    return DATE.sub(r'<span class="whole">\g<0></span>', html)


def _direction(name: str, words: Words) -> str:
    """The words of an article run right to left and dates left to right, whatever the interface speaks."""
    if name in ARTICLE_WORDS:
        return "rtl"
    return "ltr" if name in NUMBERS else words.direction
