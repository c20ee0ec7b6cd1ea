"""An article as safe HTML, its marks drawn on the text.

«فجر الثلاثاء» → `<mark class="time">…</mark>`. Everything that comes from a document is escaped here
and nowhere else; no Markdown is involved, so `$x$`, `:red[x]` and `<script>` are shown as written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Literal

MarkKind = Literal["time", "figure", "trigger"]
MARK_KINDS: tuple[MarkKind, ...] = ("time", "figure", "trigger")


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]` is a time phrase, a figure or a trigger; `note` is shown on hover."""

    start: int
    end: int
    kind: MarkKind
    note: str = ""
    chosen: bool = False


def article_html(text: str, marks: Sequence[Mark], sentence: tuple[int, int] = (0, 0)) -> str:
    """The text in paragraphs, right to left; `sentence` (half-open) is the one to draw attention to."""
    paragraphs = (_paragraph(text, start, end, marks, sentence) for start, end in _lines(text))
    return f'<article class="article" dir="rtl" lang="ar">{"".join(paragraphs)}</article>'


def legend_html(labels: dict[MarkKind, str], direction: str) -> str:
    """One sample of every mark, in the style that the article uses."""
    samples = (f'<mark class="{kind}">{escape(label)}</mark>' for kind, label in labels.items())
    return f'<div class="legend" dir="{direction}">{" ".join(samples)}</div>'


def heading_html(title: str, details: Sequence[str], url: str | None, link: str, direction: str) -> str:
    """The headline, the line of details below it, and the link to the original where it is a web address."""
    parts = [f"<bdi>{escape(detail)}</bdi>" for detail in details if detail]
    if url and url.startswith(("http://", "https://")):
        parts.append(f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(link)}</a>')
    line = " · ".join(parts)
    headline = f'<h3 dir="auto">{escape(title)}</h3>' if title else ""
    return f'<header class="headline">{headline}<p dir="{direction}">{line}</p></header>'


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that is not blank begins and ends."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            yield start, end
        start = end + 1


def _paragraph(text: str, start: int, end: int, marks: Sequence[Mark], sentence: tuple[int, int]) -> str:
    here = [mark for mark in marks if mark.start < end and mark.end > start]
    pieces = [_piece(text, a, b, here, sentence) for a, b in pairwise(_cuts(start, end, here, sentence))]
    return f"<p>{''.join(pieces)}</p>"


def _cuts(start: int, end: int, marks: Sequence[Mark], sentence: tuple[int, int]) -> list[int]:
    """Every offset of the line at which something begins or ends, so that marks may overlap freely."""
    edges = {start, end, *sentence, *(m.start for m in marks), *(m.end for m in marks)}
    return sorted(edge for edge in edges if start <= edge <= end)


def _piece(text: str, start: int, end: int, marks: Sequence[Mark], sentence: tuple[int, int]) -> str:
    over = [mark for mark in marks if mark.start <= start and end <= mark.end]
    html = escape(text[start:end])
    if over:
        note = " · ".join(dict.fromkeys(mark.note for mark in over if mark.note))
        html = f'<mark class="{_classes(over)}" title="{escape(note)}">{html}</mark>'
    if sentence[0] <= start and end <= sentence[1]:
        html = f'<span class="sentence">{html}</span>'
    return html


def _classes(over: Sequence[Mark]) -> str:
    kinds = [kind for kind in MARK_KINDS if any(mark.kind == kind for mark in over)]
    return " ".join([*kinds, *(["chosen"] if any(mark.chosen for mark in over) else [])])


def notice_html(text: str, direction: str, role: str = "status") -> str:
    """A line that says what to do, or (role `alert`) what is wrong. No Markdown: file names may hold anything."""
    return f'<div class="notice {role}" role="{role}" dir="{direction}">{escape(text)}</div>'
