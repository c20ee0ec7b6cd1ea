"""`failed.list`: a path or an address a line; what begins with # is a remark. The list of failures is written so.

A name that no line can hold as it is (" a.txt", "#1.txt", one with a line break) stands in quotation marks, as in JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from timeline.sources.decoding import decode
from timeline.sources.streams import whole


def entries_of(path: Path) -> list[str]:
    """The entries of a list, each once, in their order. Raises ValueError or OSError."""
    with path.open("rb") as stream:
        lines = decode(whole(stream)).splitlines()
    written = (line.strip() for line in lines)
    return list(dict.fromkeys(_unquoted(line) for line in written if line and not line.startswith("#")))


def list_text(entries: Iterable[tuple[str, str]]) -> str:
    """The text of a list of entries, each with a remark before it; an entry that is "" leaves only the remark."""
    lines = (line for entry, remark in entries for line in (f"# {' '.join(remark.split())}", _quoted(entry)) if line)
    return "".join(f"{line}\n" for line in lines)


def _quoted(entry: str) -> str:
    if entry.strip() == entry and entry.isprintable() and not entry.startswith(("#", '"')):
        return entry
    return json.dumps(entry, ensure_ascii=not entry.isprintable())


def _unquoted(line: str) -> str:
    try:
        found = json.loads(line) if line.startswith('"') else line
    except ValueError:
        return line
    return str(found)
