"""Conditions on names and words in any spelling: «وزاره الصحه» asks for «وزارة الصحة» as well."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, TableClause, false, or_, select

from timeline.lexicon.fold import fold
from timeline.store.asking.folding import folded
from timeline.store.models import DOCUMENT

Condition = ColumnElement[bool]


def named(column: ColumnElement[str], names: Collection[str]) -> list[Condition]:
    """The whole name is one of these."""
    return [folded(column).in_([fold(name).lower() for name in names])] if names else []


def claimed(column: ColumnElement[str], names: Collection[str]) -> list[Condition]:
    """«وزارة الصحة» asks for «وزارة الصحة في غزة» as well."""
    return [or_(false(), *(_contains(column, name) for name in names))] if names else []


def saying(words: str, view: TableClause, *columns: str) -> list[Condition]:
    """Each of the words stands in one of the columns, as a part of it."""
    return [condition for word in words.split() for condition in _said(word, [view.c[name] for name in columns], view)]


def told(words: str, document: ColumnElement[int]) -> list[Condition]:
    """Each of the words stands in the article or in its title, as a part of it."""
    return [document.in_(select(DOCUMENT.c.id).where(_anywhere(word))) for word in words.split()]


def _said(word: str, columns: list[ColumnElement[str]], view: TableClause) -> list[Condition]:
    """Folding every sentence of a large database takes seconds, so what is written as asked is not folded, and of
    an article that has the word nowhere nothing is looked at."""
    as_written = (column.contains(word, autoescape=True) for column in columns)
    here = or_(*as_written, *(_contains(column, word) for column in columns))
    if not fold(word).isalnum():  # of which the article would have to be folded anew, whole
        return [here]
    return [view.c.document_id.in_(select(DOCUMENT.c.id).where(_anywhere(word))), here]


def _anywhere(word: str) -> Condition:
    """In the words of an article, which are folded there already but without their signs, or in its title."""
    part = fold(word).lower()
    text = DOCUMENT.c.folded.contains(part) if part.isalnum() else _contains(DOCUMENT.c.text, word)
    return or_(text, _contains(DOCUMENT.c.title, word))


def _contains(column: ColumnElement[str], part: str) -> Condition:
    return folded(column).contains(fold(part).lower(), autoescape=True)
