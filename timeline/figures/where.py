"""Where the counted were: «وصل إلى مستشفيات غزة 40 شهيداً» is Gaza; a ministry speaks for the place in its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..lexicon.theatres import theatre_at
from ..places import PlaceName, find_places
from ..sentences import Sentence
from ..values import Role
from .claims import Claim

_SPEAKS_FOR_A_PLACE: tuple[Role | None, ...] = ("health_ministry", "civil_defence", "hospital")
_WALLS = ("while", "purpose")
_BEFORE_COSTS = 2  # a place before the count counts as that much farther


def set_places(claims: Iterable[Claim]) -> None:
    """Gives each claim the nearest place of its clause, else the one for which its claimant speaks.

    A part has the place of its whole unless its own follows at once («بينهم 5 في جباليا»). A ministry that named its
    place once, in its own name or as a whole theatre of war, goes on speaking for it («وأضافت أن الحصيلة …»).
    """
    spoken_for: dict[Role | None, str] = {}
    named: dict[int, list[PlaceName]] = {}
    for claim in claims:
        sentence = claim.sentence
        if sentence.number not in named:
            named[sentence.number] = [place for place in find_places(sentence) if _can_be_where(place, sentence)]
        inside = [place for place in named[sentence.number] if _is_in_the_source(place, claim)]
        outside = [place for place in named[sentence.number] if place not in inside]
        if claim.role in _SPEAKS_FOR_A_PLACE and inside:
            spoken_for[claim.role] = _name(inside[0], sentence)
        claim.place = _place(claim, outside) or spoken_for.get(claim.role)
        if claim.role in _SPEAKS_FOR_A_PLACE and claim.place and theatre_at(claim.place):
            spoken_for.setdefault(claim.role, claim.place)


def _place(claim: Claim, places: Sequence[PlaceName]) -> str | None:
    if claim.whole is not None and not _follows_at_once(claim, places):
        return claim.whole.place
    nearest_first = sorted(places, key=lambda place: _distance(claim, place)) if len(places) > 1 else places
    nearest = next((place for place in nearest_first if not _is_in_another_clause(claim, place)), None)
    return _name(nearest, claim.sentence) if nearest else None


def _is_in_another_clause(claim: Claim, place: PlaceName) -> bool:
    """«… إلى 2200، فيما نزح 800 ألف من الجنوب»: not where the 2200 were."""
    if place.first >= claim.past:
        return claim.sentence.any(claim.past, place.first, "that", *_WALLS)
    return claim.sentence.any(place.past, claim.first, *_WALLS)


def _is_in_the_source(place: PlaceName, claim: Claim) -> bool:
    if not claim.source:
        return False
    text = claim.sentence.line.text.text
    start, end = claim.sentence.span()
    while (found := text.find(claim.source, start, end)) >= 0:
        if found <= place.start and place.end <= found + len(claim.source):
            return True
        start = found + 1
    return False


def _can_be_where(place: PlaceName, sentence: Sentence) -> bool:
    """Not a dateline («غزة - 10 أيار»), not who speaks («أعلنت بيروت»)."""
    return not sentence.has(place.past, "dash", "open") and not sentence.has(place.first - 1, "reports", "declares")


def _distance(claim: Claim, place: PlaceName) -> int:
    return place.first - claim.past if place.first >= claim.past else claim.first - place.past + _BEFORE_COSTS


def _follows_at_once(claim: Claim, places: Sequence[PlaceName]) -> bool:
    return claim.sentence.has(claim.past, "in") and any(place.first == claim.past + 1 for place in places)


def _name(place: PlaceName, sentence: Sentence) -> str:
    return sentence.line.text.text[place.start : place.end]
