"""JSON-LD, with which news pages tell search engines what they are: date, outlet and headline of the article."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

_MOST = 10_000  # objects looked at in one page


@dataclass(frozen=True, slots=True)
class Said:
    """What a page says of its article, as written; None where it does not say it."""

    published: str | None = None
    outlet: str | None = None
    title: str | None = None


def said_in(scripts: Iterable[str]) -> Said:
    """Of the first article that has a date; of anything else with a date where no article has one."""
    objects = [each for script in scripts for each in _objects(_parsed(script))]
    dated = [each for each in objects if _text(each.get("datePublished"))]
    found = next((each for each in dated if _is_article(each)), dated[0] if dated else None)
    if found is None:
        return Said()
    publisher = found.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    return Said(_text(found["datePublished"]), _text(name), _text(found.get("headline")))


def _parsed(script: str) -> Any:
    try:
        return json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in it, the outer before the inner, without recursion: a page may nest as deep as it likes."""
    waiting, seen = [value], 0
    while waiting and seen < _MOST:
        each = waiting.pop(0)
        seen += 1
        if isinstance(each, dict):
            yield each
            waiting += each.values()
        elif isinstance(each, list):
            waiting += each


def _is_article(each: dict[str, Any]) -> bool:
    """NewsArticle, ReportageNewsArticle, LiveBlogPosting, …; `@type` may be a list."""
    types = each.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.endswith(("Article", "Posting")) for name in names)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
