"""The page from its fields to what was stored. What is given stays in this session, and in no address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import streamlit as st

from dashboard import data
from dashboard.adding.asking import ask_what, ask_when, given, is_given, items
from dashboard.adding.batch import MOST, Batch, read_batch
from dashboard.adding.shown import show_batch
from dashboard.adding.storing import store
from dashboard.article import notice_html
from dashboard.i18n import Words
from dashboard.problems import said
from dashboard.reading.listing import listing_html
from timeline.sources import SourceProblem
from timeline.store.writing.save import Saved

BATCH, STORED = "add_batch", "add_stored"


def show(words: Words) -> None:
    """Ask, read, show, store."""
    way = ask_what(words)
    ask_when(words)
    if st.button(words.say("adding.read"), type="primary", key="add_read"):
        _read(way, words)
    batch: Batch | None = st.session_state.get(BATCH)
    if batch is not None:
        show_batch(batch, words)
        if batch.extractions:
            _offer(batch, words)
    _show_stored(words)


def _read(way: str, words: Words) -> None:
    st.session_state.pop(STORED, None)
    st.session_state.pop(BATCH, None)
    if not is_given(way):
        st.html(notice_html(words.say("adding.nothing"), words.direction, role="alert"))
        return
    try:
        known = given()
    except SourceProblem as problem:
        st.html(notice_html(said(problem, words), words.direction, role="alert"))
        return
    with _progress(words.say("adding.reading"), MOST) as advance:
        st.session_state[BATCH] = read_batch(items(way, known), advance)


def _offer(batch: Batch, words: Words) -> None:
    """The button that stores; nothing was written before it is pressed."""
    label = words.say("adding.store", articles=words.counted("articles", len(batch.extractions)))
    if st.button(label, type="primary", key="add_store"):
        with _progress(words.say("adding.storing"), len(batch.extractions)) as advance:
            saved = store(batch.extractions, advance)
        st.session_state[STORED] = saved, data.stored(batch.extractions)
        del st.session_state[BATCH]
        st.rerun()


def _show_stored(words: Words) -> None:
    if STORED not in st.session_state:
        return
    saved, articles = st.session_state[STORED]
    st.html(notice_html(_said(saved, words), words.direction))
    for line in saved.refused:
        st.html(notice_html(said(line, words), words.direction, role="alert"))
    st.html(listing_html(articles, words))


def _said(saved: Saved, words: Words) -> str:
    counts = {name: words.number(getattr(saved, name)) for name in ("new", "changed", "unchanged", "repeated")}
    return words.say("adding.stored", **counts)


@contextmanager
def _progress(text: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar while something is done; what it gives is told how much of `total` is done."""
    bar = st.progress(0.0, text)

    def advance(done: int) -> None:
        bar.progress(min(1.0, done / total), f"{text} {done}")

    yield advance
    bar.empty()
