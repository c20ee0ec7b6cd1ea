"""A plain text or Markdown file -> one Document.

The file may begin with a header: lines `published: 2023-05-10T20:15:00+03:00` before the first blank line, or any
lines between two `---`. The keys are `id`, `published`, `title`, `outlet` and `url`.
"""

from __future__ import annotations

import re

from timeline.sources.decoding import decode
from timeline.sources.document import make_document
from timeline.sources.given import Given
from timeline.values import Document

_KEY = re.compile(r"(id|published|title|outlet|url)[ \t]*:(.*)", re.IGNORECASE)
_FENCED = re.compile(r"---\s*\n(?P<header>.*?)\n---[ \t\r]*(?:\n|\Z)", re.DOTALL)
_BARE = re.compile(r"(?P<header>(?:[^\n]*[^\s][^\n]*(?:\n|\Z))+)[ \t\r]*(?:\n|\Z)")


def read_text(raw: bytes, name: str, given: Given) -> Document:
    """The document in the bytes of one file; `name` is its id where the header gives none.

    Raises ValueError or SourceProblem.
    """
    if not raw.strip():
        raise ValueError("it is empty")
    header, text = split_header(decode(raw))
    return make_document({"id": name} | header | {"text": text}, given)


def split_header(text: str) -> tuple[dict[str, str], str]:
    """The header as a dict, and the text after it; no header unless every line of it is one."""
    if fenced := _FENCED.match(text):
        return _fields(fenced["header"]), text[fenced.end() :]
    bare = _BARE.match(text) if _KEY.match(text) else None
    if bare and all(_KEY.fullmatch(line) for line in _lines(bare["header"])):
        return _fields(bare["header"]), text[bare.end() :]
    return {}, text


def _fields(header: str) -> dict[str, str]:
    pairs = (_KEY.fullmatch(line) for line in _lines(header))
    return {pair[1].lower(): pair[2].strip().strip("\"'") for pair in pairs if pair}


def _lines(header: str) -> list[str]:
    return [line.strip() for line in header.split("\n") if line.strip()]
