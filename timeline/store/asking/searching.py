"""«قصف غزة» -> the articles that hold both words, «والقصف» and «بغزّة» among them.

Words are folded as the lexicon folds, and looked up with every proclitic that Arabic writes onto them. Words in
quotation marks stand side by side; a star at the end of a word leaves its ending open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, Connection, Engine, column, func, select, table

from timeline.lexicon import lexicon
from timeline.store.models import DOCUMENT, SOURCE
from timeline.store.opening.database import reading
from timeline.store.search_words import search_words

_PART = re.compile(r"[\"«“](?P<phrase>[^\"»”]*)[\"»”]|(?P<word>[^\s\"«»“”]+)")
_MOST_PARTS = 20
_INDEXED = 200_000  # characters, as in the index of PostgreSQL
_AROUND = 8  # words of the article on either side of the first one that was found
_INDEX = table("article_words", column("rowid"), column("article_words"))


class SearchProblem(Exception):
    """Nothing can be searched for; the message is one line that says why."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article, and the words around the first match as they are written, each match in [brackets]."""

    document_id: int
    published: str | None
    outlet: str | None
    title: str | None
    given_id: str
    url: str | None
    copy_of: int | None
    snippet: str


@dataclass(frozen=True, slots=True)
class _Part:
    """One word or phrase, folded; `open` is a star at its end."""

    words: tuple[str, ...]
    open: bool

    def spellings(self) -> list[str]:
        """The phrase with each proclitic on its first word."""
        first, *others = self.words
        return [" ".join([form, *others]) for form in _with_proclitics(first)]


def find_articles(engine: Engine, words: str, limit: int | None = 40) -> list[Found]:
    """The articles that hold all the words, latest first. Raises `SearchProblem` and `DatabaseProblem`."""
    parts = _parts(words)
    with reading(engine) as connection:
        columns = DOCUMENT.c.id, DOCUMENT.c.published, SOURCE.c.name, DOCUMENT.c.title, DOCUMENT.c.given_id
        query = (
            select(*columns, DOCUMENT.c.url, DOCUMENT.c.copy_of, DOCUMENT.c.text)
            .outerjoin_from(DOCUMENT, SOURCE)
            .where(_matches(connection, parts))
            .order_by(DOCUMENT.c.published_utc.is_(None), DOCUMENT.c.published_utc.desc(), DOCUMENT.c.id)
            .limit(limit)
        )
        return [Found(*row[:-1], snippet(row.text, parts)) for row in connection.execute(query)]


def _parts(words: str) -> list[_Part]:
    parts = list(_read_parts(words))
    if not parts:
        raise SearchProblem("there is no word to search for")
    if len(parts) > _MOST_PARTS:
        raise SearchProblem(f"search for at most {_MOST_PARTS} words or phrases")
    return parts


def _read_parts(words: str) -> Iterator[_Part]:
    for found in _PART.finditer(words):
        given = found["word"] or found["phrase"] or ""
        if folded := tuple(search_words(given).split()):
            yield _Part(folded, given.endswith("*"))


def _with_proclitics(word: str) -> list[str]:
    """The word with every conjunction, preposition and article that may be written onto it."""
    conjunctions, prepositions, elided, article = _proclitics()
    bare = [word, f"{article}{word}"]
    # After ل the article loses its alef: «للقصف».
    short = [f"{elided}{form.removeprefix(article[0])}" for form in bare if form.startswith(article)]
    forms = [*bare, *(f"{preposition}{form}" for preposition in prepositions for form in bare), *short]
    return list(dict.fromkeys([*forms, *(f"{each}{form}" for each in conjunctions for form in forms)]))


@cache
def _proclitics() -> tuple[list[str], list[str], str, str]:
    """Conjunctions, prepositions, the one of these before which the article loses a letter, and the article."""
    forms = lexicon().forms
    letters = {name: [form for form in forms if name in forms[form]] for name in ("and", "b", "k", "l", "article")}
    return letters["and"], [*letters["b"], *letters["k"], *letters["l"]], letters["l"][0], letters["article"][0]


def _matches(connection: Connection, parts: Iterable[_Part]) -> ColumnElement[bool]:
    if connection.dialect.name == "sqlite":
        query = " AND ".join(f"({' OR '.join(_quoted(part))})" for part in parts)
        return DOCUMENT.c.id.in_(select(_INDEX.c.rowid).where(_INDEX.c.article_words.op("MATCH")(query)))
    query = " & ".join(f"({' | '.join(_followed(part))})" for part in parts)
    indexed = func.to_tsvector("simple", func.left(DOCUMENT.c.folded, _INDEXED))
    return indexed.op("@@")(func.to_tsquery("simple", query))


def _quoted(part: _Part) -> Iterator[str]:
    """As FTS5 writes it: "two words" *."""
    yield from (f'"{spelling}"{" *" if part.open else ""}' for spelling in part.spellings())


def _followed(part: _Part) -> Iterator[str]:
    """As PostgreSQL writes it: two <-> words:*."""
    yield from (f"({' <-> '.join(spelling.split())}{':*' if part.open else ''})" for spelling in part.spellings())


def snippet(text: str, parts: Iterable[_Part]) -> str:
    """The words around the first match."""
    forms, beginnings = _wanted(parts)
    words = text.split()
    found = [number for number, word in enumerate(words) if _is_match(word, forms, beginnings)]
    first = max(0, found[0] - _AROUND) if found else 0
    last = first + 2 * _AROUND + 1
    shown = [f"[{word}]" if number in set(found) else word for number, word in enumerate(words[:last])][first:]
    return ("… " if first else "") + " ".join(shown) + (" …" if last < len(words) else "")


def _wanted(parts: Iterable[_Part]) -> tuple[set[str], tuple[str, ...]]:
    """Folded words that match, and beginnings of words that do."""
    forms: set[str] = set()
    beginnings: list[str] = []
    for part in parts:
        forms.update(word for spelling in part.spellings() for word in spelling.split())
        if part.open:
            beginnings += (spelling.split()[-1] for spelling in part.spellings())
    return forms, tuple(beginnings)


def _is_match(word: str, forms: set[str], beginnings: tuple[str, ...]) -> bool:
    folded = search_words(word).split()
    return any(each in forms or (beginnings and each.startswith(beginnings)) for each in folded)
