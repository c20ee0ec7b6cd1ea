"""One toll: the claims as they were published, what a rule makes of them, how many a day, and of whom."""

from __future__ import annotations

import streamlit as st

from dashboard import data, sections
from dashboard.article import notice_html
from dashboard.filters import filter_row
from dashboard.i18n import words_asked_for
from dashboard.tolls import choosing, naming, panel, tables
from dashboard.tolls.shown import shown

words = words_asked_for(st.query_params)

with sections.one_line_errors(words):
    sections.stop_if_empty(words)
    filters = filter_row(words, "figures")
    chosen = choosing.toll_asked_for(filters)
    if chosen is None:
        st.html(notice_html(words.say("toll_empty.tolls"), words.direction))
        st.stop()
    choosing.choice_of_toll(chosen, filters, words)
    rule, basis = choosing.rule_asked_for(), choosing.basis_asked_for()
    toll = shown(
        chosen.toll, data.tolls.reconciled(chosen.id), filters, data.tolls.left(chosen.id, filters), rule, basis
    )
    named = naming.claimants_named(toll, data.tolls.outlets(toll.documents), words)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        choosing.choice_of_rule(rule, named, words)
        choosing.choice_of_basis(words)
    panel.headline(toll, chosen.place, words)
    panel.movement(toll, named, words)
    panel.claim_card(toll, words)
    claims, days, people = tables.tabs_of(words)
    with claims:
        tables.claim_table(toll, words)
    with days:
        tables.day_table(toll, chosen.place, words)
    with people:
        tables.people(toll, words)
