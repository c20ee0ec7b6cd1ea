"""Bytes of a known kind -> the reader for them; what holds others (an archive, a feed) is gone through."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import IO, TypeAlias

from timeline.sources.compressed import unpacked
from timeline.sources.decoding import utf8_lines
from timeline.sources.given import Given
from timeline.sources.html import read_html
from timeline.sources.jsonl import read_jsonl
from timeline.sources.kinds import (
    COMPRESSED,
    CSV,
    FEEDS,
    KNOWN,
    LINES,
    PAGES,
    PARQUET,
    TEXT,
    WARC,
    ZIP,
    inner_name,
    kind_of,
    sniffed,
)
from timeline.sources.problems import Note, SourceProblem, Unreadable
from timeline.sources.streams import beginning, seekable, whole
from timeline.sources.tables import read_csv, read_parquet
from timeline.sources.text import read_text
from timeline.told import told
from timeline.values import Document

Item: TypeAlias = Document | Unreadable | Note


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes that stand somewhere. `name` is what their documents and problems are called, `kind` an ending.

    `url` is where they were fetched, `charset` the encoding that the server named.
    """

    name: str
    stream: IO[bytes]
    kind: str
    url: str | None = None
    charset: str | None = None


def read_input(source: Input, given: Given) -> Iterator[Item]:
    """Every document in it, or what is wrong with it."""
    reader = _READERS.get(source.kind)
    if reader is None:
        yield Unreadable(source.name, f"files of this kind are not read; give {KNOWN}")
    else:
        yield from guarded(reader(source, given), source.name)


def guarded(items: Iterator[Item], where: str) -> Iterator[Item]:
    """The same items; what is raised on the way is the last of them."""
    try:
        yield from items
    except OSError as error:
        yield unreached(where, error)
    except (ValueError, SourceProblem) as error:
        yield Unreadable(where, str(error))
    except Exception as error:  # noqa: BLE001  # whatever bytes do to a library, the next input is read
        yield Unreadable(where, f"it cannot be read ({type(error).__name__}: {str(error)[:80]})")


def unreached(path: str, error: OSError) -> Unreadable:
    """A path that the system does not let us read."""
    return Unreadable(path, f"{error.strerror or error}; check the path and its permissions")


def _any_kind(source: Input, given: Given) -> Iterator[Item]:
    head, stream = beginning(source.stream)
    yield from read_input(replace(source, stream=stream, kind=_looks(head, given)), given)


def _looks(head: bytes, given: Given) -> str:
    """What bytes without a name are. Raises ValueError where they should be a table and are none."""
    kind, named = sniffed(head, given.columns.text), given.columns.named
    if kind == ".txt" and "text" in named:
        raise ValueError(f"its first line names no column {named['text']!r}, as that of a table would (--text-column)")
    return kind


def _text(source: Input, given: Given) -> Iterator[Item]:
    """A text, or a page where the bytes say so."""
    head, stream = beginning(source.stream)
    if sniffed(head) == ".html":
        yield from _page(replace(source, stream=stream), given)
    else:
        yield read_text(whole(stream), source.name, given, source.charset, source.url)


def _page(source: Input, given: Given) -> Iterator[Item]:
    yield read_html(whole(source.stream), source.name, given, source.charset, source.url)


def _lines(source: Input, given: Given) -> Iterator[Item]:
    yield from _some(read_jsonl(utf8_lines(source.stream, source.charset), source.name, given), source.name)


def _csv(source: Input, given: Given) -> Iterator[Item]:
    yield from _some(read_csv(utf8_lines(source.stream, source.charset), source.name, given), source.name)


def _parquet(source: Input, given: Given) -> Iterator[Item]:
    with seekable(source.stream) as stream:
        yield from _some(read_parquet(stream, source.name, given), source.name)


def _compressed(source: Input, given: Given) -> Iterator[Item]:
    """What is inside, once: there are files that unpack to themselves. `news.gz` is what it begins as."""
    head, stream = beginning(unpacked(source.stream, source.kind))
    named = kind_of(inner_name(source.name.partition("?")[0]))
    kind = named if named in _READERS and named else _looks(head, given)
    if kind in COMPRESSED | ZIP | PARQUET:
        raise ValueError(f"a {kind} file that was compressed again is not read; unpack it")
    yield from read_input(replace(source, stream=stream, kind=kind), given)


def _zip(source: Input, given: Given) -> Iterator[Item]:
    from timeline.sources.zipped import members

    with seekable(source.stream) as archive:
        for name, stream in members(archive):
            inside = f"{source.name}/{name}"
            if isinstance(stream, ValueError):
                yield Unreadable(inside, str(stream))
            else:
                yield from read_input(Input(inside, stream, kind_of(name)), given)


def _warc(source: Input, given: Given) -> Iterator[Item]:
    from timeline.sources.warc import read_warc

    yield from _some(read_warc(source.stream, source.name, given), source.name)


def _feed(source: Input, given: Given) -> Iterator[Item]:
    from timeline.sources.feeds import read_feed

    yield from read_feed(whole(source.stream), source.name, given, source.charset)


def _some(items: Iterator[Item], name: str) -> Iterator[Item]:
    yield next(items, Unreadable(name, told("empty", "it is empty")))
    yield from items


_BY_KINDS: dict[frozenset[str], Callable[[Input, Given], Iterator[Item]]] = {
    frozenset({""}): _any_kind,
    frozenset(TEXT): _text,
    frozenset(PAGES): _page,
    frozenset(LINES): _lines,
    frozenset(CSV): _csv,
    frozenset(PARQUET): _parquet,
    frozenset(FEEDS): _feed,
    frozenset(WARC): _warc,
    frozenset(ZIP): _zip,
    frozenset(COMPRESSED): _compressed,
}
_READERS = {kind: reader for kinds, reader in _BY_KINDS.items() for kind in kinds}
