"""Every Arabic word the program knows, by class: the TOML files beside this module, loaded and checked.

A table is a class of words, a key is the value that the program computes with, and the list holds the
spellings. Tables under `[noun.…]`, `[verb.…]`, `[nisba.…]` list headwords whose inflections `inflect` writes
out. `classes.toml` names the classes of classes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from .fold import fold
from .inflect import kin_forms, nisba_forms, noun_forms, verb_forms
from .problems import LexiconProblem, read_toml
from .taxonomy import FILE as _TAXONOMY
from .taxonomy import load_taxonomy, taxonomy

__all__ = ["FOLDER", "Lexicon", "LexiconProblem", "Values", "lexicon", "load", "read_toml"]

Values = dict[str, Any]
_WITH_PRONOUN = ("day_noun", "year_noun")  # «يومها الخامس»; nouns and verbs take pronouns anyway
_INFLECTIONS = {"noun": noun_forms, "verb": verb_forms, "nisba": nisba_forms, "kin": kin_forms}
_NO_ARTICLE = ("أل", "إل", "آل")  # «ألغام»: folded it looks like a word with its article
_CLASSES = "classes.toml"
_OF_OTHERS = ("claimants.toml", "theatres.toml")  # with tables of their own, each read by a module of its name
_OTHER_TABLES = (_CLASSES, "anchors.toml", "outlets.toml", "datelines.toml", _TAXONOMY, *_OF_OTHERS)
_NAMES_A_TYPE = ("trigger_noun", "trigger_verb")
FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`forms` maps a folded word to its classes and their values, `phrases` a folded tuple of words likewise.

    `inflected` holds the forms that may carry an attached pronoun («اقتحامها»).
    """

    forms: Mapping[str, Values]
    phrases: Mapping[tuple[str, ...], Values]
    inflected: frozenset[str]


def _value(key: str) -> Any:
    return int(key) if key.lstrip("-").isdigit() else key


def _entries(path: Path) -> Iterator[tuple[str, Values, bool]]:
    """(spelling, classes, inflects) for every word of one file."""
    tables = read_toml(path)
    for name, table in tables.items():
        if name in _INFLECTIONS:
            yield from _inflected_entries(path, name, table)
            continue
        for key, spellings in table.items():
            if not isinstance(spellings, list) or not all(isinstance(s, str) and s.strip() for s in spellings):
                raise LexiconProblem(f"{path.name}: [{name}] {key}: expected a list of words, got {spellings!r}")
            for spelling in spellings:
                yield spelling, {name: _value(key)}, name in _WITH_PRONOUN


def _inflected_entries(
    path: Path, part_of_speech: str, tables: Mapping[str, Any]
) -> Iterator[tuple[str, Values, bool]]:
    forms_of = _INFLECTIONS[part_of_speech]
    for name, table in tables.items():
        for key, headwords in table.items():
            if not isinstance(headwords, list):
                raise LexiconProblem(f"{path.name}: [{part_of_speech}.{name}] {key}: expected a list of headwords")
            for headword in headwords:
                for spelling, features in forms_of(headword):
                    yield spelling, {name: _value(key), **features}, True


def _merge(old: Values | None, new: Values) -> Values:
    """One word may be in several classes; where it is twice in one class the first entry stands.

    A verb that is also something else («قصف») is marked a noun too, so that it may take the article.
    """
    if old is None:
        return dict(new)
    both = ("verb" in old) != ("verb" in new)
    return {**new, **old, **({"noun": True} if both else {})}


def _join_groups(values: Values, groups: Mapping[str, list[str]]) -> None:
    """A word of class child is also of class human, with the same value."""
    for group, members in groups.items():
        for member in members:
            if member in values:
                values.setdefault(group, values[member])


def load(folder: Path = FOLDER) -> Lexicon:
    """Read every TOML file of `folder`. Raises LexiconProblem with file and entry."""
    forms: dict[str, Values] = {}
    phrases: dict[tuple[str, ...], Values] = {}
    inflected: set[str] = set()
    for spelling, values, inflects in _all_entries(folder, _event_types(folder)):
        words = tuple(fold(spelling).split())
        told = {**values, "no_article": True} if spelling.startswith(_NO_ARTICLE) else values
        if len(words) > 1:
            phrases[words] = _merge(phrases.get(words), told)
        else:
            forms[words[0]] = _merge(forms.get(words[0]), told)
            if inflects:
                inflected.add(words[0])
    groups = read_toml(folder / _CLASSES)
    for values in (*forms.values(), *phrases.values()):
        _join_groups(values, groups)
    _mark_parts_of_phrases(forms, phrases)
    return Lexicon(forms, phrases, frozenset(inflected))


def _event_types(folder: Path) -> Collection[str]:
    """Those of the folder's own taxonomy, else of the one that ships with the program."""
    own = folder / _TAXONOMY
    return (load_taxonomy(own) if own.exists() else taxonomy()).codings


def _all_entries(folder: Path, types: Collection[str]) -> Iterator[tuple[str, Values, bool]]:
    for path in sorted(folder.glob("*.toml")):
        if path.name not in _OTHER_TABLES:
            for spelling, values, inflects in _entries(path):
                _check_type(path, values, types)
                yield spelling, values, inflects


def _check_type(path: Path, values: Values, types: Collection[str]) -> None:
    for name in _NAMES_A_TYPE:
        if name in values and values[name] not in types:
            raise LexiconProblem(
                f"{path.name}: [{name}] {values[name]}: no event type of that name; {_TAXONOMY} has {', '.join(types)}"
            )


def _mark_parts_of_phrases(forms: dict[str, Values], phrases: Mapping[tuple[str, ...], Values]) -> None:
    """So that a phrase is looked for only where one may begin; alone its words may still be unknown ones."""
    for words in phrases:
        for place, word in enumerate(words):
            values = forms.setdefault(word, {"unknown": True} if word.isalpha() else {})
            values["phrase_tail" if place else "phrase_head"] = True


@cache
def lexicon() -> Lexicon:
    """The lexicon that ships with the program."""
    return load()
