"""Which toll is shown, by which rule. The URL is the only memory: `?toll=15&rule=range&days=period`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

import streamlit as st

from dashboard import data
from dashboard.address import PAGES, Filters, number_in
from dashboard.data.tolls import Choice
from dashboard.i18n import Words
from dashboard.opening import rewrite
from dashboard.tolls import naming
from timeline.tolls.daily import DailyBasis
from timeline.tolls.rules import Rule, RuleProblem, parse_rule

TOLL, RULE, DAYS, CLAIM = "toll", "rule", "days", "claim"  # in the URL
BASES: tuple[DailyBasis, ...] = get_args(DailyBasis)
LATEST = Rule("latest")
OFFERED = 500  # of a list
By = Callable[[Choice], Any]
Named = Callable[[Choice, Words], str]
# list -> what tells its entries apart, what they are called, pixels
LISTS: dict[str, tuple[By, Named, int]] = {
    "kind": (lambda each: each.toll.subject.kind, lambda each, words: words.name("kind", each.toll.subject.kind), 220),
    "place": (lambda each: each.toll.subject.place, lambda each, _: each.place, 300),
    "toll": (lambda each: each.id, lambda each, words: naming.name_of(each.toll, words), 420),
}
# Another toll has other claims, and other claimants to follow.
_ANOTHER = {RULE: "", CLAIM: "", PAGES["claims"]: "", PAGES["days"]: ""}


def toll_asked_for(filters: Filters) -> Choice | None:
    """The toll of the URL, if the filters leave any claim about it, else the one that most is told of."""
    asked = number_in(st.query_params.get(TOLL))
    found = None if asked is None else data.tolls.choice(filters, asked)
    return found or next(iter(data.tolls.told(filters)), None)


def choice_of_toll(chosen: Choice, filters: Filters, words: Words) -> None:
    """Three lists, each narrowed by the one before it: what is counted, where, over which time and of whom."""
    told = [chosen, *(each for each in data.tolls.told(filters) if each.id != chosen.id)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name, (by, named, width) in LISTS.items():
            _list(name, chosen, told, words, by, named, width)
            told = [each for each in told if by(each) == by(chosen)]


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


def _list(name: str, chosen: Choice, told: Sequence[Choice], words: Words, by: By, named: Named, width: int) -> None:
    """One of the three lists, the most told of first. Whoever takes another kind or place sees the first toll of it."""
    key, claims = f"toll_{name}", Counter[Any]()
    for each in told:
        claims[by(each)] += each.claims
    firsts = {by(each): each for each in reversed(told)}
    _seed({key: by(chosen)})
    st.selectbox(
        words.say(f"tolls.{name}"),
        list(dict.fromkeys([by(chosen), *(value for value, _ in claims.most_common(OFFERED))])),
        format_func=lambda value: f"{named(firsts[value], words)} ({words.number(claims[value])})",
        key=key,
        on_change=lambda: rewrite(_ANOTHER | {TOLL: str(firsts[st.session_state[key]].id)}),
        width=width,
    )


def _seed(values: Mapping[str, object]) -> None:
    """Widgets show what the URL says, whatever they were set to before."""
    for key, value in values.items():
        st.session_state[key] = value


def _unless(value: str, plain: str) -> str:
    return "" if value == plain else value
