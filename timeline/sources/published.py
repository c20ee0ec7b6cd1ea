"""«10 أيار/مايو 2023» -> 2023-05-10 23:59: the dates that people and machines write about documents.

Only full dates are read: nothing here knows what day it is, so «أمس» and "10 May" are refused.
A date without a time of day stands for the end of that day, so that nothing of the day lies after the publication.
"""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from timeline.calendars import from_hijri
from timeline.lexicon.fold import fold
from timeline.sources.problems import SourceProblem
from timeline.told import told

END_OF_DAY = time(23, 59)
YEARS = range(1800, 2200)
_LONGEST = 200  # characters: dateparser can look at some text of thousands for a quarter of a minute
_TWO_NAMES = re.compile(r"([^\W\d]+)\s*[/(]\s*\1\)?")
_ISO = re.compile(r"\d{4}-?(?:\d\d|W\d)")
_SECONDS, _MILLISECONDS = range(10**8, 10**10), range(10**11, 10**13)  # since 1970, of the years 1973 to 2286
_TIME_OF_DAY = re.compile(r"\d[T ]\d")
_AFTER_A_YEAR = re.compile(r"(?<=\d{4})\s?م(?:يلاديه?)?(?!\w)")


def read_published(written: str, zone: ZoneInfo | None = None) -> datetime:
    """The moment that `written` names, in any language that dateparser knows.

    Its own offset wins, then `zone`; with neither the result has no offset. Raises SourceProblem.
    """
    moment = _moment(written) if len(written) <= _LONGEST else None
    if moment is None:
        line = (
            "cannot read the publication time {written!r}; "
            "write the full date with its year, such as 2023-05-10T20:15+03:00"
        )
        raise SourceProblem(told("published_unreadable", line, written=written[:60]))
    if moment.year not in YEARS:
        line = "the publication time {written!r} is in the year {year}; is that right?"
        raise SourceProblem(told("published_year", line, written=written[:60], year=moment.year))
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment


def read_number(number: float, zone: ZoneInfo | None = None) -> datetime:
    """1730654400 -> 2024-11-03T17:20Z: seconds since 1970, or milliseconds; 20241103 is a day. Raises SourceProblem."""
    for times, known in ((1, _SECONDS), (1_000, _MILLISECONDS)):
        if known.start <= number < known.stop:
            return datetime.fromtimestamp(number // times, UTC)
    return read_published(str(number), zone)


def _moment(written: str) -> datetime | None:
    return _iso(written.strip()) or _hijri(written) or _any_language(written)


def _iso(written: str) -> datetime | None:
    if not _ISO.match(written):
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if _TIME_OF_DAY.search(written) else datetime.combine(moment, END_OF_DAY)


def _hijri(written: str) -> datetime | None:
    """«20 شوال 1444 هـ» by the Umm al-Qura calendar."""
    pattern, months = _hijri_months()
    found = pattern.fullmatch(fold(written).strip())
    day = from_hijri(int(found["year"]), months[found["month"]], int(found["day"])) if found else None
    return datetime.combine(day, END_OF_DAY) if day else None


@cache
def _hijri_months() -> tuple[re.Pattern[str], dict[str, int]]:
    months = {fold(name): int(number) for number, names in _calendar()["hijri_month"].items() for name in names}
    weekdays = "|".join(sorted(fold(name) for names in _calendar()["weekday"].values() for name in names))
    signs = "|".join(sorted(fold(name) for names in _calendar()["hijri_sign"].values() for name in names))
    longest_first = "|".join(map(re.escape, sorted(months, key=len, reverse=True)))
    date = rf"(?P<day>\d{{1,2}})\s+(?P<month>{longest_first})\s+(?P<year>1[34]\d\d)"
    return re.compile(rf"(?:(?:{weekdays})[،,]?\s+)?{date}\s*(?:{signs})?"), months


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
    named = _TWO_NAMES.sub(r"\1", pattern.sub(lambda m: familiar[m[0]], fold(written)))
    return _greenwich().sub(" GMT", _AFTER_A_YEAR.sub("", named))


@cache
def _months() -> tuple[re.Pattern[str], dict[str, str]]:
    familiar = {fold(name): names[0] for names in _calendar()["month"].values() for name in names}
    longest_first = sorted(familiar, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), familiar


@cache
def _greenwich() -> re.Pattern[str]:
    """«بتوقيت غرينتش», «(ت غ)»."""
    names = [fold(name) for name in _lexicon_table("day.toml")["zone"]["UTC"]]
    words = "|".join(re.escape(name).replace(r"\ ", r"\s?") for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"\s*\(?(?:ب?توقيت\s+)?(?<!\w)(?:{words})(?!\w)\)?")


def _calendar() -> dict[str, dict[str, list[str]]]:
    return _lexicon_table("calendar.toml")


@cache
def _lexicon_table(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((files("timeline.lexicon") / name).read_text(encoding="utf-8"))
