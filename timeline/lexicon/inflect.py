"""«أسير أسرى» -> أسير، أسيراً، أسيران، أسيرين، أسرى: the regular forms of a headword.

A noun is written "singular" or "singular plural"; a verb "past present". Features say what a form tells:
`one`, `two`, `plural`, `past`, `present`, `future`, `we`.
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
    yield singular, {"one": True}
    feminine = singular.endswith("ة")
    stem = singular[:-1] + "ت" if feminine else singular.removesuffix("ٍ")
    if not feminine:
        yield stem + "ا", {"one": True}
    sound = any(plural.endswith("ون") for plural in plurals)
    if "_" not in headword:
        yield stem + "ان", {"two": True}
        yield stem + "ا", {"two": True} if feminine else {"one": True}
        yield stem + "ين", {"plural": True} if sound else {"two": True}
    for plural in plurals or ([singular[:-1] + "ات"] if feminine else []):
        yield plural, {"plural": True}
        if not plural.endswith(("ون", "ات", "ء", "ى")):
            yield plural + "ا", {"plural": True}
        if plural.endswith("ون"):
            yield plural[:-1], {"plural": True}


def nisba_forms(headword: str) -> Iterator[Form]:
    """«فلسطيني»: masculine and feminine, dual and plural of an adjective of origin."""
    base = headword.replace("_", " ")
    for ending, features in _NISBA:
        yield base + ending, dict(features)


_WHOSE = ("ه", "ها", "هم", "هما", "هن")


def kin_forms(headword: str) -> Iterator[Form]:
    """«زوجته», «طفلاها», «طفلتيه», «أشقائها»: with the pronoun of whose kin they are.

    «طفله» is left out: folded it is «طفلة».
    """
    singular, *plurals = headword.split()
    feminine = singular.endswith("ة")
    stem = singular[:-1] + "ت" if feminine else singular
    for whose in _WHOSE:
        if feminine or whose != "ه":
            yield stem + whose, {"one": True, "pronoun": whose}
        yield stem + "ا" + whose, {"two": True, "pronoun": whose}
        yield stem + "ي" + whose, {"two": True, "pronoun": whose}
        for plural in plurals:
            for bound in _bound(plural):
                yield bound + whose, {"plural": True, "pronoun": whose}


def _bound(plural: str) -> tuple[str, ...]:
    """«أبناء» before a pronoun: the hamza takes the vowel's seat."""
    if plural.endswith("ء"):
        return plural[:-1] + "ؤ", plural[:-1] + "ئ", plural
    return (plural[:-2] + "و", plural[:-2] + "ي") if plural.endswith("ون") else (plural,)


_NISBA = (
    ("", {"one": True}),
    ("ا", {"one": True}),
    ("ة", {"one": True}),
    ("ان", {"two": True}),
    ("تان", {"two": True}),
    ("تين", {"two": True}),
    ("ين", {"plural": True}),
    ("ون", {"plural": True}),
    ("ات", {"plural": True}),
)


_PAST = ("", "ت", "وا", "تا", "ا", "ن")
_WE = "ن"
_PERSONS = ("ي", "ت", _WE)
_PRESENT = ("", "ون", "وا", "ان", "ن")


def verb_forms(headword: str) -> Iterator[Form]:
    """Third persons of past, present and future. Irregular pasts are listed: «دعا/دعت/دعوا يدعو»; _ is none."""
    past, *present = headword.split()
    pasts = past.split("/")
    if past == "_":
        pasts = []
    for ending in _PAST if len(pasts) == 1 else ():
        yield pasts[0] + ending, {"past": True, "verb": True}
    for form in pasts if len(pasts) > 1 else ():
        yield form, {"past": True, "verb": True}
    for word in present:
        stem = word[1:]
        for person in _PERSONS:
            we = {"we": True} if person == _WE else {}
            for ending in _PRESENT:
                yield person + stem + ending, {"present": True, "verb": True, **we}
                yield "س" + person + stem + ending, {"future": True, "verb": True, **we}
