"""The tables of the page, each the twin of a chart and to be had as a file."""

from __future__ import annotations

from collections.abc import Sequence
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
from dashboard.tolls.naming import Remarks
from dashboard.tolls.people import people_chart
from dashboard.tolls.shown import Shown
from dashboard.wording import left_to_right, one_line
from timeline.store.views.rows import FigureRow
from timeline.tolls.order import Step

TABLES = ("claims", "days", "people")


def tabs_of(words: Words) -> Sequence[Any]:
    """The tables: of the claims, of the days, of the people."""
    return tabs({name: words.say(f"toll_tab.{name}") for name in TABLES}, f"toll_{words.language}")


def claim_table(shown: Shown, words: Words) -> None:
    """Every claim, the last one first, with its sentence; the link opens its article there."""
    steps = list(reversed(shown.series.steps))
    page = data.page_of(steps, page_in(st.query_params, "claims"))
    rows = data.tolls.figures([step.claim.id for step in page.rows])
    remarks, opened = Remarks(shown, words), choosing.claim_asked_for()
    lines = [
        Line(claim_cells(step, row, remarks, words), tables.in_article(row.document_id, row.start), row.id == opened)
        for step in page.rows
        if (row := rows.get(step.claim.id))
    ]
    if lines:
        st.html(table_html(lines, words, words.say("toll_tab.claims"), "toll_column"))
        tables.pager("claims", page, words)
        _download(downloads.claims_of(shown), "claims", words)
    else:
        nothing("claims", words)


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
        nothing("days", words)


def people(shown: Shown, words: Words) -> None:
    """Of whom, as a chart and as a table."""
    if len(shown.parts) < 2:
        nothing("people", words)
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


def claim_cells(step: Step, row: FigureRow, remarks: Remarks, words: Words) -> dict[str, str]:
    """Column key -> cell, in the order of the table."""
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


def nothing(what: str, words: Words) -> None:
    """What to do, where there is nothing to show."""
    st.html(notice_html(words.say(f"toll_empty.{what}"), words.direction))
