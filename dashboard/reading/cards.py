"""The card of a mark: its reading, and the chain of reasons that leads to it, as HTML in which all text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from dashboard.article import MarkKind
from dashboard.i18n import Words
from dashboard.reading.marks import Address, Found
from dashboard.wording import left_to_right
from timeline.reasons import Reason
from timeline.resolve.confidence import BORROWED, COUNTED, DECIDED, DOUBTFUL, SAID, SUPPOSED, UNRESOLVED
from timeline.store.views.article import TimeRow
from timeline.store.views.rows import EventRow, FigureRow

ITEMS = {"time": "time", "figure": "figure", "trigger": "event"}
_CODES = {"kind": "kind", "scope": "scope", "status": "status"}  # column of a reason -> section of its words
_PROGRAM = {"rule", "reading", "value", "count", "interval", "or"}  # left to right in either language
_TEXT = {"phrase", "figure", "event", "time", "part of", "source", "place", "which"}  # the article's own words
_SURENESS = {"confidence", "because"}
_LEVELS = {
    SAID: "said",
    COUNTED: "counted",
    BORROWED: "borrowed",
    DECIDED: "decided",
    SUPPOSED: "supposed",
    DOUBTFUL: "doubtful",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the chain: what it is called, what it says, and the address of what it leads to."""

    label: str
    text: str
    direction: str
    address: str = ""
    is_code: bool = False


def card_html(kind: MarkKind, title: str, lines: Iterable[Line], words: Words) -> str:
    """The kind of the mark, its words, and a line for each step."""
    head = f'<h4 dir="{words.direction}"><mark class="{kind}">{escape(words.say(f"mark.{kind}"))}</mark> '
    return (
        f'<section class="mark-card" dir="{words.direction}">{head}<bdi dir="rtl" lang="ar">{escape(title)}</bdi></h4>'
        f"{lines_html(lines)}</section>"
    )


def lines_html(lines: Iterable[Line]) -> str:
    """The steps as a list of terms; nothing where there is none."""
    body = "".join(_line_html(line) for line in lines)
    return f"<dl>{body}</dl>" if body else ""


def lines_of(found: Found, reasons: Sequence[Reason], words: Words, address: Address) -> list[Line]:
    """The steps of one mark."""
    if found.kind in ITEMS:
        reason = next(each for each in reasons if (each.item, each.start) == (ITEMS[found.kind], found.start))
        return _reasoned(found, reason, words, address)
    return _named(found, words, address)


def _reasoned(found: Found, reason: Reason, words: Words, address: Address) -> list[Line]:
    _, *columns = reason.cells  # the first are the words themselves, which are the title
    said = [name for name in columns if reason.cells[name] and name not in _SURENESS]
    lines = [_line(reason, name, words, address) for name in said]
    row = found.rows[0]
    if isinstance(row, TimeRow):
        return lines + _sureness(row, words)
    unknown = Line(_label("rule", words), words.say("reading.other_version"), words.direction)
    return lines if reason.cells["rule"] else [unknown, *lines]


def _line(reason: Reason, name: str, words: Words, address: Address) -> Line:
    text, link = reason.cells[name], address(reason.links[name]) if name in reason.links else ""
    direction = "ltr" if name in _PROGRAM else "rtl" if name in _TEXT else words.direction
    shown = left_to_right(text) if name == "interval" else text
    if reason.item == "event" and name == "type":
        shown = words.name("type", text)
    elif name in _CODES:
        shown = words.name(_CODES[name], text)
    elif name == "categories":
        shown = words.listed(map(words.category, text.split()))
    return Line(_label(name, words), shown, direction, link, is_code=name in _PROGRAM)


def _sureness(row: TimeRow, words: Words) -> list[Line]:
    """How sure the value is, and why; an earlier version of the program did not say."""
    if row.confidence is None:
        return []
    waits = "which_beginning" if row.alternatives else "waits"
    level = waits if row.confidence == UNRESOLVED else _LEVELS.get(row.confidence, "said")
    said = f"{left_to_right(f'{row.confidence:g}')} · {words.say(f'because.{level}')}"
    return [Line(_label("confidence", words), said, words.direction)]


def _named(found: Found, words: Words, address: Address) -> list[Line]:
    """A place: what the gazetteer knows of it, and what happened there. A claimant: what it is, and what it counted."""
    known = {line: None for row in found.rows for line in _known(row, found.kind, words)}
    told = [
        Line(_item(row, words), row.text, "rtl", address(row.start))
        for row in found.rows
        if isinstance(row, FigureRow if found.kind == "claimant" else EventRow | FigureRow)
    ]
    return [*known, *told]


def _known(row: object, kind: MarkKind, words: Words) -> list[Line]:
    if kind == "claimant" and isinstance(row, FigureRow):
        role = words.name("role", row.source_role)
        return [Line(words.say("reading.role"), role, words.direction)] if role else []
    if not isinstance(row, EventRow) or not row.gazetteer_id:
        return []
    divisions = dict.fromkeys(filter(None, (row.location, row.admin2, row.admin1)))
    country = words.category((row.country or "").lower())
    point = f"{row.latitude:.3f} {row.longitude:.3f}"
    lines = [
        Line(words.say("reason.which"), words.listed(divisions), "rtl"),
        Line(words.say("reading.country"), country, words.direction),
        Line(words.say("reading.point"), point, "ltr", is_code=True),
        Line(words.say("reading.precision"), words.name("precision", row.geo_precision), words.direction),
    ]
    others = [Line(words.say("reason.or"), row.alternatives, "rtl")] if row.alternatives else []
    return lines + others


def _item(row: object, words: Words) -> str:
    if isinstance(row, FigureRow):
        return words.name("kind", row.kind)
    return words.name("type", row.type) if isinstance(row, EventRow) else ""


def _label(name: str, words: Words) -> str:
    return words.say(f"reason.{name.replace(' ', '_')}")


def _line_html(line: Line) -> str:
    text = escape(line.text)
    if line.is_code:
        text = f"<code>{text}</code>"
    if line.address:
        text = f'<a href="{escape(line.address)}">{text}</a>'
    return f'<dt>{escape(line.label)}</dt><dd dir="{line.direction}">{text}</dd>'
