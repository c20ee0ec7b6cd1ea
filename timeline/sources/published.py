"""«10 أيار/مايو 2023» -> 2023-05-10 23:59: the dates that people and machines write about documents.

Only full dates are read: nothing here knows what day it is, so «أمس» and "10 May" are refused.
A date without a time of day stands for the end of that day, so that nothing of the day lies after the publication.
"""

from __future__ import annotations

import re
import tomllib
from datetime import datetime, time
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from timeline.lexicon.fold import fold
from timeline.sources.problems import SourceProblem

END_OF_DAY = time(23, 59)
YEARS = range(1800, 2200)
_TWO_NAMES = re.compile(r"([^\W\d]+)\s*[/(]\s*\1\)?")
_ISO = re.compile(r"\d{4}-?(?:\d\d|W\d)")
_TIME_OF_DAY = re.compile(r"\d[T ]\d")


def read_published(written: str, zone: ZoneInfo | None = None) -> datetime:
    """The moment that `written` names, in any language that dateparser knows.

    Its own offset wins, then `zone`; with neither the result has no offset. Raises SourceProblem.
    """
    moment = _iso(written.strip()) or _any_language(written)
    if moment is None:
        raise SourceProblem(
            f"cannot read the publication time {written[:60]!r}; "
            "write the full date with its year, such as 2023-05-10T20:15+03:00"
        )
    if moment.year not in YEARS:
        raise SourceProblem(f"the publication time {written[:60]!r} is in the year {moment.year}; is that right?")
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment


def _iso(written: str) -> datetime | None:
    if not _ISO.match(written):
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if _TIME_OF_DAY.search(written) else datetime.combine(moment, END_OF_DAY)


def _any_language(written: str) -> datetime | None:
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]  # here, because loading it takes long

    settings = {
        "RELATIVE_BASE": datetime(2000, 1, 1),
        "PARSERS": ["absolute-time"],
        "REQUIRE_PARTS": ["day", "month", "year"],
        "RETURN_TIME_AS_PERIOD": True,
        "SKIP_TOKENS": ["t", "الساعة", "الساعه"],
        "DATE_ORDER": "DMY",
        "PREFER_LOCALE_DATE_ORDER": False,
    }
    try:
        found = DateDataParser(settings=settings).get_date_data(_familiar_months(written))
    except (ValueError, OverflowError):
        return None
    if found.date_obj is None:
        return None
    return found.date_obj if found.period == "time" else datetime.combine(found.date_obj, END_OF_DAY)


def _familiar_months(written: str) -> str:
    """«10 أيار/مايو» -> «10 مايو»: dateparser knows one of the Arabic names of each month."""
    pattern, familiar = _months()
    return _TWO_NAMES.sub(r"\1", pattern.sub(lambda m: familiar[m[0]], fold(written)))


@cache
def _months() -> tuple[re.Pattern[str], dict[str, str]]:
    calendar = tomllib.loads((files("timeline.lexicon") / "calendar.toml").read_text(encoding="utf-8"))
    familiar = {fold(name): names[0] for names in calendar["month"].values() for name in names}
    longest_first = sorted(familiar, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), familiar
