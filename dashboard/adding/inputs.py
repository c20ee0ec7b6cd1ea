"""What a reader gives -> documents: a pasted text, files, addresses. What cannot be read is said, not raised."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from timeline.sources import Given, Note, SourceProblem, Unreadable, read_documents
from timeline.sources.decoding import storable
from timeline.sources.document import make_document
from timeline.sources.text import split_header
from timeline.values import Document

Item = Document | Unreadable | Note
LIST = ".list"
LONGEST_NAME = 60  # letters, the last ones, which say what kind of file it is


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text, and what was said about it in the fields beside it."""

    text: str
    title: str = ""
    outlet: str = ""
    url: str = ""


def read_pasted(pasted: Pasted, given: Given) -> Iterator[Item]:
    """The one document in it, called by its content: the same text again is the same article."""
    name = f"pasted-{hashlib.sha256(storable(pasted.text).encode()).hexdigest()[:12]}"
    said = {name: value for name, value in _said(pasted).items() if value.strip()}
    try:
        header, text = split_header(pasted.text)
        yield make_document({"id": name} | header | said | {"text": text}, given)
    except (ValueError, SourceProblem) as problem:
        yield Unreadable(name, str(problem))


def read_files(files: Iterable[tuple[str, bytes]], given: Given) -> Iterator[Item]:
    """The documents in files, by their names and bytes; they are called by the names, without a folder."""
    for name, raw in files:
        yield from _read_file(_plain(name), raw, given)


def _said(pasted: Pasted) -> dict[str, str]:
    return {"title": pasted.title, "outlet": pasted.outlet, "url": pasted.url}


def _read_file(name: str, raw: bytes, given: Given) -> Iterator[Item]:
    """By way of a folder that is gone afterwards: the readers want to open what they read."""
    if PurePath(name).suffix.lower() == LIST:
        yield Unreadable(
            name, "a list names other files, and those of the server are not read: give the files themselves"
        )
        return
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(raw)
        for item in read_documents([str(path)], given):
            yield _called(item, path.as_posix(), name)


def _plain(name: str) -> str:
    """`../news<NUL>.txt` -> `news.txt`: the last part of a name, with nothing that a file system would refuse."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(filter(str.isprintable, last))[-LONGEST_NAME:].lstrip(".") or "file"


def _called(item: Item, path: str, name: str) -> Item:
    """The name that the reader knows, for that of the folder."""
    match item:
        case Document():
            return replace(item, id=item.id.replace(path, name))
        case Unreadable() | Note():
            return replace(item, where=item.where.replace(path, name))
