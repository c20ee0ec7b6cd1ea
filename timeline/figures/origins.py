"""From which day a running total is counted: «منذ السابع من أكتوبر», or «منذ بدء الحرب» where the lexicon knows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from ..lexicon.theatres import theatre_at
from ..sentences import Sentence
from ..values import TimeExpression
from .claims import Claim


def since_when(claims: Iterable[Claim], times: Sequence[TimeExpression], published: datetime | None) -> None:
    """Gives each running total its first day, where the text says one; a part has that of its whole."""
    by_id = {time.id: time for time in times}
    for claim in claims:
        if claim.scope != "cumulative":
            continue
        if claim.whole is not None and claim.whole.since and claim.time == claim.whole.time:
            claim.since = claim.whole.since
        elif claim.time is not None:
            claim.since = _begin(by_id[claim.time])
        elif published is not None and claim.place is not None and _since_the_beginning(claim.sentence):
            claim.since = _beginning_of_the_war(claim.place, published.date())


def _begin(time: TimeExpression) -> date | None:
    begin = time.interval.begin if time.signal == "since" else None
    return begin.date() if begin else None


def _since_the_beginning(sentence: Sentence) -> bool:
    """«منذ بدء العدوان», with no date beside it."""
    return any(sentence.has(p, "since") and sentence.has(p + 1, "beginning") for p in sentence.ahead(sentence.first))


def _beginning_of_the_war(place: str, published: date) -> date | None:
    theatre = theatre_at(place)
    return theatre.begin if theatre and theatre.begin <= published else None
