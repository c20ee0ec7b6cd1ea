"""Which toll is shown, by which rule. The URL is the only memory: `?toll=15&rule=range&days=period`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

import streamlit as st

from dashboard import data
from dashboard.address import PAGES, Filters, number_in
from dashboard.data.tolls import Choice, Place
from dashboard.i18n import Words
from dashboard.opening import rewrite
from dashboard.tolls import naming
from timeline.tolls.daily import DailyBasis
from timeline.tolls.rules import Rule, RuleProblem, parse_rule

TOLL, RULE, DAYS, CLAIM = "toll", "rule", "days", "claim"  # in the URL
BASES: tuple[DailyBasis, ...] = get_args(DailyBasis)
LATEST = Rule("latest")
# Another toll has other claims, and other claimants to follow.
_ANOTHER = {RULE: "", CLAIM: "", PAGES["claims"]: ""}


def toll_asked_for(filters: Filters) -> Choice | None:
    """The toll of the URL, if the filters leave any claim about it, else the one that most is told of."""
    asked = number_in(st.query_params.get(TOLL))
    found = None if asked is None else data.tolls.choice(filters, asked)
    return found or data.tolls.first_choice(filters)


def choice_of_toll(chosen: Choice, filters: Filters, words: Words) -> None:
    """Three lists, each narrowed by the one before it: what is counted, where, over which time and of whom."""
    subject = chosen.toll.subject
    kinds, places = data.tolls.kinds(filters), data.tolls.places(filters, subject.kind)
    tolls = data.tolls.choices(filters, subject.kind, subject.place)
    if all(each.id != chosen.id for each in tolls):
        tolls = [chosen, *tolls]
    _seed({"toll_kind": subject.kind, "toll_place": subject.place, "toll_toll": chosen.id})
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _kinds(kinds, filters, words)
        _places(places, subject.kind, filters, words)
        _tolls(tolls, words)


def rule_asked_for() -> Rule:
    """The rule of the URL; the latest claim where it asks for none that there is."""
    try:
        return parse_rule(st.query_params.get(RULE, "latest"))
    except RuleProblem:
        return LATEST


def choice_of_rule(rule: Rule, claimants: Mapping[str, str], words: Words) -> None:
    """Every rule, and every claimant that could be followed alone."""
    offered = list(dict.fromkeys([*naming.RULES, *(f"{naming.CLAIMANT}{each}" for each in claimants), str(rule)]))
    _seed({"toll_rule": str(rule)})
    st.selectbox(
        words.say("tolls.rule"),
        offered,
        format_func=lambda each: naming.rule_named(each, claimants, words),
        key="toll_rule",
        help=words.say("tolls.rule_help"),
        on_change=lambda: rewrite({RULE: _unless(st.session_state["toll_rule"], str(LATEST))}),
        width=360,
    )


def basis_asked_for() -> DailyBasis | None:
    """How the days are counted; None: as the claims allow."""
    return next((basis for basis in BASES if basis == st.query_params.get(DAYS)), None)


def choice_of_basis(words: Words) -> None:
    """By the difference of totals or by counts of single days: never both, for a total contains its days."""
    _seed({"toll_days": basis_asked_for() or "either"})
    st.selectbox(
        words.say("tolls.days"),
        ["either", *BASES],
        format_func=lambda basis: words.name("toll_basis", basis),
        key="toll_days",
        on_change=lambda: rewrite({DAYS: _unless(st.session_state["toll_days"], "either")}),
        width=300,
    )


def claim_asked_for() -> int | None:
    return number_in(st.query_params.get(CLAIM))


def open_claim(claim: str) -> None:
    rewrite({CLAIM: claim})


def _kinds(kinds: Sequence[str], filters: Filters, words: Words) -> None:
    def change() -> None:
        kind = st.session_state["toll_kind"]
        _open_first(filters, kind, data.tolls.places(filters, kind)[0].place)

    named = words.say("tolls.kind")
    st.selectbox(
        named, kinds, format_func=lambda kind: words.name("kind", kind), key="toll_kind", on_change=change, width=200
    )


def _places(places: Sequence[Place], kind: str, filters: Filters, words: Words) -> None:
    written = {each.place: f"{each.written} ({words.number(each.claims)})" for each in places}
    st.selectbox(
        words.say("tolls.place"),
        list(dict.fromkeys([*written, st.session_state["toll_place"]])),
        format_func=lambda place: written.get(place, place),
        key="toll_place",
        on_change=lambda: _open_first(filters, kind, st.session_state["toll_place"]),
        width=280,
    )


def _tolls(tolls: Sequence[Choice], words: Words) -> None:
    names = {each.id: f"{naming.name_of(each.toll, words)} ({words.number(each.claims)})" for each in tolls}
    st.selectbox(
        words.say("tolls.toll"),
        list(names),
        format_func=names.__getitem__,
        key="toll_toll",
        on_change=lambda: rewrite(_ANOTHER | {TOLL: str(st.session_state["toll_toll"])}),
        width=420,
    )


def _open_first(filters: Filters, kind: str, place: str) -> None:
    rewrite(_ANOTHER | {TOLL: str(data.tolls.choices(filters, kind, place)[0].id)})


def _seed(values: Mapping[str, object]) -> None:
    """Widgets show what the URL says, whatever they were set to before."""
    for key, value in values.items():
        st.session_state[key] = value


def _unless(value: str, plain: str) -> str:
    return "" if value == plain else value
