"""Which place name says where a happening was."""

from __future__ import annotations

from ..places import PlaceName
from ..sentences import Sentence
from .around import closest
from .statements import STATEMENT
from .triggers import Trigger
from .violence import ATTACKS

_BEFORE_COSTS = 3  # a place before the trigger counts as that much farther
_GROUP_GAP = 3
_BESIDE = 2
_NEAR = 8
_OPENING = 3  # words from the beginning of a sentence
_WALLS = ("that", "while", "purpose")
_LEAVING = ("displacement", "abduction", "release")  # «من هيت» is where it was
_TRANSITIVE = ("raid", "demolition", "displacement", "meeting", "shelling")  # «اقتحمت المخيم», «يزور بيروت»


def place_of(trigger: Trigger, sentence: Sentence, places: list[PlaceName]) -> PlaceName | None:
    """The nearest place of the clause, after the trigger rather than before it; a statement has none."""
    if trigger.type == STATEMENT:
        return None
    usable = [
        place
        for place in closest(trigger.position, places, lambda place: place.first)
        if _can_be_where(sentence, place, trigger)
    ]
    ahead, behind = _ahead(trigger, sentence, usable), _behind(trigger, sentence, usable)
    if ahead and behind:
        if _is_the_scene(sentence, behind):
            return behind if _begins_again(sentence, trigger.position, ahead.first) else ahead
        return ahead if ahead.first - trigger.position <= _cost_behind(trigger, sentence, behind) else behind
    return ahead or behind or _scene(sentence, usable)


def beside(place: PlaceName, places: list[PlaceName]) -> list[PlaceName]:
    """«حي السلام بمدينة غزة»: the place, and those that follow it closely and tell where it lies."""
    found = [place]
    for other in places:
        if 0 <= other.first - found[-1].past <= _GROUP_GAP:
            found.append(other)
    return found


def _begins_again(sentence: Sentence, first: int, past: int) -> bool:
    """«وفي عدن، اجتمع …، وبحثا فتح معبر الوديعة»: another clause begins between."""
    return any(sentence.has(comma + 1, "and", "plain", "past") for comma in sentence.where(first, past, "comma"))


def _ahead(trigger: Trigger, sentence: Sentence, usable: list[PlaceName]) -> PlaceName | None:
    after = _after_its_verb(trigger, sentence)
    for place in usable:
        first = trigger.position + 1 if place.first < after else after
        if place.first < first or _leaves_the_clause(sentence, first, place.first):
            continue
        if trigger.type in ATTACKS or not _belongs_to_another(sentence, trigger, place.first):
            return place
    return None


def _after_its_verb(trigger: Trigger, sentence: Sentence) -> int:
    """Where to look from: past the verb of «وفي حادث آخر، توفي …» and of «كانت غارة قتلت …», which tell the same."""
    position = trigger.position
    if trigger.verb:
        return position + 1
    if position - sentence.first <= _OPENING and sentence.has(position - 1, "in"):
        commas = sentence.where(position + 1, position + 1 + _OPENING, "comma")
        return commas[0] + 2 if commas and not sentence.any(position, commas[0], "place") else position + 1
    verbs = sentence.where(position + 1, position + _NEAR, "past")
    own = verbs and sentence.has(position - 1, "past_marker", "that") and not sentence.has(verbs[0] - 1, "and", "comma")
    return verbs[0] + 1 if own else position + 1


def _behind(trigger: Trigger, sentence: Sentence, usable: list[PlaceName]) -> PlaceName | None:
    before = [place for place in usable if place.past <= trigger.position and _is_set(sentence, place)]
    near = [place for place in before if not _another_speaks(sentence, place.past, trigger.position)]
    return _first_of_group(near)


def _cost_behind(trigger: Trigger, sentence: Sentence, place: PlaceName) -> int:
    commas = sentence.count(place.past, trigger.position, "comma")
    return trigger.position - place.past + _BEFORE_COSTS * (1 + commas)


def _scene(sentence: Sentence, usable: list[PlaceName]) -> PlaceName | None:
    """«وفي الفاشر، قال البرنامج إن …»: a place that opens the sentence is that of all that it tells."""
    return next((place for place in usable if _is_the_scene(sentence, place)), None)


def _is_the_scene(sentence: Sentence, place: PlaceName) -> bool:
    opens = place.first - sentence.first <= _OPENING and sentence.has(place.past, "comma")
    return opens and _is_set(sentence, place)


def _before(sentence: Sentence, place: PlaceName) -> int:
    """The word before a place, past «بلدة», «قرب», «شمال»."""
    first = place.first - 1
    while sentence.has(first, "settlement_kind", "place_word") and not sentence.has(first, "the"):
        first -= 1
    return first


