"""The parts of the overview: HTML, in which every number is a link into the page that shows what it counts.

The database as a whole, whatever the filters of the other pages: its links leave them behind.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from dashboard import data, pages, wording
from dashboard.address import PARAMETERS
from dashboard.article import notice_html
from dashboard.i18n import Words
from dashboard.opening import address_of_page

_UNFILTERED: dict[str, str] = dict.fromkeys(PARAMETERS.values(), "")
MOST_FLAGGED = 8  # claims of the list
_UNRESOLVED = "SELECT text, type, value, reading, title, published FROM unresolved_times"


def holdings(words: Words) -> None:
    """How much there is of everything."""
    counts = data.counts()
    tiles = [
        ("documents", counts.documents, _to("article")),
        ("outlets", counts.outlets, ""),
        ("events", counts.events, _to("timeline")),
        ("figures", counts.figures, _to("timeline", tab="figures")),
        ("undated_events", counts.undated_events, _to("timeline", tab="undated")),
        ("unresolved_times", counts.unresolved_times, _to("sql", q=_UNRESOLVED)),
        ("doubtful", data.doubtful(), _to("review", what="time")),
        ("unreviewed", data.unreviewed(), _to("review", queue="newest")),
    ]
    shown = (_tile(words.number(number), words.say(f"overview.{name}"), address) for name, number, address in tiles)
    st.html(f'<ul class="tiles" dir="{words.direction}">{"".join(shown)}</ul>')


def last_days(words: Words) -> None:
    """The last fortnight of the data, a line a day: what was published, what it tells of."""
    days = data.last_days()
    _heading("last_days", words)
    if not days:
        return _nothing("no_days", words)
    most = max([*(day.events for day in days), 1])
    columns = ("day", "articles", "day_events", "day_figures")
    lines = (_day(day, most, words) for day in days)
    return _table(columns, lines, words, "last_days")


def newest_tolls(words: Words) -> None:
    """What was counted last: the latest claim about each toll."""
    tolls = data.newest_tolls()
    _heading("tolls", words)
    if not tolls:
        return _nothing("no_tolls", words)
    columns = ("toll", "count", "claimant", "published")
    return _table(columns, (_toll(toll, words) for toll in tolls), words, "tolls")


def flagged(words: Words) -> None:
    """The latest claims that something is wrong with; each leads to where it is shown with what it is at odds with."""
    claims = data.newest_flagged(MOST_FLAGGED)
    _heading("flagged", words)
    if not claims:
        return _nothing("no_flagged", words)
    columns = ("claim", "count", "remark", "published")
    return _table(columns, (_flagged(claim, words) for claim in claims), words, "flagged")


def unresolved(words: Words) -> None:
    """Phrases without a date: the article may lack its date of publication, which `timeline redate` gives."""
    times = data.unresolved()
    _heading("unresolved", words)
    if not times:
        return _nothing("all_resolved", words)
    begins = data.beginnings({time.document_id for time in times})
    columns = ("phrase", "value", "article")
    lines = (
        (
            ("rtl", _link(time.text, _to("article", article=str(time.document_id), at=str(time.start)))),
            ("ltr", f"<code>{escape(time.value)}</code>"),
            ("rtl", escape(wording.named(time.title, begins.get(time.document_id), words))),
        )
        for time in times
    )
    return _table(columns, lines, words, "unresolved")


Cell = tuple[str, str]  # the direction of its text, and its HTML


def _day(day: data.Day, most: int, words: Words) -> tuple[Cell, ...]:
    name = day.day.isoformat()
    bar = f'<i class="bar" style="width:{100 * day.events / most:.1f}%"></i>'
    events = f'<span class="barred">{bar}<b>{words.number(day.events)}</b></span>'
    link = _link(name, _to("timeline", **{"from": name, "to": name}))
    articles, figures = words.number(day.articles), words.number(day.figures)
    return ("ltr", link), ("ltr", articles), (words.direction, events), ("ltr", figures)


def _toll(toll: data.Toll, words: Words) -> tuple[Cell, ...]:
    claim = toll.claim
    about = " · ".join(filter(None, (words.name("kind", claim.kind), claim.place)))
    return (
        (words.direction, _link(about, _to("tolls", toll=str(toll.toll)))),
        ("ltr", f"<b>{escape(wording.count(claim, words))}</b>"),
        ("rtl", escape(claim.source or claim.outlet or "")),
        ("ltr", escape((claim.published or "")[:10])),
    )


def _flagged(one: data.FlaggedClaim, words: Words) -> tuple[Cell, ...]:
    claim = one.claim
    about = " · ".join(filter(None, (words.name("kind", claim.kind), claim.place)))
    in_article = _to("article", article=str(claim.document_id), at=str(claim.start))
    address = _to("tolls", toll=str(one.toll), claim=str(claim.id)) if one.toll else in_article
    remarks = words.listed(words.say(f"toll_flag_name.{flag}") for flag in one.flags)
    return (
        (words.direction, _link(about, address)),
        ("ltr", f"<b>{escape(wording.count(claim, words))}</b>"),
        (words.direction, escape(remarks)),
        ("ltr", escape((claim.published or "")[:10])),
    )


def _table(columns: Iterable[str], lines: Iterable[Iterable[Cell]], words: Words, name: str) -> None:
    heads = "".join(f'<th scope="col">{escape(words.say(f"overview.{column}"))}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, cells))}</tr>" for cells in lines)
    label = escape(words.say(f"overview.{name}"))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    frame = f'dir="{words.direction}" role="region" aria-label="{label}" tabindex="0"'
    st.html(f'<div class="grid short" {frame}>{table}</div>')


def _cell(cell: Cell) -> str:
    direction, html = cell
    return f'<td dir="{direction}">{html}</td>'


def _to(name: str, **parameters: str) -> str:
    """The address of a page without filters; none where this dashboard lacks the page."""
    return address_of_page(name, **(_UNFILTERED | parameters)) if name in pages.shown() else ""


def _tile(number: str, name: str, address: str) -> str:
    inside = f"<b>{number}</b> {escape(name)}"
    return f"<li>{_link_html(inside, address)}</li>"


def _link(text: str, address: str) -> str:
    return _link_html(escape(text), address)


def _link_html(inside: str, address: str) -> str:
    return f'<a href="{escape(address)}">{inside}</a>' if address else f"<span>{inside}</span>"


def _heading(name: str, words: Words) -> None:
    st.html(f'<h2 class="title" dir="{words.direction}">{escape(words.say(f"overview.{name}"))}</h2>')


def _nothing(name: str, words: Words) -> None:
    st.html(notice_html(words.say(f"overview.{name}"), words.direction))
