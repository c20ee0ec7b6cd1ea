"""What the command line says about documents."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from datetime import datetime
from difflib import get_close_matches
from zoneinfo import ZoneInfo, available_timezones

from timeline.sources.problems import SourceProblem
from timeline.sources.published import read_published


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table of articles are called; only that of the text must be there."""

    text: str = "text"
    id: str = "id"
    published: str = "published"
    title: str = "title"
    outlet: str = "outlet"
    url: str = "url"

    @property
    def named(self) -> dict[str, str]:
        """The columns that somebody has named, by their fields: those that are called otherwise than these."""
        return {field: name for field, name in asdict(self).items() if name != field}


@dataclass(frozen=True, slots=True)
class Given:
    """`published` counts whatever documents say of themselves, `zone` for times without an offset.

    `allow_local` lets URLs lead to files of this machine and to private addresses.
    """

    published: datetime | None = None
    zone: ZoneInfo | None = None
    columns: Columns = field(default_factory=Columns)
    allow_local: bool = False


def read_given(
    published: str | None, timezone: str | None, columns: Columns | None = None, *, allow_local: bool = False
) -> Given:
    """The values of `--published`, `--timezone`, `--…-column` and `--allow-local`. Raises SourceProblem."""
    zone = read_zone(timezone) if timezone is not None else None
    moment = read_published(published, zone) if published is not None else None
    return Given(moment, zone, columns or Columns(), allow_local)


def read_zone(name: str) -> ZoneInfo:
    """`Asia/Gaza`: a zone of the IANA database. Raises SourceProblem, with names that look alike."""
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        raise SourceProblem(f"unknown time zone {name!r}; {_advice(name)}") from error


def _advice(name: str) -> str:
    if re.match(r"(?i)(utc|gmt)?\s*[+-]?\d", name):
        return "give the IANA name of a place, such as Asia/Gaza; an offset belongs to the time itself: …T20:15+03:00"
    alike = get_close_matches(name, sorted(available_timezones()), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(alike)}?" if alike else "give a name such as Asia/Gaza, Asia/Beirut or UTC"
