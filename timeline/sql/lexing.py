"""Which functions does a query call? Enough of PostgreSQL's spelling to know; what could deceive it is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from timeline.sql.answers import QueryProblem

_TOKEN = re.compile(
    r"""(?P<comment>--[^\n\r]*|/\*(?:[^*]|\*(?!/))*\*/)
    |(?P<string>'(?:[^']|'')*')
    |(?P<quoted>"(?:[^"]|"")+")
    |(?P<name>[^\W\d][\w$]*)
    |(?P<space>\s+)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_Token = tuple[str, str]


def called(query: str) -> set[str]:
    """The names that stand before a bracket: functions, but also types and the names of WITH queries.

    Raises `QueryProblem` for what cannot be part of a plain SELECT.
    """
    tokens = list(_tokens(query))
    _check_brackets(tokens)
    _check_strings(tokens)
    return {name for (kind, name), (_, after) in pairwise(tokens) if kind == "name" and after == "("}


def named(query: str) -> set[str]:
    """Every name in the query, of whatever kind."""
    return {name for kind, name in _tokens(query) if kind == "name"}


def _tokens(query: str) -> Iterator[_Token]:
    """("name", "count"), ("other", "("), …, without comments and white space; names as PostgreSQL looks them up."""
    for found in _TOKEN.finditer(query):
        kind, text = str(found.lastgroup), found[0]
        if kind == "comment":
            if "/*" in text[2:]:
                raise QueryProblem("a comment within a comment is not allowed")
        elif kind == "quoted":
            yield "name", text[1:-1].replace('""', '"')
        elif kind == "name":
            yield kind, text.lower()
        elif kind != "space":
            yield kind, text


def _check_brackets(tokens: list[_Token]) -> None:
    """A query that closes more than it opens would end the one that it is put into."""
    depth = 0
    for kind, text in tokens:
        depth += (kind == "other") * ((text == "(") - (text == ")"))
        if depth < 0:
            raise QueryProblem("the query closes a bracket that it did not open")
        if kind == "other" and text in ";'\"$":
            raise QueryProblem(_REFUSED[text])


def _check_strings(tokens: list[_Token]) -> None:
    """E'…', U&'…' and their like: other ways to write strings and names, which may hide what they say."""
    for (kind, text), (after, _), (last, _) in zip(tokens, tokens[1:], [*tokens[2:], ("other", "")], strict=False):
        escaped = kind == "name" and text in ("e", "b", "x", "n") and after == "string"
        by_number = (kind, text, after) == ("name", "u", "other") and last in ("string", "name")
        if escaped or by_number:
            raise QueryProblem(f"strings that begin with {text.upper()} are not allowed")


_REFUSED = {
    ";": "only one statement at a time is allowed",
    "'": "a string is not closed",
    '"': "a name in quotation marks is not closed",
    "$": "quotation with $ and parameters are not allowed",
}
