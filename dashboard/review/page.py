"""The page of reviews, from its choices down to its log."""

from __future__ import annotations

import streamlit as st

from dashboard import data
from dashboard.address import ALL, page_in
from dashboard.article import notice_html
from dashboard.data import Page
from dashboard.data.review import Waiting
from dashboard.filters import filter_row
from dashboard.i18n import Words
from dashboard.problems import said
from dashboard.review import deciding
from dashboard.review.address import View, view_in
from dashboard.review.history import history_html, show_log
from dashboard.review.queue import choose, show_queue
from dashboard.review.thing import about, buttons, form, show_thing
from timeline.store.reviewing.reviews import Reference


def show(words: Words) -> None:
    """What waits, and the thing that is looked at."""
    view, filters = view_in(st.query_params), filter_row(words, "figures")
    with st.container(horizontal=True):
        choose(view, words)
    page = data.review_queue(view.what, view.queue, view.state, filters, page_in(st.query_params, "queue"))
    current = view.reference or (page.rows[0].reference if page.rows else None)
    if problem := st.session_state.pop(deciding.PROBLEM, None):
        line = words.say(problem) if problem == "reviewing.unchanged" else said(problem, words)
        st.html(notice_html(line, words.direction, role="alert"))
    if current is None:
        st.html(notice_html(_nothing(view, words, is_filtered=filters != ALL), words.direction))
        _undo_last(words)
    else:
        _thing(current, page, words)
    if page.rows:
        st.html(_title(page, words))
        show_queue(page, view.queue, current, words)
    with st.expander(words.say("log.title")):
        show_log(words)


def _thing(current: Reference, page: Page[Waiting], words: Words) -> None:
    thing = data.reviewed(current)
    if thing is None:
        st.html(notice_html(words.say("reviewing.gone", item=current), words.direction))
        return
    before, following = _neighbours(current, [one.reference for one in page.rows])
    left, right = st.columns([3, 2], gap="medium")
    with left:
        buttons(thing, before, following, words)
    with right:
        form(thing, following, words)
        about(words)
        if thing.decisions:
            st.html(history_html(thing.decisions, words))
    with left:  # last: the first time, the reasons wait for the grammar
        show_thing(thing, words)


def _undo_last(words: Words) -> None:
    """Where the queue has come to its end, the last decision can still be taken back."""
    if last := st.session_state.get(deciding.LAST):
        label = words.say("reviewing.undo")
        st.button(label, key="review undo", on_click=deciding.undo, args=(last,), shortcut="U")


def _neighbours(current: Reference, queue: list[Reference]) -> tuple[Reference | None, Reference | None]:
    """What comes before and after it; the first of the queue, where it is not in it."""
    if current not in queue:
        return None, queue[0] if queue else None
    place = queue.index(current)
    following = queue[place + 1] if place + 1 < len(queue) else None
    return (queue[place - 1] if place else None), following


def _nothing(view: View, words: Words, *, is_filtered: bool) -> str:
    """What to do where nothing waits, or nothing that the filters leave."""
    if is_filtered:
        return words.say("reviewing.none_left")
    return words.say(f"reviewing.no_{view.queue}" if view.state == "pending" else "reviewing.none")


def _title(page: Page[Waiting], words: Words) -> str:
    heading, number = words.say("reviewing.waiting"), words.number(page.total)
    return f'<h2 class="title" dir="{words.direction}">{heading} <small>{number}</small></h2>'
