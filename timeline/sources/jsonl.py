"""JSON Lines -> Documents: one object a line with `text`, and perhaps `id`, `published`, `title`, `outlet`, `url`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.sources.decoding import TOO_LONG, decode
from timeline.sources.document import make_document
from timeline.sources.given import Given
from timeline.sources.problems import SourceProblem, Unreadable
from timeline.values import Document


def read_jsonl(lines: Iterable[bytes | None], name: str, given: Given) -> Iterator[Document | Unreadable]:
    """The document of each line that is not blank, or what is wrong with that line.

    A document without an id is called `name:line`.
    """
    for number, line in enumerate(lines, 1):
        if line is None:
            yield Unreadable(f"{name}, line {number}", TOO_LONG)
            continue
        if not line.strip():
            continue
        try:
            yield make_document({"id": f"{name}:{number}"} | _object(line), given)
        except (ValueError, SourceProblem) as problem:
            yield Unreadable(f"{name}, line {number}", str(problem))


def _object(line: bytes) -> dict[str, Any]:
    text = decode(line)
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"it is not JSON ({_reason(error)}); write one article a line") from error
    if not isinstance(fields, dict):
        raise ValueError('it is not a JSON object such as {"id": "1", "text": "…", "published": null}')
    return {name: value for name, value in fields.items() if not (name == "id" and value is None)}


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.removesuffix(' at')} at character {error.pos + 1}"
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
