"""The parts of the line that says where and when an article was written, as regular expressions over folded text.

They are built from the lexicon: months, places, zones, and the words of `datelines.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from timeline.lexicon import FOLDER, lexicon
from timeline.lexicon.fold import fold

SIGNS = '-–—−:،,/|()[]•·«»"'
_SIGN = f"[{re.escape(SIGNS)}]"
_YEAR = r"(?:19[5-9]\d|20\d\d)"
_LATIN = r"[A-Za-zÀ-ÿ]{3,10}\.?"
_OFFSET = r"[+-]\d\d:?\d\d"


@dataclass(frozen=True, slots=True)
class LineParts:
    """Full dates (`date`, `hijri`), a time of day (`clock`), and what else may stand in the line.

    `material` matches as much as is made of nothing but places, agencies, weekdays, labels and signs; `origin` any
    place, agency or label; `closing_agency` the one that ends a dateline; `preposition` what dates an event.
    """

    date: re.Pattern[str]
    hijri: re.Pattern[str]
    clock: re.Pattern[str]
    material: re.Pattern[str]
    origin: re.Pattern[str]
    agency: re.Pattern[str]
    closing_agency: re.Pattern[str]
    preposition: re.Pattern[str]
    zones: dict[str, str]
    hijri_months: dict[str, int]


@cache
def line_parts() -> LineParts:
    """Compiled once in a process."""
    words: dict[str, list[str]] = tomllib.loads((FOLDER / "datelines.toml").read_text(encoding="utf-8"))
    zones, hijri, places = _named("zone"), _named("hijri_month"), _named("place")
    agency, origin = _either(words["agency"]), _either((*words["agency"], *words["label"], *words["place"], *places))
    others = _either((*words["same_day"], *words["era"], *words["clock"], *_named("weekday")))
    return LineParts(
        date=re.compile(rf"(?<![\w/.-])(?:{_dates()})(?=م(?!\w)|(?!\w|[/.-]\d))", re.IGNORECASE),
        hijri=re.compile(_hijri_date(hijri)),
        clock=re.compile(_clock(words, zones), re.IGNORECASE),
        material=re.compile(rf"(?:\s|\.|{_SIGN}|(?:{origin}|{others})(?!\w))*+", re.IGNORECASE),
        origin=re.compile(rf"(?<!\w)(?:{origin})(?!\w)", re.IGNORECASE),
        agency=re.compile(rf"(?<!\w)(?:{agency})(?!\w)", re.IGNORECASE),
        preposition=re.compile(rf"(?<!\w)(?:{_either(_prepositions())})(?!\w)"),
        closing_agency=re.compile(rf"(?:\s|{_SIGN})*(?:{agency})\s*{_SIGN}", re.IGNORECASE),
        zones=zones,
        hijri_months={form: int(value) for form, value in hijri.items()},
    )


def _either(words: Iterable[str]) -> str:
    """The longest first, so that a phrase wins over its first word."""
    return "|".join(sorted({_pattern(fold(word)) for word in words}, key=len, reverse=True))


def _pattern(folded: str) -> str:
    return r"\s+".join(map(re.escape, folded.split()))


def _named(name: str) -> dict[str, str]:
    """Folded words and phrases of a class of the lexicon, with their values."""
    words = lexicon()
    found = {form: str(values[name]) for form, values in words.forms.items() if name in values}
    return found | {" ".join(form): str(values[name]) for form, values in words.phrases.items() if name in values}


def _prepositions() -> Iterator[str]:
    for name in ("in", "since", "until", "before", "after", "during", "by", "from", "of", "day_noun"):
        yield from _named(name)


def _dates() -> str:
    """A day, month and year in any order that is written, in Arabic, English, French or numbers."""
    month = f"(?:{_either(_named('month'))})"
    ordinal = "(?:st|nd|rd|th|er)?"
    return "|".join(
        (
            rf"\d{{1,2}}\s*(?:من\s+)?{month}(?:\s*[/(–-]\s*{month}\s*\)?)?\s*[،,]?\s*(?:عام\s+|سنه\s+)?{_YEAR}",
            rf"{month}\s+\d{{1,2}}\s*[،,]\s*{_YEAR}",
            rf"\d{{1,2}}{ordinal}\s+{_LATIN},?\s+{_YEAR}",
            rf"{_LATIN}\s+\d{{1,2}}{ordinal},?\s+{_YEAR}",
            rf"{_YEAR}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|{_OFFSET})?",
            rf"{_YEAR}(?P<first>[-/.])\d{{1,2}}(?P=first)\d{{1,2}}",
            rf"\d{{1,2}}(?P<second>[-/.])\d{{1,2}}(?P=second){_YEAR}",
            rf"\d{{1,2}}\s/\s\d{{1,2}}\s/\s{_YEAR}",
        )
    )


def _hijri_date(months: Iterable[str]) -> str:
    month = rf"(?:من\s+)?(?:شهر\s+)?(?P<month>{_either(months)})"
    sign = r"(?:\s*(?:ه|هجريه?|للهجره))?"
    return rf"(?<!\w)(?P<day>\d{{1,2}})\s*{month}\s*[،,]?\s*(?P<year>1[34]\d\d){sign}(?!\w)"


def _clock(words: dict[str, list[str]], zones: dict[str, str]) -> str:
    halves = "|".join(rf"(?P<{name}>{_either(words[name])})(?![\w.])" for name in ("am", "pm"))
    greenwich = _either(name for name, zone in zones.items() if zone == "UTC")
    named = rf"(?:ب|حسب\s+|وفق\s+)?توقيت\s+(?:{_either(zones)})|{greenwich}"
    zone = rf"(?P<zone>{named})(?!\w)|(?P<offset>{_OFFSET})(?!\d)"
    return (
        rf"(?:(?:{_either(words['clock'])})\s*:?\s*)?(?<![\d:])(?P<time>\d{{1,2}}:\d\d(?::\d\d)?)(?![\d:])"
        rf"(?:\s*(?:{halves}))?(?:\s*\(?\s*(?:{zone})\)?)?"
    )
