"""`timeline review`: what a person says about what the machine read."""

from __future__ import annotations

import getpass
from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import Engine

from timeline.commands.terminal import console, say, table
from timeline.store.models import Verdict
from timeline.store.opening.database import check_existence, database_url, open_existing, open_to_write
from timeline.store.reviewing.reviewable import Decision, decisions, reviewable
from timeline.store.reviewing.reviews import changes_given, read_reference, review


def show(item: str, status: str, document: int | None, limit: int, database: str | None) -> int:
    """Print what there is to review, or (`status` "log") what was decided."""
    engine = open_existing(database_url(database))
    try:
        if status == "log":
            _print_log(engine, document, limit)
        else:
            _print_rows(engine, item, None if status == "all" else status, document, limit)
    finally:
        engine.dispose()
    return 0


def decide(
    reference: str,
    verdict: Verdict,
    corrections: Sequence[str],
    who: str | None,
    why: str | None,
    database: str | None,
) -> int:
    """Write one decision about one row."""
    named, changes = read_reference(reference), dict(changes_given(corrections))
    url = database_url(database)
    check_existence(url)
    engine = open_to_write(url)
    try:
        before = review(engine, named, verdict, changes, who=who or _user(), at=datetime.now(UTC), why=why)
    finally:
        engine.dispose()
    changed = ", ".join(f"{name}: {_shown(before[name])} → {value}" for name, value in changes.items())
    say(f"{named}: {verdict}{f' ({changed})' if changed else ''}")
    return 0


def _print_rows(engine: Engine, item: str, status: str | None, document: int | None, limit: int) -> None:
    rows = reviewable(engine, item, status, document, limit or None)
    if not rows:
        say("there is nothing to review")
        return
    shown = [(row.reference, row.text, row.says, row.reviewed or "–", str(row.document_id)) for row in rows]
    console().print(table("", ("name", "words", "read as", "reviewed", "article"), shown))


def _print_log(engine: Engine, document: int | None, limit: int) -> None:
    rows = [_decision(row) for row in decisions(engine, document, limit or None)]
    columns = ("when (UTC)", "who", "verdict", "what", "words", "before", "after", "why")
    console().print(table("", columns, rows))


def _decision(row: Decision) -> tuple[str, ...]:
    said = (each or "–" for each in (row.before, row.after, row.why))
    return f"{row.at:%Y-%m-%d %H:%M}", row.who, row.verdict, f"{row.item} {row.kind}", row.text, *said


def _user() -> str:
    """Who is logged in; no name where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _shown(value: object) -> str:
    return "–" if value is None else str(value)
