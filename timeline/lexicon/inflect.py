"""«أسير أسرى» -> أسير، أسيراً، أسيران، أسيرين، أسرى: the regular forms of a headword.

A noun is written "singular" or "singular plural"; a verb "past present". Features say what a form tells:
`count` (1 or 2, absent for a plural), `past`, `present`, `future`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Form = tuple[str, dict[str, Any]]


def noun_forms(headword: str) -> Iterator[Form]:
    """Singular, accusative, dual and plural, after the plural that the headword names, else the feminine one.

    With a sound masculine plural («صحافي صحافيون») the form in ين is the plural: wires rarely vowel a dual.
    """
    singular, *plurals = headword.replace("_", " ").split("/") if "/" in headword else headword.split()
    yield singular, {"count": 1}
    feminine = singular.endswith("ة")
    stem = singular[:-1] + "ت" if feminine else singular.removesuffix("ٍ")
    if not feminine:
        yield stem + "ا", {"count": 1}
    sound = any(plural.endswith("ون") for plural in plurals)
    if "_" not in headword:
        yield stem + "ان", {"count": 2}
        yield stem + "ا", {"count": 2} if feminine else {"count": 1}
        yield stem + "ين", {"plural": True} if sound else {"count": 2}
        if not feminine:
            yield stem + "ي", {"plural": True} if sound else {"count": 2}
    for plural in plurals or ([singular[:-1] + "ات"] if feminine else []):
        yield plural, {"plural": True}
        if not plural.endswith(("ون", "ات", "ء", "ى")):
            yield plural + "ا", {"plural": True}
        if plural.endswith("ون"):
            yield plural[:-1], {"plural": True}


_PAST = ("", "ت", "وا", "تا", "ا", "ن")
_PERSONS = ("ي", "ت", "ن")
_PRESENT = ("", "ون", "وا", "ان", "ن")


def verb_forms(headword: str) -> Iterator[Form]:
    """Third persons of past, present and future. Irregular pasts are listed: «دعا/دعت/دعوا يدعو»; _ is none."""
    past, *present = headword.split()
    pasts = past.split("/")
    if past == "_":
        pasts = []
    for ending in _PAST if len(pasts) == 1 else ():
        yield pasts[0] + ending, {"past": True}
    for form in pasts if len(pasts) > 1 else ():
        yield form, {"past": True}
    for word in present:
        stem = word[1:]
        for person in _PERSONS:
            for ending in _PRESENT:
                yield person + stem + ending, {"present": True}
                yield "س" + person + stem + ending, {"future": True}
