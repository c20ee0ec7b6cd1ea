"""Scope and time of every claim: its own, its whole's, or those of the deaths that a find of bodies belongs to."""

from __future__ import annotations

from datetime import datetime

from ..sentences import Sentence
from .claims import Claim
from .governing import past_the_aside
from .periods import Timed, time_of
from .scopes import INCIDENTS, scope_of

_SUFFERED = ("killed", "injured", "casualties", "missing")
_LATER = ("detained", "displaced")  # often on another day than what led to it
_REMEMBERED = 60  # claims
_LIST_REACH = 8  # words
_BREAKS = ("past", "present", "that", "while", "relative", "date", "part", "length", "in", "since", "open")


def date_claims(
    claims: list[Claim], timed: dict[int, list[Timed]], published: datetime | None, war_starts: frozenset[str]
) -> None:
    """Parts take scope and time of their whole."""
    for number, claim in enumerate(claims):
        if (like := _like(claim, claims[number - 1] if number else None)) is not None:
            claim.scope, claim.time = like.scope, like.time
            continue
        sentence, told = claim.sentence, timed.get(claim.sentence.number, ())
        bound = published if claim.kind in _SUFFERED else None
        past = past_the_aside(claim.mention, sentence)
        found = time_of(claim.first, past, sentence, told, bound)
        if found is not None and _is_a_state(claim):
            found = None
        if found is None and claim.whole is not None and claim.kind == claim.whole.kind:
            claim.scope, claim.time = claim.whole.scope, claim.whole.time
            continue
        claim.scope = scope_of(claim.first, sentence, found, war_starts)
        claim.time = found[1].id if found else None
        if not told and claim.scope == "incident" and claim.kind not in _LATER and _tells_on(sentence):
            claim.time = _time_told_before(claims[max(number - _REMEMBERED, 0) : number])
        if found is not None and found[1].type != "DURATION" and found[0].signal is None and _is_a_find(claim):
            claim.time = _time_of_the_deaths(claims, number)


def _like(claim: Claim, before: Claim | None) -> Claim | None:
    """The claim of which one has scope and time: its whole, or the one before in a list or a toll."""
    whole = claim.whole
    if whole is not None and claim.kind == whole.kind and whole.sentence.number == claim.sentence.number:
        return whole
    if claim.beside is not None:
        return claim.beside
    if before is None or before.sentence.number != claim.sentence.number or claim.kind not in _SUFFERED:
        return None
    before = before.whole or before
    if before.scope == "cumulative" and _is_a_state(claim):
        return before
    told = before.time is not None or before.scope == "cumulative"
    return before if told and _is_listed(before, claim) else None


def _tells_on(sentence: Sentence) -> bool:
    """«وأسفر الهجوم عن تحرير 16 رهينة»: more of the happening that was told before."""
    return any(
        sentence.has(p, "the") and not sentence.has(p, "plural") and sentence.value(p, "trigger") in INCIDENTS
        for p in sentence.where(sentence.first, sentence.past, "trigger")
    )


def _time_told_before(claims: list[Claim]) -> str | None:
    """The time of the last incident, if it was dated."""
    return next((claim.time for claim in reversed(claims) if claim.scope == "incident"), None)


def _is_listed(before: Claim, claim: Claim) -> bool:
    """«إلى 137 قتيلاً على الأقل وأكثر من خمسة آلاف جريح», «وإصابة 320 آخرين»: nothing but «و» and harm between."""
    sentence = claim.sentence
    between = before.past, claim.first
    if between[1] - between[0] > _LIST_REACH or not sentence.any(*between, "and"):
        return False
    return not sentence.any(*between, *_BREAKS)


def _is_a_state(claim: Claim) -> bool:
    """«ولا يزال خمسة في عداد المفقودين»: nothing that happened at the time which the sentence names."""
    near = range(claim.first - 4, claim.past + 4)
    return any(claim.sentence.has(position, "still") for position in near)


def _is_a_find(claim: Claim) -> bool:
    if claim.mention.count.noun != "killed_noun":
        return False
    near = range(claim.first - 6, claim.first)
    return any(claim.sentence.has(position, "finds") for position in near)


def _time_of_the_deaths(claims: list[Claim], find: int) -> str | None:
    """The time of the last dead or missing before bodies are found."""
    for claim in reversed(claims[max(find - _REMEMBERED, 0) : find]):
        if claim.kind in ("killed", "missing") and claim.whole is None:
            return claim.time
    return None
