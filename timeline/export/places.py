"""Where a row is: its coordinates and its country, as far as a gazetteer knows them."""

from __future__ import annotations

import math
from functools import cache
from typing import Any


def coordinates(row: object) -> tuple[float, float] | None:
    """Longitude and latitude in degrees (WGS 84), that order; None where they are not known or not on the globe."""
    longitude, latitude = getattr(row, "longitude", None), getattr(row, "latitude", None)
    if longitude is None or latitude is None or not (math.isfinite(longitude) and math.isfinite(latitude)):
        return None
    return (longitude, latitude) if abs(longitude) <= 180 and abs(latitude) <= 90 else None


def said_of(row: object, name: str) -> Any:
    """`country`, `admin1`, `location`, `geo_precision`, …: None in a row that has no such column."""
    return getattr(row, name, None)


# What a point stands for, in the numbers of ACLED's geo_precision and of UCDP's where_prec.
ACLED_PRECISION = {"exact": 1, "city": 1, "division": 3, "country": 3, "region": 3}
UCDP_PRECISION = {"exact": 1, "city": 1, "division": 4, "country": 6, "region": 6}


def country_name(code: str | None) -> str | None:
    """ "ps" -> "Palestinian Territories": the English name that CLDR has for an ISO 3166 code."""
    from babel import Locale

    return Locale("en").territories.get(code.upper()) if code else None


def country_codes(code: str | None) -> tuple[str | None, int | None]:
    """ "ps" -> ("PSE", 275): the three-letter and the numeric code of ISO 3166."""
    return _codes().get(code.upper(), (None, None)) if code else (None, None)


@cache
def _codes() -> dict[str, tuple[str | None, int | None]]:
    from babel.core import get_global

    codes: dict[str, tuple[str | None, int | None]] = {}
    for alias, (territory, *others) in get_global("territory_aliases").items():  # CLDR lists both codes as aliases
        letters, number = codes.get(territory, (None, None))
        if alias.isdigit() and not others:
            codes[territory] = letters, int(alias)
        elif len(alias) == 3 and not others:
            codes[territory] = alias, number
    return codes
