"""The map: where the events and figures are, and what is told of a place."""

from __future__ import annotations

import streamlit as st

from dashboard import data, sections
from dashboard.article import notice_html
from dashboard.filters import filter_row
from dashboard.i18n import words_asked_for
from dashboard.map import panel
from dashboard.map.clusters import cluster_named, clusters

words = words_asked_for(st.query_params)

with sections.one_line_errors(words):
    sections.stop_if_empty(words)
    filters = filter_row(words, panel.counted_in_url())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        counted = panel.choice_of_counted(words)
        placed = data.map.placed(filters, counted)
        shown = panel.choice_of_country(placed.spots, words)
    if placed.spots:
        marks = clusters(placed.spots)
        chosen = cluster_named(st.query_params.get(panel.SPOT, ""), marks)
        beside, told = st.columns([3, 2], gap="medium")
        with beside, st.container(key="map"):
            panel.map_of(marks, shown, chosen, words)
        with told, st.container(key="article_panel"):
            panel.told_of(chosen, filters, words)
        panel.table_of(placed.spots, words)
    else:
        st.html(notice_html(words.say("map_empty.spots"), words.direction))
    panel.say_what_is_off(placed.elsewhere, counted, words)
