"""What stands above the tables: the number, the chart, the claim that was clicked."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import streamlit as st

from dashboard import data, tables
from dashboard.i18n import Words
from dashboard.tolls import choosing, naming, records
from dashboard.tolls.claim_layers import CLICK
from dashboard.tolls.key import key_html
from dashboard.tolls.movement import drawn_of, movement_chart
from dashboard.tolls.naming import Remarks
from dashboard.tolls.shown import Shown
from dashboard.tolls.tables import claim_cells, nothing
from dashboard.wording import left_to_right

CHART = "toll_chart"


def headline(shown: Shown, place: str, words: Words) -> None:
    """What is counted, and the number that the rule makes of it today."""
    toll = shown.series.toll
    about = " · ".join(
        (words.name("kind", toll.subject.kind), f"<bdi>{escape(place)}</bdi>", escape(naming.name_of(toll, words)))
    )
    if shown.moved:
        resolved = shown.moved[-1].number
        number = escape(naming.resolved_said(resolved, words))
        said = shown.steps[resolved.said_by].claim.published or shown.moved[-1].at
        until = words.say("tolls.until", when=left_to_right(f"{said:%Y-%m-%d %H:%M}"))
    else:
        number, until = "–", words.say("tolls.no_number")
    st.html(
        f'<div class="toll" dir="{words.direction}"><h2 class="title">{about}</h2>'
        f"<p><strong>{number}</strong> <span>{escape(until)}</span></p></div>"
    )


def movement(shown: Shown, named: Mapping[str, str], words: Words) -> None:
    """The chart; a click on a claim opens it below."""
    if not shown.series.counted() and not shown.days and not shown.periods:
        nothing("dated", words)
        return
    drawn = drawn_of(shown, named, words)
    st.html(key_html(drawn, words))
    st.vega_lite_chart(
        movement_chart(drawn, words),
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
    cells = claim_cells(step, row, Remarks(shown, words), words)
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


def _open_from_chart() -> None:
    """The selection is a list of the marks clicked; an empty one, or one without an id, is a click beside them."""
    clicked: Any = st.session_state[CHART]["selection"].get(CLICK)
    if clicked and clicked[0].get("id"):
        choosing.open_claim(str(clicked[0]["id"]))
