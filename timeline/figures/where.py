"""Where the counted were: «وصل إلى مستشفيات غزة 40 شهيداً» is Gaza; a ministry speaks for the place in its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..places import PlaceName, find_places
from ..sentences import Sentence
from ..values import Role
from .claims import Claim

_SPEAKS_FOR_A_PLACE: tuple[Role | None, ...] = ("health_ministry", "civil_defence", "hospital")
_BEFORE_COSTS = 2  # a place before the count counts as that much farther


def set_places(claims: Iterable[Claim]) -> None:
    """Gives each claim the nearest place of its sentence, else the one for which its claimant speaks.

    A part has the place of its whole unless its own follows at once («بينهم 5 في جباليا»). A ministry that named its
    place once, in its own name or with a count, goes on speaking for it («وأضافت أن الحصيلة …»).
    """
    spoken_for: dict[Role | None, str] = {}
    named: dict[int, list[PlaceName]] = {}
    for claim in claims:
        sentence = claim.sentence
        if sentence.number not in named:
            named[sentence.number] = [place for place in find_places(sentence) if _can_be_where(place, sentence)]
        claim.place = _place(claim, named[sentence.number]) or spoken_for.get(claim.role)
        if claim.place and claim.role in _SPEAKS_FOR_A_PLACE:
            spoken_for.setdefault(claim.role, claim.place)


def _place(claim: Claim, places: Sequence[PlaceName]) -> str | None:
    inside = [place for place in places if claim.source and _is_within(place, claim.source, claim.sentence)]
    outside = [place for place in places if place not in inside]
    if claim.whole is not None:
        return _right_after(claim, outside) or claim.whole.place
    nearest = min(outside, key=lambda place: _distance(claim, place), default=None)
    if nearest is None and inside and claim.role in _SPEAKS_FOR_A_PLACE:
        nearest = inside[0]
    return _name(nearest, claim.sentence)


def _is_within(place: PlaceName, source: str, sentence: Sentence) -> bool:
    text = sentence.line.text.text
    start, end = sentence.span()
    while (found := text.find(source, start, end)) >= 0:
        if found <= place.start and place.end <= found + len(source):
            return True
        start = found + 1
    return False


def _can_be_where(place: PlaceName, sentence: Sentence) -> bool:
    """Not a dateline («غزة - 10 أيار»), not who speaks («أعلنت بيروت»)."""
    return not sentence.has(place.past, "dash", "open") and not sentence.has(place.first - 1, "reports", "declares")


def _distance(claim: Claim, place: PlaceName) -> int:
    return place.first - claim.past if place.first >= claim.past else claim.first - place.past + _BEFORE_COSTS


def _right_after(claim: Claim, places: Sequence[PlaceName]) -> str | None:
    if not claim.sentence.has(claim.past, "in"):
        return None
    return _name(next((place for place in places if place.first == claim.past + 1), None), claim.sentence)


def _name(place: PlaceName | None, sentence: Sentence) -> str | None:
    return sentence.line.text.text[place.start : place.end] if place else None
