"""«17 من الحوثيين», «13 جندياً إسرائيلياً»: of whom those counted are."""

from __future__ import annotations

from typing import get_args

from ..grammar.reading import CountMention
from ..sentences import Sentence
from ..values import Group

_COUNTRY = 2  # letters of an ISO code
_CATEGORIES: frozenset[str] = frozenset(get_args(Group))


def categories_of(mention: CountMention, sentence: Sentence) -> tuple[str, ...]:
    """The noun's category, or the group's, and the nationality beside it."""
    count = mention.count
    if count.noun in ("projectile", "strike", "structure"):
        return ()
    found = list(count.group or (count.category,))
    past = mention.past + 1 if sentence.has(mention.past, "them") else mention.past
    found = _of_whom(found, past, sentence)
    if past > mention.past and sentence.has(past, "human") and not sentence.has(past, "the"):
        found.append(sentence.value(past, "human"))  # «سبعة منهم أطفال»
    if (origin := _origin_within(mention, sentence) or _origin_after(past, sentence)) is not None:
        found.append(origin)
    return tuple(dict.fromkeys(name for name in found if name in _CATEGORIES or len(name) == _COUNTRY))


def _origin_within(mention: CountMention, sentence: Sentence) -> str | None:
    """«مهندسين كوريين اثنين»."""
    if mention.rule != "two, said twice":
        return None
    return next(iter(sentence.values(mention.first + 1, mention.past, "nationality")), None)


def _origin_after(past: int, sentence: Sentence) -> str | None:
    """«13 جندياً إسرائيلياً», «خمسة وافدين من الجنسية الباكستانية»."""
    for position in range(past, past + 3):
        classes = sentence.classes(position)
        if "nationality" in classes and not sentence.has(position - 1, "and"):
            origin: str = sentence.value(position, "nationality")
            return origin
        of_origin = ("of" in classes and sentence.has(position + 1, "origin")) or "origin" in classes
        if not (of_origin or ("unknown" in classes and "the" not in classes and "prefixed" not in classes)):
            break
    return None


def _of_whom(found: list[str], past: int, sentence: Sentence) -> list[str]:
    """«17 من الحوثيين», «19 عنصراً من الجيش والشرطة»: what the phrase with «من» adds, or knows better."""
    position = past + 1 if sentence.has(past, "quote") else past
    if not sentence.has(position, "of"):
        return found
    forces = [sentence.value(p, "force_noun") for p in (position + 1, position + 3) if sentence.has(p, "force_noun")]
    if forces:
        return [*(name for name in found if name != "militants"), *forces]
    named = sentence.value(position + 1, "human") if sentence.has(position + 1, "the") else None
    return [*found, named] if named in _CATEGORIES and named not in found else found
