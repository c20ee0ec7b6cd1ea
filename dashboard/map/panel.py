"""The parts of the page: the map, what is told of the mark that was clicked, the table twin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from dashboard import data, tables
from dashboard.address import PAGES, Filters, page_in
from dashboard.article import key_html, notice_html
from dashboard.data.map import Counted
from dashboard.grid import Line, table_html
from dashboard.i18n import Words
from dashboard.map import looking
from dashboard.map.chart import CLICK, FORMS, WINDOW, map_chart
from dashboard.map.clusters import Cluster, Spot
from dashboard.opening import query, rewrite
from dashboard.tabs import tabs
from dashboard.wording import left_to_right, one_line

CHART = "map_chart"
COUNTED: tuple[Counted, ...] = ("events", "figures")
SPOT, SHOWN, COUNTRY = "spot", "counted", "country"  # in the URL
# Another place, other rows: its tables begin again.
_FIRST_PAGES = {PAGES["events"]: "", PAGES["figures"]: ""}


def counted_in_url() -> Counted:
    """What the size of a mark counts, as the URL says it."""
    return next((each for each in COUNTED if each == st.query_params.get(SHOWN)), COUNTED[0])


def choice_of_counted(words: Words) -> Counted:
    """Events or figures; the URL remembers it."""
    st.session_state[SHOWN] = counted_in_url()
    st.segmented_control(
        words.say("map.counted"),
        COUNTED,
        format_func=lambda each: words.say(f"counted.{each}"),
        key=SHOWN,
        required=True,
        on_change=lambda: rewrite(
            _FIRST_PAGES | {SHOWN: _plain(st.session_state[SHOWN]), SPOT: "", PAGES["places"]: ""}
        ),
    )
    return counted_in_url()


def choice_of_country(spots: Sequence[Spot], words: Words) -> list[Spot]:
    """The spots that the map shows at first: all, or those of a country that is chosen; the URL remembers it."""
    countries: Counter[str] = Counter()
    for spot in spots:
        countries[spot.country or ""] += spot.count
    known = [code for code, _ in countries.most_common() if code]
    asked = st.query_params.get(COUNTRY, "")
    st.session_state[COUNTRY] = asked if asked in known else None
    st.selectbox(
        words.say("map.country"),
        known,
        format_func=lambda code: words.category(code.lower()),
        key=COUNTRY,
        placeholder=words.say("map.everywhere"),
        width=320,
        on_change=lambda: rewrite({COUNTRY: st.session_state[COUNTRY] or "", looking.VIEW: ""}),
    )
    return [spot for spot in spots if asked not in known or spot.country == asked]


def map_of(clusters: Sequence[Cluster], shown: Sequence[Spot], chosen: Cluster | None, words: Words) -> None:
    """The map and what its shapes mean."""
    drawn = looking.drawn()
    key = f"{CHART}_{drawn.number}"  # another chart, which knows of no click yet
    st.vega_lite_chart(
        map_chart(clusters, shown, words, chosen, looking.view_in(drawn.start)),
        key=key,
        width="stretch",
        on_select=lambda: _follow(key),
        selection_mode=[CLICK, WINDOW],
        alt=words.say("map.alt"),
    )
    if st.query_params.get(looking.VIEW):
        st.button(
            words.say("map.all"),
            icon=":material/fit_width:",
            type="tertiary",
            on_click=rewrite,
            args=({looking.VIEW: ""},),
        )
    forms = {form: words.name("precision", form) for form in FORMS}
    st.html(key_html(forms | {"told": words.say("map.told")}, words.direction))
    st.html(f'<p class="counts" dir="{words.direction}">{escape(words.say("map.hint"))}</p>')
    st.html(f'<p class="counts" dir="{words.direction}">{escape(words.say("map.borders"))}</p>')


def told_of(chosen: Cluster | None, filters: Filters, words: Words) -> None:
    """The events and figures of the mark that is open, or what to do to open one."""
    if chosen is None:
        missing = "no_place" if st.query_params.get(SPOT) else "nothing_chosen"
        st.html(notice_html(words.say(f"map.{missing}"), words.direction))
        return
    st.button(words.say("map.close"), icon=":material/close:", type="tertiary", on_click=_open, args=("",))
    st.html(f'<h2 class="title" dir="{words.direction}">{_title(chosen, words)}</h2>')
    places = [spot.id for spot in chosen.spots]
    events = data.map.events_at(places, filters, page_in(st.query_params, "events"))
    figures = data.map.figures_at(places, filters, page_in(st.query_params, "figures"))
    found = {"events": events.total, "figures": figures.total}
    labels = {name: f"{words.say(f'map_tab.{name}')} ({words.number(total)})" for name, total in found.items()}
    of_events, of_figures = tabs(labels, f"map_{words.language}_{chosen.id}")
    with of_events:
        if events.rows:
            tables.event_table("events", events, words, address=tables.in_article)
        else:
            st.html(notice_html(words.say("map_empty.events"), words.direction))
    with of_figures:
        if figures.rows:
            tables.figure_table("figures", figures, words, address=tables.in_article)
        else:
            st.html(notice_html(words.say("map_empty.figures"), words.direction))


def table_of(spots: Sequence[Spot], words: Words) -> None:
    """The places of the map, those with most first; the link opens what is told of one."""
    with st.expander(f"{words.say('map_tab.places')} ({words.number(len(spots))})"):
        page = data.page_of(spots, page_in(st.query_params, "places"))
        lines = [Line(_cells(spot, words), _address(spot)) for spot in page.rows]
        st.html(table_html(lines, words, words.say("map_tab.places"), "map_column", "place"))
        tables.pager("places", page, words)


def say_what_is_off(number: int, counted: Counted, words: Words) -> None:
    """How many have no place that is known: a map must not hide them."""
    if number:
        text = words.say("map.off", number=words.counted("map_events" if counted == "events" else "figures", number))
        st.html(f'<p class="counts" dir="{words.direction}">{escape(text)}</p>')


def _title(chosen: Cluster, words: Words) -> str:
    name, others = f"<bdi>{escape(chosen.name.name)}</bdi>", len(chosen.spots) - 1
    title = words.say("map.others", name=name, number=words.counted("map_places", others)) if others else name
    return f"{title} <small>{escape(words.name('precision', chosen.name.precision))}</small>"


def _cells(spot: Spot, words: Words) -> dict[str, str]:
    return {
        "name": one_line(spot.name),
        "precision": words.name("precision", spot.precision),
        "country": words.category((spot.country or "").lower()),
        "events": left_to_right(words.number(spot.events)),
        "figures": left_to_right(words.number(spot.figures)),
    }


def _address(spot: Spot) -> str:
    """This view with the place open by itself, as it is at the deepest zoom."""
    kept = {name: values for name, values in query().items() if name not in _FIRST_PAGES}
    return f"?{urlencode(kept | {SPOT: [spot.id]}, doseq=True)}"


def _follow(key: str) -> None:
    """Where the map was moved goes into the URL, and the mark that was clicked: a click beside all says nothing."""
    selection: Any = st.session_state[key]["selection"]
    view = looking.followed(selection.get(WINDOW) or {})
    clicked: Any = selection.get(CLICK)
    spot = str(clicked[0]["spot"]) if clicked and clicked[0].get("spot") else ""
    is_another = spot and spot != st.query_params.get(SPOT)
    rewrite({looking.VIEW: view} | (_FIRST_PAGES | {SPOT: spot} if is_another else {}))


def _open(spot: str) -> None:
    rewrite(_FIRST_PAGES | {SPOT: spot})


def _plain(counted: str) -> str:
    return "" if counted == COUNTED[0] else counted
