"""What was decided before: when, by whom, what it changed."""

from __future__ import annotations

import json
from collections.abc import Iterable

import streamlit as st

from dashboard import data
from dashboard.address import page_in
from dashboard.i18n import Words
from dashboard.plain import plain_table_html
from dashboard.tables import pager
from timeline.store.reviewing.reviewable import Decision

COLUMNS = ("at", "by", "verdict", "item", "text", "change", "why")


def show_log(words: Words) -> None:
    """One page of all decisions, the latest first."""
    page = data.decisions(page_in(st.query_params, "log"))
    if not page.rows:
        st.html(f'<p class="counts" dir="{words.direction}">{words.say("reviewing.no_log")}</p>')
        return
    st.html(history_html(page.rows, words))
    if page.total > len(page.rows):
        pager("log", page, words)


def history_html(decisions: Iterable[Decision], words: Words) -> str:
    """A line for each decision."""
    headings = [words.say(f"log.{name}") for name in COLUMNS]
    return plain_table_html(
        headings, [_cells(one, words) for one in decisions], words.say("log.title"), words.direction
    )


def _cells(one: Decision, words: Words) -> list[str]:
    what = f"{words.say(f'reviewing.{one.item}')} {words.name('kind' if one.item == 'figure' else 'type', one.kind)}"
    verdict = words.say(f"reviewing.{one.verdict}")
    return [f"{one.at:%Y-%m-%d %H:%M}", one.who, verdict, what, one.text, _change(one), one.why or ""]


def _change(one: Decision) -> str:
    """`low: 21 → 22`"""
    before, after = json.loads(one.before or "{}"), json.loads(one.after or "{}")
    return "; ".join(f"{name}: {_value(before.get(name))} → {_value(value)}" for name, value in after.items())


def _value(value: object) -> str:
    return "–" if value is None else str(value)
