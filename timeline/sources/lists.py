"""`failed.list`: a path or an address a line; what begins with # is a remark. The list of failures is written so."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from timeline.sources.decoding import decode
from timeline.sources.streams import whole


def entries_of(path: Path) -> list[str]:
    """The entries of a list, each once, in their order. Raises ValueError or OSError."""
    with path.open("rb") as stream:
        lines = decode(whole(stream)).splitlines()
    return list(dict.fromkeys(line.strip() for line in lines if line.strip() and not line.lstrip().startswith("#")))


def list_text(entries: Iterable[tuple[str, str]]) -> str:
    """The text of a list of entries, each with a remark before it; an entry that is "" leaves only the remark."""
    lines = (line for entry, remark in entries for line in (f"# {' '.join(remark.split())}", entry) if line)
    return "".join(f"{line}\n" for line in lines)
