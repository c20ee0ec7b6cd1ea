"""The type of a happening, where its word alone does not tell: the actor, the means and the target decide."""

from __future__ import annotations

from collections.abc import Callable

from ..sentences import Sentence

ATTACKS = frozenset(
    "air_strike shelling explosion suicide_attack armed_clash shooting attack raid riot accident disaster".split()
)
_NEAR = 5
_CLAUSE = 14


def _is_feared(sentence: Sentence, position: int) -> bool:
    reach = 8 if sentence.has(position - 1, "of") else 4
    return sentence.any(position - reach, position, "fears")


def _of_an_accident(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«الحادث» refers back to whatever was told."""
    return None if sentence.line.word(position).form == "الحادث" else "accident"


def _of_a_clash(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«وقف للقتال» is no fighting."""
    return None if sentence.has(position - 1, "l") else "armed_clash"


def _of_a_shelling(sentence: Sentence, position: int, classes: frozenset[str]) -> str:
    return "air_strike" if _by_air(sentence, position) else "shelling"


def _of_an_explosion(sentence: Sentence, position: int, classes: frozenset[str]) -> str:
    return "suicide_attack" if _ahead(sentence, position, 2, "suicide") else "explosion"


def _of_a_riot(sentence: Sentence, position: int, classes: frozenset[str]) -> str:
    return "armed_clash" if _ahead(sentence, position, 2, "armed") else "riot"


def _of_a_release(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«تحرير الرهائن» frees people, «تحرير البلدة» takes a town."""
    if sentence.has(position, "frees"):
        return "release" if _ahead(sentence, position, 4, "hostage", "prisoner") else None
    return "release"


def _of_a_statement(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """A verb; «الطالب» and «طالباً» are students, «دعا الله» is a prayer."""
    form = sentence.line.word(position).form
    if "the" in classes or "verb" not in classes or form.endswith("البا"):
        return None
    if sentence.has(position - 1, "harm") or (
        position + 1 < sentence.past and sentence.line.word(position + 1).form == "الله"
    ):
        return None
    return "statement"


def _of_a_negotiation(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«وزارة الاتصالات», «قطاع الاتصالات» are of another trade."""
    of_a_trade = position > sentence.first and sentence.line.word(position - 1).form in _TELECOM
    return None if of_a_trade else "negotiation"


def _of_a_truce(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«جهود التهدئة»: the truce is an aim; «حذر من انهيار الهدنة» fears."""
    if _is_feared(sentence, position) or ("the" in classes and sentence.has(position - 1, "efforts")):
        return None
    return "ceasefire"


def _of_a_disaster(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    return None if _is_feared(sentence, position) else "disaster"


def _of_a_protest(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«طائرات مسيّرة» are drones, no march; «مسيرته» is a career."""
    if "pronoun" in classes:
        return None
    if sentence.has(position, "by_air") and (sentence.has(position - 1, "by_air") or _strikes(sentence)):
        return None
    return "protest"


def _strikes(sentence: Sentence) -> bool:
    return "air_strike" in sentence.said("trigger")


def _ahead(sentence: Sentence, position: int, reach: int, *names: str) -> bool:
    return sentence.any(position + 1, position + 1 + reach, *names)


def _around(sentence: Sentence, position: int, reach: int, *names: str) -> bool:
    """Whether a word of these classes stands near, in the same clause."""
    for step in (1, -1):
        for distance in range(1, reach + 1):
            place = position + step * distance
            if sentence.has(place, "comma", "that") or not sentence.classes(place):
                break
            if sentence.has(place, *names):
                return True
    return False


def _by_air(sentence: Sentence, position: int) -> bool:
    if _ahead(sentence, position, 2, "by_gun"):
        return False
    return _around(sentence, position, _NEAR + 2, "by_air")


def _of_an_attack(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    if sentence.line.word(position).form == "كمين" and not sentence.has(position - 1, "in", "l"):
        return None  # in Egypt a checkpoint
    if _ahead(sentence, position, 2, "suicide"):
        return "suicide_attack"
    return "air_strike" if _by_air(sentence, position) else "attack"


def _of_a_firing(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«أطلق النار» is a shooting, «أطلقت صواريخ» is named by its rockets, «تطلق سراح» frees."""
    if "verb" not in classes:
        return None if "attack" in sentence.values(position - 3, position, "trigger") else "shooting"
    if _ahead(sentence, position, _CLAUSE, "freedom"):
        return "release"
    return "shooting" if _ahead(sentence, position, 4, "fire") else None


def _of_a_demolition(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    form = sentence.line.word(position).form
    if "disaster" in sentence.values(position - 4, position, "trigger"):
        return None
    if form.startswith(("فجر", "احرق", "يحرق", "تحرق", "تفجر", "يفجر")):
        return "demolition" if _ahead(sentence, position, 3, "building", "structure") else None
    return "demolition"


def _of_an_agreement(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«وقعت الأطراف تفاهماً» signs, «وقع الهجوم» only happens."""
    if "happened" not in classes and "verb" not in classes:
        return "agreement"
    return (
        "agreement"
        if _ahead(sentence, position, _CLAUSE, "signed") and not sentence.has(position + 1, "trigger")
        else None
    )


def _of_an_arrest(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    if "family" in classes:
        return None  # «الأسر» are families too
    if sentence.line.word(position).form.startswith(_GRASPS) and not _ahead(sentence, position, 6, "human", "number"):
        return None  # «ضبط كمية»: goods
    if sentence.has(position, "holds") and _around(sentence, position, 8, "captor"):
        return "abduction"
    return "arrest"


def _of_a_flight(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«لجأ الآلاف إلى» flees, «لجأ إلى القضاء» turns to."""
    if sentence.has(position, "turns_to"):
        return "displacement" if _ahead(sentence, position, _NEAR, "human", "family") else None
    return None if sentence.has(position - 1, "k") else "displacement"  # «كفروا»


def _of_a_killing(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """A death is an event only where no attack is named; «لقي» alone is no death."""
    if sentence.line.word(position).form.startswith("لق") and not _ahead(sentence, position, _CLAUSE, "fate"):
        return None
    weapon = sentence.any(sentence.first, sentence.past, "projectile")
    return None if weapon or not ATTACKS.isdisjoint(sentence.said("trigger")) else "killing"


def of_a_thing(sentence: Sentence, position: int, classes: frozenset[str]) -> str | None:
    """«سقوط قذيفة», «37 صاروخاً»: the weapon names the attack where nothing else does; «إغلاق معبر» a blockade."""
    if "exchange" in classes:
        return "release" if _ahead(sentence, position, 5, "prisoner") else None
    if "closure" in classes:
        return "blockade" if _ahead(sentence, position, 4, "crossing") else None
    near = sentence.values(position - _CLAUSE + 1, position + _CLAUSE, "trigger")
    if not {"shelling", "air_strike", "attack"}.isdisjoint(near):
        return None
    return "air_strike" if _by_air(sentence, position) else "shelling"


_TELECOM = ("وزاره", "وزير", "قطاع", "شركه", "شركات", "هيئه", "شبكه", "شبكات", "خدمات", "تكنولوجيا", "وسائل")
_GRASPS = ("ضبط", "ايقاف")
Refine = Callable[[Sentence, int, frozenset[str]], str | None]
REFINED: dict[str, Refine] = {
    "accident": _of_an_accident,
    "agreement": _of_an_agreement,
    "armed_clash": _of_a_clash,
    "arrest": _of_an_arrest,
    "attack": _of_an_attack,
    "ceasefire": _of_a_truce,
    "demolition": _of_a_demolition,
    "disaster": _of_a_disaster,
    "displacement": _of_a_flight,
    "explosion": _of_an_explosion,
    "killing": _of_a_killing,
    "protest": _of_a_protest,
    "negotiation": _of_a_negotiation,
    "release": _of_a_release,
    "riot": _of_a_riot,
    "shelling": _of_a_shelling,
    "shooting": _of_a_firing,
    "statement": _of_a_statement,
}
