"""«17 من الحوثيين», «13 جندياً إسرائيلياً»: of whom those counted are."""

from __future__ import annotations

from ..grammar.reading import CountMention
from ..sentences import Sentence

_CATEGORIES = frozenset(
    "children women men elderly civilians journalists medics aid_workers rescuers students prisoners militants leaders "
    "soldiers police officers settlers".split()
)


def categories_of(mention: CountMention, sentence: Sentence) -> tuple[str, ...]:
    """The noun's category, or the group's, and the nationality beside it."""
    count = mention.count
    if count.noun in ("projectile", "strike", "structure"):
        return ()
    found = [name for name in (count.group or (count.category,)) if name in _CATEGORIES]
    if count.noun == "nationality":
        found.append(count.category)
    found = _of_whom(found, mention, sentence)
    for position in range(mention.past, mention.past + 3):
        classes = sentence.classes(position)
        if "nationality" in classes and not sentence.has(position - 1, "and"):
            found.append(sentence.value(position, "nationality"))
            break
        if not ("unknown" in classes and "the" not in classes and "prefixed" not in classes):
            break
    return tuple(dict.fromkeys(found))


def _of_whom(found: list[str], mention: CountMention, sentence: Sentence) -> list[str]:
    """«17 من الحوثيين», «19 عنصراً من الجيش والشرطة»: what the phrase with «من» adds, or knows better."""
    position = mention.past + 1 if sentence.has(mention.past, "quote") else mention.past
    if not sentence.has(position, "of"):
        return found
    forces = [sentence.value(p, "force_noun") for p in (position + 1, position + 3) if sentence.has(p, "force_noun")]
    if forces:
        return [*(name for name in found if name != "militants"), *forces]
    named = sentence.value(position + 1, "human") if sentence.has(position + 1, "the") else None
    return [*found, named] if named in _CATEGORIES and named not in found else found
