"""The door through which new articles come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from dashboard.data.article import LISTED, Listed
from dashboard.data.opened import database
from timeline.commands.version import program_version
from timeline.store.models import DOCUMENT
from timeline.store.opening.database import reading
from timeline.store.writing.rows import as_rows
from timeline.store.writing.save import Saved, save
from timeline.values import Extraction

MOST_LISTED = 100


def store(extractions: Sequence[Extraction]) -> Saved:
    """Stores them as `timeline ingest` does, in one transaction. Raises `DatabaseProblem`."""
    return save(database(), extractions, read_at=datetime.now(UTC), extractor=program_version())


def stored(extractions: Iterable[Extraction]) -> list[Listed]:
    """The first of the articles that have these texts, in the order of their rows."""
    hashes = {as_rows(one, datetime.now(UTC), "").document["text_sha256"] for one in extractions}
    where = DOCUMENT.c.text_sha256.in_(sorted(hashes)[:MOST_LISTED])
    with reading(database()) as connection:
        return [Listed(*row) for row in connection.execute(LISTED.where(where).order_by(DOCUMENT.c.id))]
