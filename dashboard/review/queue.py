"""The queue: which things, in which order, and the table of those that wait."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from dashboard import data, wording
from dashboard.data import Page
from dashboard.data.flags import Flagged
from dashboard.data.review import Waiting
from dashboard.grid import Line, table_html
from dashboard.i18n import Words
from dashboard.opening import query, rewrite
from dashboard.review.address import CHOICES, View
from dashboard.tables import pager
from timeline.store.reviewing.reviews import Reference

_FIRST = {"item": "", "queue_page": ""}


def choose(view: View, words: Words) -> None:
    """The three choices, as the URL has them."""
    for name, choices in CHOICES.items():
        st.session_state[f"review_{name}"] = getattr(view, name)
        st.segmented_control(
            words.say(f"reviewing.{name}"),
            choices,
            format_func=lambda code: words.say(f"reviewing.{code}"),
            key=f"review_{name}",
            required=True,
            on_change=_keep,
            args=(name,),
        )


def show_queue(page: Page[Waiting], order: str, current: Reference | None, words: Words) -> None:
    """A line for each thing, with the way to it, and in the `order` of the flagged what is wrong with it."""
    wrong = data.flagged() if order == "flagged" else None
    lines = [
        Line(_cells(one, words) | _remark(one, wrong, words), _address(one.reference), one.reference == current)
        for one in page.rows
    ]
    st.html(table_html(lines, words, words.say("reviewing.queue")))
    if page.total > len(page.rows):
        pager("queue", page, words)


def _cells(one: Waiting, words: Words) -> dict[str, str]:
    said = _said(one, words)
    return {
        "text": wording.one_line(one.text),
        "says": said,
        "confidence": "" if one.confidence is None else f"{one.confidence:g}",
        "published": wording.left_to_right((one.published or "")[:16].replace("T", " ")),
        "outlet": wording.one_line(one.outlet),
    }


def _remark(one: Waiting, wrong: Flagged | None, words: Words) -> dict[str, str]:
    """What the page of tolls finds wrong with a figure; the times of this queue all lack the same."""
    if wrong is None or one.reference.item != "figure":
        return {}
    return {"remark": words.listed(words.say(f"toll_flag_name.{flag}") for flag in wrong.get(one.reference.id, ()))}


def _said(one: Waiting, words: Words) -> str:
    """The reading in a few words: «قتلى · 21», «غارة جوية · القطاع», «2023-05-09»."""
    if one.reference.item == "time":
        return wording.left_to_right(one.value or "")
    if one.reference.item == "event":
        return " · ".join(filter(None, (words.name("type", one.code), one.place)))
    return f"{words.name('kind', one.code)} · {wording.bounds(one.low or 0, one.high, words)}"


def _address(reference: Reference) -> str:
    return f"?{urlencode(query() | {'item': [str(reference)]}, doseq=True)}"


def _keep(name: str) -> None:
    chosen = st.session_state[f"review_{name}"]
    rewrite(_FIRST | {name: "" if chosen == CHOICES[name][0] else chosen})
