"""Scope and time of every claim: its own, its whole's, or those of the deaths that a find of bodies belongs to."""

from __future__ import annotations

from datetime import datetime

from .claims import Claim
from .periods import Timed, scope_of, time_of

_SUFFERED = ("killed", "injured", "casualties", "missing")
_REMEMBERED = 60  # claims


def date_claims(
    claims: list[Claim], timed: dict[int, list[Timed]], published: datetime | None, war_starts: frozenset[str]
) -> None:
    """Parts take scope and time of their whole."""
    for number, claim in enumerate(claims):
        if claim.whole is not None and claim.kind == claim.whole.kind:
            claim.scope, claim.time = claim.whole.scope, claim.whole.time
            continue
        sentence = claim.sentence
        bound = published if claim.kind in _SUFFERED else None
        found = time_of(claim.first, claim.past, sentence, timed.get(sentence.number, ()), bound)
        if found is not None and _is_a_state(claim):
            found = None
        claim.scope = scope_of(claim.first, sentence, found, war_starts)
        claim.time = found[1].id if found else None
        if found is not None and found[1].type != "DURATION" and found[0].signal is None and _is_a_find(claim):
            claim.time = _time_of_the_deaths(claims, number)


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