def _is_set(sentence: Sentence, place: PlaceName) -> bool:
    """Whether the clause sets its scene there: «وفي طرابلس …», «تستضيف القاهرة …», not «تقودها مصر»."""
    first = _before(sentence, place)
    return (
        first < place.first - 1
        or sentence.has(first, "in", "on", "to", "b", "at", "of", "destroys", "and", "hosts")
        or _sees_it(sentence, place)
    )


def _sees_it(sentence: Sentence, place: PlaceName) -> bool:
    """«وكانت الرطبة شهدت نزوح المئات»"""
    return sentence.has(place.past, "witnesses", "undergoes")


def _another_speaks(sentence: Sentence, first: int, past: int) -> bool:
    return sentence.any(first, past, "that", "while", "purpose")


def _belongs_to_another(sentence: Sentence, trigger: Trigger, past: int) -> bool:
    """Of two that are no attacks, a place stands with the one named last before it; «خلال احتجاجات» is the setting."""
    if sentence.any(trigger.position + 1, past, "topic"):
        return True
    others = sentence.where(trigger.position + 1, past, "trigger")
    return any(_is_another(sentence, trigger, position) for position in others)


def _is_another(sentence: Sentence, trigger: Trigger, position: int) -> bool:
    named = sentence.value(position, "trigger")
    setting = sentence.has(position, "the") or sentence.has(position - 1, "during")
    if setting or named in ATTACKS or _is_of_a_day(sentence, position):
        return False
    return bool(named != trigger.type) or position - trigger.position > _BESIDE


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


def _can_be_where(sentence: Sentence, place: PlaceName, trigger: Trigger) -> bool:
    """Not a dateline, not a party («بين إسرائيل و…», «من مصر وقطر»), not the subject of the verb."""
    dateline = ("dash", "open", "colon") if place.first == sentence.first else ("dash", "open")
    if sentence.has(place.past, *dateline):
        return False
    if sentence.any(place.past, trigger.position, "calls_for", "fears", "topic"):
        return False  # what is called for is not where it is called for
    first = _before(sentence, place)
    if sentence.has(first, "between", "according", "reports", "declares", "quote", "upon_it", "topic", "takes_part"):
        return False
    if sentence.has(first, "signed") and first != trigger.position:
        return False  # «وقعا إعلان جدة»
    if sentence.has(first, "and") and not _sees_it(sentence, place):
        return False
    if sentence.has(first, "of"):
        return trigger.type in _LEAVING or trigger.type in ATTACKS
    if sentence.has(first, "past") and not _is_of_a_day(sentence, first) and first != trigger.position:
        return sentence.has(first, "destroys", "hosts")
    subject = trigger.verb and place.first - 1 == trigger.position and trigger.type not in _TRANSITIVE
    facility = trigger.type in ATTACKS and sentence.has(place.first, "place_kind")  # «قصفت مستشفى النو»
    return not subject or facility


def _leaves_the_clause(sentence: Sentence, first: int, past: int) -> bool:
    """Another clause begins between: «إن», «فيما», «لبحث», a second verb of what happened."""
    if sentence.any(first, past, *_WALLS):
        return True
    calls = sentence.where(first, past, "calls_for")
    if any(not sentence.has(place, "future_marker", "signed") for place in calls):
        return True
    return any(_is_a_second_verb(sentence, place) for place in sentence.where(first, past, "past"))


def _is_a_second_verb(sentence: Sentence, position: int) -> bool:
    """«… وعثرت على جثة», «… أصيب خمسة»; not «عملية طعن أصيب فيها شرطيان»."""
    if _is_of_a_day(sentence, position):
        return False
    if sentence.has(position, "harm") and not sentence.has(position, "yields"):
        return not sentence.has(position + 1, "in_it")
    return sentence.has(position - 1, "and")


def _is_of_a_day(sentence: Sentence, position: int) -> bool:
    """«فجر الأحد», «ظهراً» look like verbs."""
    return sentence.has(position, "part", "part_adverb")


def is_where_told_before(trigger: Trigger, sentence: Sentence) -> bool:
    """«واعتقلت أربعة في المدينة», «اقتحمت المخيم»: the place that was named before."""
    if trigger.type == STATEMENT:
        return False
    near = (*sentence.where(trigger.position - _NEAR, trigger.position + _NEAR + 1, "the_place"),)
    return any(not _leaves_the_clause(sentence, *sorted((trigger.position + 1, place))) for place in near)
