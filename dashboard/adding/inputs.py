"""What a reader gives -> documents: a pasted text, files, addresses. What cannot be read is said, not raised."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from timeline.sources import Given, SourceProblem, Unreadable
from timeline.sources.decoding import storable
from timeline.sources.document import make_document
from timeline.sources.inputs import Input, Item, read_input
from timeline.sources.kinds import kind_of
from timeline.sources.text import split_header

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
    """The documents in files, by their names and bytes. A list is refused: the files in it would be the server's."""
    for given_name, raw in files:
        name = _plain(given_name)
        yield from read_input(Input(name, BytesIO(raw), kind_of(name)), given)


def _said(pasted: Pasted) -> dict[str, str]:
    return {"title": pasted.title, "outlet": pasted.outlet, "url": pasted.url}


def _plain(name: str) -> str:
    """`../news<NUL>.txt` -> `news.txt`: the last part of a name, with nothing that a file system would refuse."""
    last = PurePath(name.replace("\\", "/")).name
    return "".join(filter(str.isprintable, last))[-LONGEST_NAME:].lstrip(".") or "file"
