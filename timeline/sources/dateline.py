"""«غزة - 10 أيار/مايو 2023 - …»: a publication date at the very beginning of the text itself."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from timeline.sources.problems import SourceProblem
from timeline.sources.published import read_published

_WORD = r"[^\W\d_]+"
_DASH = r"[-–—:،,/(|]"
_DATELINE = re.compile(
    rf"\s*{_WORD}(?:\s{_WORD}){{0,2}}\s*{_DASH}\s*"
    rf"(?:{_WORD}\s)?(?P<date>\d{{1,2}}\s{_WORD}(?:\s{_WORD})?(?:\s?[/(]\s?{_WORD}(?:\s{_WORD})?\)?)?\s\d{{4}})"
    rf"\s*(?:{_DASH}|\)|\.|\n|$)"
)


def find_dateline(text: str, zone: ZoneInfo | None) -> datetime | None:
    """The full date that follows the name of a place in the first line, or None."""
    match = _DATELINE.match(text)
    try:
        return read_published(match["date"], zone) if match else None
    except SourceProblem:
        return None
