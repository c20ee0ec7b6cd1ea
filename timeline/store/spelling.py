"""Conditions on names and words in any spelling: «وزاره الصحه» asks for «وزارة الصحة» as well."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, TableClause, false, or_

from timeline.lexicon.fold import fold
from timeline.store.folding import folded

Condition = ColumnElement[bool]


def named(column: ColumnElement[str], names: Collection[str]) -> list[Condition]:
    """The whole name is one of these."""
    return [folded(column).in_([fold(name).lower() for name in names])] if names else []


def claimed(column: ColumnElement[str], names: Collection[str]) -> list[Condition]:
    """«وزارة الصحة» asks for «وزارة الصحة في غزة» as well."""
    return [or_(false(), *(_contains(column, name) for name in names))] if names else []


def saying(words: str, view: TableClause, *columns: str) -> list[Condition]:
    """Each of the words stands in one of the columns, as a part of it."""
    return [or_(*(_contains(view.c[name], word) for name in columns)) for word in words.split()]


def _contains(column: ColumnElement[str], part: str) -> Condition:
    return folded(column).contains(fold(part).lower(), autoescape=True)
