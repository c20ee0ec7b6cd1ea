"""The parts of the page: the number, the charts, the claim that was clicked, the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard import data, tables
from dashboard.address import page_in
from dashboard.article import notice_html
from dashboard.grid import Line, table_html
from dashboard.i18n import Words
from dashboard.opening import query
from dashboard.tabs import tabs
from dashboard.tolls import choosing, downloads, naming, records
from dashboard.tolls.claim_layers import CLICK
from dashboard.tolls.movement import movement_chart
from dashboard.tolls.naming import Remarks
from dashboard.tolls.people import people_chart
from dashboard.tolls.shown import Shown
from dashboard.wording import left_to_right, one_line
from timeline.store.views import FigureRow
from timeline.tolls.order import Step

CHART = "toll_chart"
TABLES = ("claims", "days", "people")


def headline(shown: Shown, place: str, words: Words) -> None:
    """What is counted, and the number that the rule makes of it today."""
    toll = shown.series.toll
    about = " · ".join(
        (words.name("kind", toll.subject.kind), f"<bdi>{escape(place)}</bdi>", escape(naming.name_of(toll, words)))
    )
    if shown.moved:
        number = escape(naming.resolved_said(shown.moved[-1].number, words))
        until = words.say("tolls.until", when=left_to_right(f"{shown.moved[-1].at:%Y-%m-%d %H:%M}"))
    else:
        number, until = "–", words.say("tolls.no_number")
    st.html(
        f'<div class="toll" dir="{words.direction}"><h2 class="title">{about}</h2>'
        f"<p><strong>{number}</strong> <span>{escape(until)}</span></p></div>"
    )


def movement(shown: Shown, named: Mapping[str, str], words: Words) -> None:
    """The chart; a click on a claim opens it below."""
    if not shown.series.counted() and not shown.days and not shown.periods:
        _nothing("dated", words)
        return
    st.vega_lite_chart(
        movement_chart(shown, named, words),
        key=CHART,
        width="stretch",
        on_select=_open_from_chart,
        selection_mode=CLICK,
        alt=words.say("toll_chart.alt"),
    )
    said = [words.say("toll_chart.key")]
    if len(shown.series.steps) > records.MOST_CLAIMS:
        said.append(words.say("toll_chart.truncated", number=words.number(records.MOST_CLAIMS)))
    st.html(f'<p class="counts" dir="{words.direction}">{escape(" ".join(said))}</p>')


def claim_card(shown: Shown, words: Words) -> None:
    """The claim that is open: its sentence, who says so, what is wrong with it, the way to the article."""
    step = shown.steps.get(choosing.claim_asked_for() or 0)
    row = data.tolls.figures([step.claim.id]).get(step.claim.id) if step else None
    if step is None or row is None:
        return
    cells = _cells(step, row, Remarks(shown, words), words)
    said = "".join(
        f"<dt>{escape(words.say(f'toll_column.{name}'))}</dt><dd><bdi>{escape(cells[name])}</bdi></dd>"
        for name in ("count", "claimant", "published", "delta", "supersedes", "remark", "outlet")
        if cells[name]
    )
    link = f'<a href="{escape(tables.in_article(row.document_id, row.start))}">{escape(words.say("tolls.open"))}</a>'
    st.html(
        f'<section class="claim" dir="{words.direction}">'
        f'<p class="sentence" dir="rtl" lang="ar">{escape(row.sentence)}</p>'
        f"<dl>{said}</dl>{link}</section>"
    )
    st.button(
        words.say("tolls.close"), icon=":material/close:", type="tertiary", on_click=choosing.open_claim, args=("",)
    )


def claim_table(shown: Shown, words: Words) -> None:
    """Every claim, the last one first, with its sentence; the link opens its article there."""
    steps = list(reversed(shown.series.steps))
    page = data.page_of(steps, page_in(st.query_params, "claims"))
    rows = data.tolls.figures([step.claim.id for step in page.rows])
    remarks, opened = Remarks(shown, words), choosing.claim_asked_for()
    lines = [
        Line(_cells(step, row, remarks, words), tables.in_article(row.document_id, row.start), row.id == opened)
        for step in page.rows
        if (row := rows.get(step.claim.id))
    ]
    if lines:
        st.html(table_html(lines, words, words.say("toll_tab.claims"), "toll_column"))
        tables.pager("claims", page, words)
        _download(downloads.claims_of(shown), "claims", words)
    else:
        _nothing("claims", words)


def day_table(shown: Shown, place: str, words: Words) -> None:
    """The twin of the bars, the last day first; the link opens the claim by which a day ends."""
    page = data.page_of(shown.days[::-1], page_in(st.query_params, "days"))
    lines = [
        Line(
            {
                "days": records.days_said(day),
                "count": left_to_right(words.number(day.count)),
                "basis_said": words.name("toll_basis", day.basis),
                "claims": _numbered(day.claims),
            },
            _claim_address(day.claims[-1]),
        )
        for day in page.rows
    ]
    if lines:
        st.html(table_html(lines, words, words.say("toll_tab.days"), "toll_column", "claim"))
        tables.pager("days", page, words)
        _download(downloads.days_of(shown, place), "days", words)
    else:
        _nothing("days", words)


def people(shown: Shown, words: Words) -> None:
    """Of whom, as a chart and as a table."""
    if len(shown.parts) < 2:
        _nothing("people", words)
        return
    st.vega_lite_chart(
        people_chart(shown.parts, words), width="stretch", key="people_chart", alt=words.say("toll_tab.people")
    )
    lines = [
        Line(
            {
                "people": naming.people_of(part.toll, words),
                "count": naming.resolved_said(part.number, words),
                "claims": _numbered(part.number.claims),
            },
            _claim_address(part.number.claims[-1]),
        )
        for part in shown.parts
    ]
    st.html(table_html(lines, words, words.say("toll_tab.people"), "toll_column", "claim"))


def tabs_of(words: Words) -> Sequence[Any]:
    """The tables: of the claims, of the days, of the people."""
    return tabs({name: words.say(f"toll_tab.{name}") for name in TABLES}, f"toll_{words.language}")


def _download(file: downloads.Download, name: str, words: Words) -> None:
    st.download_button(
        words.say("tolls.download"),
        file,
        f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=f"download_{name}",
    )


def _nothing(what: str, words: Words) -> None:
    st.html(notice_html(words.say(f"toll_empty.{what}"), words.direction))


def _cells(step: Step, row: FigureRow, remarks: Remarks, words: Words) -> dict[str, str]:
    claim, before, moved = step.claim, step.supersedes, remarks.shown.number_after(step.claim.id)
    return {
        "id": left_to_right(f"#{claim.id}"),
        "published": left_to_right(f"{claim.published:%Y-%m-%d %H:%M}") if claim.published else "",
        "claimant": one_line(claim.source or row.outlet or words.name("role", "outlet")),
        "count": naming.count_of(claim, words),
        "delta": naming.delta_of(step, words),
        "moved": naming.resolved_said(moved, words) if moved else "",
        "supersedes": left_to_right(f"{naming.count_of(before, words)} (#{before.id})") if before else "",
        "remark": remarks.on(step),
        "text": one_line(claim.text),
        "sentence": one_line(claim.sentence),
        "document": one_line(row.title),
        "outlet": one_line(row.outlet),
    }


def _numbered(claims: Sequence[int]) -> str:
    """`#12 #15`."""
    return left_to_right(" ".join(f"#{claim}" for claim in claims))


def _claim_address(claim: int) -> str:
    return f"?{urlencode(query() | {choosing.CLAIM: [str(claim)]}, doseq=True)}"


def _open_from_chart() -> None:
    """The selection is a list of the marks clicked; an empty one, or one without an id, is a click beside them."""
    clicked: Any = st.session_state[CHART]["selection"].get(CLICK)
    if clicked and clicked[0].get("id"):
        choosing.open_claim(str(clicked[0]["id"]))
