"""`timeline redate`: a publication date for articles that are stored, and their relative times resolved by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import Engine

from timeline.commands.found import many
from timeline.commands.terminal import complain, console, say, table
from timeline.commands.version import program_version
from timeline.lexicon.anchors import Anchors, load_anchors
from timeline.pipeline import read_article
from timeline.sources import Given, read_given
from timeline.sources.dateline import find_dateline
from timeline.sources.outlets import zone_of_outlet
from timeline.store.opening.database import database_url, open_existing, open_to_write
from timeline.store.opening.problems import name_of
from timeline.store.writing.save import save
from timeline.store.writing.undated import StoredArticle, id_of, stored_article, undated_ids
from timeline.values import Document, Extraction

_BATCH = 200
_SHOWN = 40
CHANGES = ("article", "phrase", "was", "is")


@dataclass(frozen=True, slots=True)
class Redated:
    """An article before, and what is read in it with its new date."""

    before: StoredArticle
    after: Extraction

    def changes(self) -> Iterator[tuple[str, str, str]]:
        """(phrase, old value, new value) of each time that is read otherwise now."""
        for time in self.after.times:
            was = self.before.values.get((time.start, time.end), "–")
            if was != time.value:
                yield self.after.text_of(time), was, time.value


def redate(
    article: str | None,
    published: str | None,
    timezone: str | None,
    dry_run: bool,
    database: str | None,
    anchors: Path | None = None,
) -> int:
    """Date one article, or all undated ones whose text says its date; 1 when the one that was named has none."""
    given, known = read_given(published, timezone), load_anchors(anchors)
    url = database_url(database)
    engine = open_existing(url) if dry_run else _open_to_write(url)
    try:
        keys = undated_ids(engine) if article is None else [id_of(engine, article)]
        if article is not None and _with_date(stored_article(engine, keys[0]).document, given) is None:
            return complain(f"the text of {article} does not say when it was published; give --published")
        _redate(engine, keys, given, known, dry_run)
    finally:
        engine.dispose()
    return 0


def _open_to_write(url: str) -> Engine:
    open_existing(url).dispose()
    return open_to_write(url)


def _redate(engine: Engine, keys: list[int], given: Given, anchors: Anchors, dry_run: bool) -> None:
    dated = times = 0
    shown: list[tuple[str, ...]] = []
    redated = _read_again(engine, keys, given, anchors)
    while batch := list(islice(redated, _BATCH)):
        if not dry_run:
            save(engine, [each.after for each in batch], read_at=datetime.now(UTC), extractor=program_version())
        for each in batch:
            changes = [(_article(each), *_published(each)), *((_article(each), *change) for change in each.changes())]
            dated, times = dated + 1, times + len(changes) - 1
            shown += changes[: _SHOWN - len(shown)]
    _report(engine, dated, times, len(keys), shown, dry_run)


def _read_again(engine: Engine, keys: list[int], given: Given, anchors: Anchors) -> Iterator[Redated]:
    for key in keys:
        before = stored_article(engine, key)
        if document := _with_date(before.document, given):
            yield Redated(before, read_article(document, anchors))


def _with_date(document: Document, given: Given) -> Document | None:
    """The document with the date that was given, else the one that its text says; None where it says none."""
    zone = given.zone or zone_of_outlet(document.url, document.outlet)
    if given.published:
        moment = given.published if given.published.tzinfo else given.published.replace(tzinfo=zone)
        return replace(document, published=moment, published_from="given")
    moment_in_text = find_dateline(document.text, zone)
    return replace(document, published=moment_in_text, published_from="dateline") if moment_in_text else None


def _article(redated: Redated) -> str:
    document = redated.after.document
    return document.title or document.id


def _published(redated: Redated) -> tuple[str, str, str]:
    """The first line of what changed in an article: its date."""
    return "(published)", _minutes(redated.before.document.published), _minutes(redated.after.document.published)


def _minutes(moment: datetime | None) -> str:
    return moment.isoformat(timespec="minutes") if moment else "–"


def _report(
    engine: Engine, dated: int, times: int, looked_at: int, shown: list[tuple[str, ...]], dry_run: bool
) -> None:
    if shown:
        console().print(table("What changes" if dry_run else "What changed", CHANGES, shown))
    if dated + times > len(shown):
        say(f"{len(shown)} of {dated + times} changes shown")
    verb = "would be dated" if dry_run else "dated"
    left = looked_at - dated
    say(
        f"{name_of(engine.url)}: {many(dated, 'article')} {verb}, {many(times, 'time')} read anew"
        + (f"; {many(left, 'article')} {'stays' if left == 1 else 'stay'} undated" if left else "")
    )
