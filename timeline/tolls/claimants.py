"""Who counts, in one spelling: «وزارة الصحة في غزة», «وزارة الصحة الفلسطينية» and «صحة غزة» are one claimant."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon.bare import folded_words, without_article
from ..lexicon.countries import country_named
from ..values import Role

# Of these there is one in a country; all but armies count the dead of their own.
_ONE_OF_A_COUNTRY = ("health_ministry", "civil_defence", "police")


def claimant_of(role: Role | None, source: str | None, outlet: str | None, place: str | None) -> str:
    """The role and, where there is one body of it in a country, the country; else the role and the folded name.

    The country is that of the name, else that of the place of the harm. Without a source the outlet itself counts.
    """
    if source is None:
        return _joined("outlet", folded_name(outlet or ""))
    if role in _ONE_OF_A_COUNTRY:
        return _joined(role, country_named(source) or country_named(place or "") or "")
    if role == "army" and (country := country_named(source)):
        return _joined(role, country)
    return _joined(role or "other", folded_name(source))


@lru_cache(10_000)
def folded_name(name: str) -> str:
    """«المكتب الإعلامي الحكومي» -> "مكتب اعلامي حكومي"."""
    return " ".join(map(without_article, folded_words(name)))


def _joined(role: str, name: str) -> str:
    return f"{role} {name}".rstrip()
