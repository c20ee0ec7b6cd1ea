"""A plain text or Markdown file -> one Document.

The file may begin with a header: lines `published: 2023-05-10T20:15:00+03:00` before the first blank line, or any
lines between two `---`. The keys are `id`, `published`, `title`, `outlet` and `url`; a header with another key is
refused, so that a misspelt date is never taken for the article. Between `---` keys of other programs are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches

from timeline.sources.decoding import decode
from timeline.sources.document import make_document
from timeline.sources.given import Given
from timeline.values import Document

KEYS = ("id", "published", "title", "outlet", "url")
_MEANT = {"date": "published", "time": "published", "source": "outlet", "publisher": "outlet", "headline": "title"}
_KEY = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)[ \t]*:(?!//)(.*)")
_FENCED = re.compile(r"---\s*\n(?P<header>.*?)\n---[ \t\r]*(?:\n|\Z)", re.DOTALL)
_BARE = re.compile(r"(?P<header>(?:[^\n]*[^\s][^\n]*(?:\n|\Z))+)[ \t\r]*(?:\n|\Z)")


def read_text(raw: bytes, name: str, given: Given, charset: str | None = None, url: str | None = None) -> Document:
    """The document in the bytes of one file; `name` is its id where the header gives none.

    `charset` is the encoding that a server named, `url` where the text was fetched, whatever its header says.
    Raises ValueError or SourceProblem.
    """
    if not raw.strip():
        raise ValueError("it is empty")
    header, text = split_header(decode(raw, charset))
    if header and not text.strip():
        raise ValueError("it has only a header, no text; the text follows after an empty line")
    return make_document({"id": name} | header | {"text": text} | ({"url": url} if url else {}), given)


def split_header(text: str) -> tuple[dict[str, str], str]:
    """The header as a dict, and the text after it; no header unless every line of it is one.

    Raises ValueError for a key that does not exist.
    """
    if fenced := _FENCED.match(text):
        return _known(_fields(fenced["header"]), refused=_is_misspelt), text[fenced.end() :]
    bare = _BARE.match(text) if _KEY.match(text) else None
    if bare and all(_KEY.fullmatch(line) for line in _lines(bare["header"])):
        fields = _fields(bare["header"])
        if not fields.keys().isdisjoint(KEYS) or text[bare.end() :].strip():
            return _known(fields, refused=lambda _: True), text[bare.end() :]
    return {}, text


def _known(fields: dict[str, str], refused: Callable[[str], bool]) -> dict[str, str]:
    for key in fields:
        if key not in KEYS and refused(key):
            raise ValueError(_advice(key))
    return {key: value for key, value in fields.items() if key in KEYS}


def _advice(key: str) -> str:
    meant = _MEANT.get(key) or next(iter(get_close_matches(key, KEYS, n=1)), None)
    hint = f"did you mean {meant}? The" if meant else "begin the file with an empty line if this is its text; the"
    return f"its header has an unknown key {key!r}; {hint} keys are {', '.join(KEYS)}"


def _is_misspelt(key: str) -> bool:
    return bool(get_close_matches(key, KEYS, n=1, cutoff=0.75))


def _fields(header: str) -> dict[str, str]:
    pairs = (_KEY.fullmatch(line) for line in _lines(header))
    return {pair[1].lower(): pair[2].strip().strip("\"'") for pair in pairs if pair}


def _lines(header: str) -> list[str]:
    return [line.strip() for line in header.split("\n") if line.strip()]
