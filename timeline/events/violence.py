"""The type of a violent happening: actor, means and target decide what its word alone does not tell."""

from __future__ import annotations

from ..sentences import Sentence
from .around import CLAUSE, ahead, around, behind, by_air, part_around

ATTACKS = frozenset(
    "air_strike shelling explosion suicide_attack armed_clash shooting attack raid riot accident disaster".split()
)
_BESIDE = 6
_WHAT_FALLS = ("structure", "number", "vague", "more_or_less")
_BULLETS = ("trigger", "fire", "projectile", "charge")
_WHERE = ("place", "ambiguous_place", "place_kind", "settlement_kind")


def of_a_clash(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«وقف للقتال» is no fighting, «معركة انتخابية» neither."""
    return None if sentence.has(position - 1, "l") or _is_figurative(sentence, position) else "armed_clash"


def of_an_air_strike(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«ضربة جوية»; «ضربة صاروخية» is of missiles, «ضربه بفأس» a blow."""
    if "blow" in classes and ahead(sentence, position, 1, "by_gun"):
        return "shelling"
    dealt = "blow" in classes and sentence.has(position + 1, "b") and not by_air(sentence, position)
    return None if dealt or _is_figurative(sentence, position) else "air_strike"


def of_a_shelling(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    if _is_figurative(sentence, position):
        return None
    return "air_strike" if by_air(sentence, position) else "shelling"


def of_an_explosion(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«انفجرت عبوة» is told by its verb; a charge that was made safe did not explode; «انفجر ضاحكاً»."""
    if "charge" in classes and _kills(sentence, position):
        return "explosion"
    if "charge" in classes:
        return "explosion" if ahead(sentence, position, 1, "explosive") and _went_off(sentence, position) else None
    if _is_figurative(sentence, position):
        return None
    return "suicide_attack" if ahead(sentence, position, 2, "suicide", "self") else "explosion"


def _kills(sentence: Sentence, position: int) -> bool:
    """«قضوا بالألغام», «أصيب راع بلغم»: the mine is what did it."""
    return sentence.has(position - 1, "b") and behind(sentence, position, _BESIDE, "harm")


def _went_off(sentence: Sentence, position: int) -> bool:
    """People were harmed, nothing else names the blast, and nobody put the charge there or took it away."""
    if behind(sentence, position, 4, "defuses", "needs_building") or not _harms(sentence, position):
        return False
    near = sentence.values(position - _BESIDE, position, "trigger")
    return ATTACKS.isdisjoint((*near, *sentence.values(position + 1, position + _BESIDE, "trigger")))


def _harms(sentence: Sentence, position: int) -> bool:
    return sentence.any(position - CLAUSE, position + CLAUSE, "harm", "killed_noun", "injured_noun", "claims_lives")


def of_a_riot(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    if _is_figurative(sentence, position):
        return None
    sides = ahead(sentence, position, 1, "between", "place_word") and ahead(sentence, position, _BESIDE, "militant")
    armed = sides or ahead(sentence, position, 2, "armed")
    return "armed_clash" if armed else "riot"


def of_an_attack(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    if "checkpoint" in classes and not sentence.has(position - 1, "in", "l"):
        return None
    if _is_figurative(sentence, position):
        return None
    if "pelts" in classes and ahead(sentence, position, 6, "stones") and "riot" in sentence.said("trigger"):
        return None
    if ahead(sentence, position, 2, "suicide"):
        return "suicide_attack"
    return "air_strike" if by_air(sentence, position) else "attack"


def of_a_firing(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«أطلق النار» is a shooting, «أطلقت صواريخ» is named by its rockets, «تطلق سراح» frees."""
    if "bullets" in classes and not _is_fired(sentence, position):
        return None
    if "verb" not in classes:
        return None if "attack" in sentence.values(position - 3, position, "trigger") else "shooting"
    if ahead(sentence, position, CLAUSE, "freedom"):
        return "release"
    return "shooting" if ahead(sentence, position, 4, "fire") else None


def _is_fired(sentence: Sentence, position: int) -> bool:
    """«برصاص الجنود», «الرصاص الحي»; lead is a metal too."""
    fired = sentence.has(position - 1, "b", "trigger") or ahead(sentence, position, 1, "live")
    return fired or sentence.any(position - CLAUSE, position, "harm")


def of_a_demolition(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«جرفتها السيول», «تهدم 85 منزلاً» are nobody's deed; «فجروا عبوة» is an explosion, «فجر نفسه» a suicide attack."""
    if ahead(sentence, position, 3, "abstract") or around(sentence, position, 4, "washed_away"):
        return None
    if "disaster" in sentence.values(position - 4, position, "trigger"):
        return None
    if "crumbles" in classes and ahead(sentence, position, 1, *_WHAT_FALLS):
        return None
    if "levels" in classes and not ahead(sentence, position, CLAUSE, "structure", "land"):
        return None
    if "needs_building" not in classes:
        return "demolition"
    if ahead(sentence, position, 4, "charge", "self") and sentence.any(position - 3, position + 3, "suicide"):
        return None  # «فجر انتحاري نفسه»
    if ahead(sentence, position, 4, "charge"):
        return "explosion"
    if ahead(sentence, position, 4, "self"):
        return "suicide_attack"
    return "demolition" if ahead(sentence, position, 4, "structure", "burnt") else None


def of_a_killing(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """A death is an event only where no attack is named; «لقي» alone is no death, nor is «قضوا ليلتهم»."""
    if "dies" in classes and not ahead(sentence, position, CLAUSE, "fate"):
        return None
    if "passes" in classes and not _puts_an_end_to_people(sentence, position):
        return None
    if "claims_lives" in classes and not ahead(sentence, position, CLAUSE, "harm", "human", "number"):
        return None
    if "eliminates" in classes and not ahead(sentence, position, 4, "human", "number"):
        return None
    if "martyred" in classes and sentence.has(position + 1, "b") and not sentence.has(position + 2, *_BULLETS):
        return None  # «استشهد بالصحيفة» quotes
    if ahead(sentence, position, 2, "time_spent", "duration") or sentence.any(sentence.first, sentence.past, "disease"):
        return None
    return None if names_an_attack(sentence, position) and "executes" not in classes else "killing"


def _puts_an_end_to_people(sentence: Sentence, position: int) -> bool:
    """«قضت القوات على خمسة مسلحين», not «قضى البرنامج على الفقر»."""
    upon = sentence.where(position + 1, position + 4, "on")
    return bool(upon) and sentence.any(upon[0] + 1, upon[0] + 5, "militant", "leader", "soldier", "officer")


def names_an_attack(sentence: Sentence, killing: int) -> bool:
    """Whether the sentence tells of an attack that may have brought the deaths about, or of its weapon."""
    first, past = told_with(sentence, killing)
    return not ATTACKS.isdisjoint(sentence.values(first, past, "trigger")) or sentence.any(first, past, "projectile")


def told_with(sentence: Sentence, killing: int) -> tuple[int, int]:
    """The letters in which an attack would be that of the deaths: «فيما قضى على …» begins another's deed."""
    return part_around(sentence, killing) if sentence.has(killing, "passes") else (sentence.first, sentence.past)


def of_a_raid(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«اجتياح المدينة», not «اجتياح الأسواق»; «داهمنا الخطر»."""
    if "storming" in classes and not ahead(sentence, position, 2, *_WHERE):
        return None
    if "incursion" in classes and not ahead(sentence, position, 8, *_WHERE, "the_place"):
        return None
    return None if _is_figurative(sentence, position) else "raid"


def _is_figurative(sentence: Sentence, position: int) -> bool:
    return ahead(sentence, position, 2, "figurative")
