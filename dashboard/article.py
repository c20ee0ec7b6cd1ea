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

MarkKind = Literal["time", "figure", "trigger", "place", "claimant"]
MARK_KINDS: tuple[MarkKind, ...] = ("time", "figure", "trigger", "place", "claimant")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]` is a time phrase, a figure, a trigger, a place or a claimant.

    `note` is shown on hover; `address`, where there is one, is what a click on the mark opens.
    """

    start: int
    end: int
    kind: MarkKind
    note: str = ""
    chosen: bool = False
    address: str = ""


def article_html(text: str, marks: Sequence[Mark], sentence: Span = (0, 0), within: Span | None = None) -> str:
    """The text in paragraphs, right to left; `sentence` (half-open) is the one to draw attention to.

    `within` leaves only the paragraphs that it touches.
    """
    first, past = within or (0, len(text))
    lines = ((start, end) for start, end in _lines(text) if start < past and end > first)
    paragraphs = (_paragraph(text, start, end, marks, sentence) for start, end in lines)
    return f'<article class="article" dir="rtl" lang="ar">{"".join(paragraphs)}</article>'


def legend_html(labels: dict[MarkKind, str], direction: str) -> str:
    """One sample of every mark, in the style that the article uses."""
    samples = (f'<mark class="{kind}">{escape(label)}</mark>' for kind, label in labels.items())
    return f'<div class="legend" dir="{direction}">{" ".join(samples)}</div>'


def key_html(labels: dict[str, str], direction: str) -> str:
    """What the shapes in a chart mean: a sample of each, and its words."""
    samples = (f'<span><i class="{shape}"></i>{escape(label)}</span>' for shape, label in labels.items())
    return f'<div class="key" dir="{direction}">{"".join(samples)}</div>'


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
        html = _linked(f'<mark class="{_classes(over, start, end)}" title="{escape(note)}">{html}</mark>', start, over)
    if sentence[0] <= start and end <= sentence[1]:
        html = f'<span class="sentence">{html}</span>'
    return html


def _linked(html: str, start: int, over: Sequence[Mark]) -> str:
    """A link to the innermost of the marks; the keyboard stops once at each mark, where it begins."""
    inner = min(over, key=lambda mark: mark.end - mark.start)
    if not inner.address:
        return html
    passed = "" if inner.start == start else ' tabindex="-1"'
    current = ' aria-current="true"' if inner.chosen else ""
    return f'<a href="{escape(inner.address)}"{passed}{current}>{html}</a>'


def _classes(over: Sequence[Mark], start: int, end: int) -> str:
    """The kinds; whether one is chosen; and where the name of a claimant, which a place may cut, begins and ends."""
    kinds: list[str] = [kind for kind in MARK_KINDS if any(mark.kind == kind for mark in over)]
    named = [mark for mark in over if mark.kind == "claimant"]
    edges = {"begins": any(mark.start == start for mark in named), "ends": any(mark.end == end for mark in named)}
    said = edges | {"chosen": any(mark.chosen for mark in over)}
    return " ".join([*kinds, *(name for name, is_so in said.items() if is_so)])


def notice_html(text: str, direction: str, role: str = "status") -> str:
    """A line that says what to do, or (role `alert`) what is wrong. No Markdown: file names may hold anything."""
    return f'<div class="notice {role}" role="{role}" dir="{direction}">{escape(text)}</div>'
