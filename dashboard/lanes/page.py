"""The timeline page: the overview, the lanes, the card of the event that was clicked, and the tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from html import escape
from typing import Any

import streamlit as st

from dashboard import data, tables
from dashboard.address import (
    TABS,
    Filters,
    Window,
    lanes_in,
    opened_in,
    page_in,
    tab_in,
    window_in,
    written_window,
)
from dashboard.article import notice_html
from dashboard.grid import whole_dates
from dashboard.i18n import Language, Words
from dashboard.lanes import controls, spans, tracks
from dashboard.lanes.card import event_card
from dashboard.lanes.chart import lanes_chart
from dashboard.lanes.density import CELL, density_chart
from dashboard.lanes.histogram import BRUSH, histogram
from dashboard.lanes.key import key_html
from dashboard.lanes.layers import CLICK, ZOOM
from dashboard.opening import rewrite
from dashboard.wording import left_to_right

CARD = 440  # pixels


def rows_of_tab() -> str:
    """The rows that the open tab is about, as an export names them."""
    return "figures" if tab_in(st.query_params) == "figures" else "events"


def show(filters: Filters, words: Words) -> None:
    """The tabs, and beside them the card where the URL opens one."""
    with st.container(horizontal=True, key="tabs_and_card", gap="medium"):
        tabs = st.container(key="tabs")  # the same place with a card and without: its charts are not made anew
        if opened_in(st.query_params):
            with st.container(key="card_panel", width=CARD):
                event_card(words)
    with tabs:
        _fill(filters, words)


def _fill(filters: Filters, words: Words) -> None:
    """Only the tab that is open."""
    shown: dict[str, Callable[[], None]] = {
        "timeline": partial(_timeline, filters, words),
        "events": lambda: _table("events", data.dated_events(filters, _page("events")), words),
        "undated": lambda: _table("undated", data.undated_events(filters, _page("undated")), words),
        "figures": lambda: _figures(filters, words),
    }
    for name, tab in _tabs(words).items():
        with tab:
            if tab.open:
                shown[name]()


def _tabs(words: Words) -> dict[str, Any]:
    """The one that is open stands in the URL, so that a link out of a table comes back to it."""
    labels = {words.say(f"tab.{name}"): name for name in TABS}
    key = f"tab_{words.language}"

    def keep() -> None:
        name = labels[st.session_state[key]]
        rewrite({"tab": "" if name == TABS[0] else name})

    opened = words.say(f"tab.{tab_in(st.query_params)}")
    return dict(zip(TABS, st.tabs(list(labels), key=key, default=opened, on_change=keep), strict=True))


def _timeline(filters: Filters, words: Words) -> None:
    days = data.days(filters)
    if not days:
        return _nothing("empty.events", words)
    asked = _asked(filters, spans.usual(days))
    window, by = window_in(st.query_params) or asked, lanes_in(st.query_params)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="bottom"):
        controls.lanes_choice(by, words)
        controls.buttons(window, _asked(filters, spans.whole(days)), words)
    _overview(filters, spans.together(asked, window), window, words)
    _lanes(filters, window, by, words)
    return None


def _overview(filters: Filters, seen: Window, window: Window, words: Words) -> None:
    key = f"overview_{written_window(seen)}_{written_window(window)}"  # another brush is another chart
    st.vega_lite_chart(
        _histogram(data.version(), filters, seen, window, words.language),
        key=key,
        width="stretch",
        on_select=lambda: controls.brushed(key),
        selection_mode=BRUSH,
        alt=words.say("timeline.overview_alt"),
    )


def _lanes(filters: Filters, window: Window, by: str, words: Words) -> None:
    counts = data.lane_counts(filters, window, by)
    total = sum(counts.values())
    st.html(_counts(filters, total, window, words))
    if not total:
        return _nothing("timeline.empty_window", words)
    is_dense = total > data.MOST_MARKS
    key = f"lanes_{written_window(window)}_{by}_{st.session_state.get('closed', 0)}"
    hint = "timeline.dense" if is_dense else "timeline.hint"
    answer = partial(controls.chosen_cell, key) if is_dense else partial(controls.chosen_event, key, window)
    st.vega_lite_chart(
        (_density if is_dense else _events)(data.version(), filters, window, by, words.language),
        key=key,
        width="stretch",
        on_select=answer,
        selection_mode=CELL if is_dense else [CLICK, ZOOM],
        alt=words.say("timeline.alt"),
    )
    st.html(f'<p class="counts" dir="{words.direction}">{words.say(hint)}</p>')
    if not is_dense:
        types = {event.type for event in data.drawn_events(filters, window, by)}
        st.html(key_html(types, words))
    return None


@lru_cache(maxsize=16)
def _histogram(at: str, filters: Filters, seen: Window, window: Window, language: Language) -> dict[str, Any]:
    return histogram(data.days(filters), seen, window, Words(language))


@lru_cache(maxsize=4)
def _events(at: str, filters: Filters, window: Window, by: str, language: Language) -> dict[str, Any]:
    names = tracks.order(by, data.lane_counts(filters, window, by))
    return lanes_chart(data.drawn_events(filters, window, by), names, by, window.view, Words(language))


@lru_cache(maxsize=4)
def _density(at: str, filters: Filters, window: Window, by: str, language: Language) -> dict[str, Any]:
    names = tracks.order(by, data.lane_counts(filters, window, by))
    return density_chart(data.daily_counts(filters, window, by), names, by, window, Words(language))


def _asked(filters: Filters, otherwise: Window) -> Window:
    """The days that the filters ask for; for a bound that they do not, the edge of what there is to see."""
    first, last = filters.first_day or otherwise.first, filters.last_day or otherwise.last
    return Window(first, max(first, last))


def _counts(filters: Filters, total: int, window: Window, words: Words) -> str:
    """How many of the events are in these days, and what is not on any timeline."""
    shown = left_to_right(f"{window.first} → {window.last}")
    every = sum(data.days(filters).values())
    dated = words.counted("dated_events", every)
    of = words.say("timeline.shown", number=words.number(total), dated=dated, days=shown)
    outside = [words.say("timeline.outside", number=words.number(every - total))] if every > total else []
    name = words.say("page.database", name=f"<bdi>{escape(data.database_name())}</bdi>")
    parts = [of, *outside, words.counted("undated_events", data.undated_total(filters)), name]
    return f'<p class="counts" dir="{words.direction}">{whole_dates(" · ".join(parts))}</p>'


def _figures(filters: Filters, words: Words) -> None:
    """Every figure that was reported, as it was reported: nothing is added up."""
    found = data.reported_figures(filters, _page("figures"))
    st.html(f'<p class="counts" dir="{words.direction}">{words.counted("figures", found.total)}</p>')
    if found.rows:
        tables.figure_table("figures", found, words)
    else:
        _nothing("empty.figures", words)


def _table(key: str, page: data.Page[Any], words: Words) -> None:
    if page.rows:
        tables.event_table(key, page, words)
    else:
        _nothing(f"empty.{key}", words)


def _page(table: str) -> int:
    return page_in(st.query_params, table)


def _nothing(key: str, words: Words) -> None:
    st.html(notice_html(words.say(key), words.direction))
