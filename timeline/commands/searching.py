"""`timeline search`: articles by their words."""

from __future__ import annotations

import json
from dataclasses import asdict

from timeline.commands.terminal import console, say, table
from timeline.store.asking.searching import Found, find_articles
from timeline.store.opening.database import database_url, open_existing


def search(words: list[str], limit: int, as_json: bool, database: str | None) -> int:
    """Print the articles that hold all the words, latest first."""
    engine = open_existing(database_url(database))
    try:
        found = find_articles(engine, " ".join(words), limit or None)
    finally:
        engine.dispose()
    if as_json:
        say(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1))
    elif found:
        rows = [_row(each) for each in found]
        console().print(table("", ("published", "title", "outlet", "words", "article"), rows))
    else:
        say("no article holds all these words")
    return 0


def _row(found: Found) -> tuple[str, ...]:
    name = found.title or found.given_id
    return found.published or "–", name, found.outlet or "–", found.snippet, str(found.document_id)
