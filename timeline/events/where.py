"""Which place name says where a happening was."""

from __future__ import annotations

from ..places import PlaceName
from ..sentences import Sentence
from .triggers import Trigger
from .types import ATTACKS

_BEFORE_COSTS = 3  # a place before the trigger counts as that much farther
_GROUP_GAP = 3


def place_of(trigger: Trigger, sentence: Sentence, places: list[PlaceName]) -> PlaceName | None:
    """The nearest place of the clause, after the trigger rather than before it; a statement has none."""
    if trigger.type == "statement":
        return None
    position = trigger.position
    usable = [place for place in places if _is_where(sentence, place, trigger)]
    after = [p for p in usable if p.first > position and not _crosses(sentence, position + 1, p.first)]
    before = [
        p for p in usable if p.past <= position and _is_set(sentence, p) and not _leaves(sentence, p.past, position)
    ]
    if trigger.type not in ATTACKS:
        after = [p for p in after if not _belongs_to_another(sentence, position + 1, p.first)]
    first_of_group = _first_of_group(before)
    if after and first_of_group:
        near = (
            position
            - first_of_group.past
            + _BEFORE_COSTS
            + _commas(sentence, first_of_group.past, position) * _BEFORE_COSTS
        )
        return after[0] if after[0].first - position <= near else first_of_group
    return after[0] if after else first_of_group


def _is_set(sentence: Sentence, place: PlaceName) -> bool:
    """Whether the clause sets its scene there: «وفي طرابلس …», «قرب سد الموصل», not «تقودها مصر»."""
    first = place.first - 1
    while sentence.has(first, "settlement_kind", "place_word"):
        first -= 1
    return first < place.first - 1 or sentence.has(first, "in", "on", "to", "b", "at", "of", "destroys", "and")


def _leaves(sentence: Sentence, first: int, past: int) -> bool:
    """Whether the clause of a place before the trigger is left before the trigger."""
    return any(sentence.has(position, "that", "while") for position in range(first, past))


def _belongs_to_another(sentence: Sentence, first: int, past: int) -> bool:
    """A place stands with the happening named last before it."""
    return any(
        sentence.has(position, "trigger") and not sentence.has(position, "the") for position in range(first, past)
    )


def _first_of_group(before: list[PlaceName]) -> PlaceName | None:
    """«في قرية برقة شرق رام الله»: of places that follow each other, the first is the place."""
    if not before:
        return None
    found = before[-1]
    for place in reversed(before[:-1]):
        if found.first - place.past > _GROUP_GAP:
            break
        found = place
    return found


def _commas(sentence: Sentence, first: int, past: int) -> int:
    return sum(sentence.has(position, "comma") for position in range(first, past))


def _is_where(sentence: Sentence, place: PlaceName, trigger: Trigger) -> bool:
    """Not a dateline, not a party («بين إسرائيل و…», «من مصر وقطر»), not the subject of the verb."""
    if sentence.has(place.past, "dash") or sentence.has(place.past, "open"):
        return False
    first = place.first - 1
    while sentence.has(first, "settlement_kind", "place_word"):
        first -= 1
    if sentence.has(first, "between", "and", "according", "reports", "declares", "quote"):
        return False
    if sentence.has(first, "of") and trigger.type not in ("displacement", *ATTACKS):
        return False
    if sentence.has(first, "past") and first != trigger.position and not sentence.has(first, "destroys"):
        return False
    return not (
        trigger.verb
        and first == trigger.position
        and trigger.type not in ("raid", "displacement", "meeting", "shelling")
    )


def _crosses(sentence: Sentence, first: int, past: int) -> bool:
    """Another clause begins between: «إن», «فيما», a second verb of what happened."""
    for position in range(first, past):
        classes = sentence.classes(position)
        if "that" in classes or "while" in classes or "calls_for" in classes:
            return True
        if "past" in classes and (("harm" in classes and "yields" not in classes) or sentence.has(position - 1, "and")):
            return True
    return False
