"""Where an outlet is at home: "https://www.alwasat.ly/…" -> LY. Its wires name the places of that country plainly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from ..lexicon import LexiconProblem, read_toml
from ..values import Document
from .gazetteer import gazetteer, key_of
from .listed import check_names
from .loading import PLACES

_SOLD = frozenset(("TV", "ME", "CO", "IO", "AI", "FM", "CC", "WS"))  # country domains that anybody takes


def home_of(document: Document) -> str | None:
    """The country (ISO 3166) of the outlet, by its name or its address; None where neither tells."""
    names, hosts = _outlets()
    by_name = names.get(key_of(document.outlet)) if document.outlet else None
    return by_name or _home_of_host(_host(document.url), hosts)


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:  # «http://[»
        return ""


def _home_of_host(host: str, hosts: Mapping[str, str]) -> str | None:
    """The nearest of the domains that the host is in: "www.alwasat.ly", "alwasat.ly", "ly"."""
    domains = host.split(".")
    for first in range(len(domains)):
        if home := hosts.get(".".join(domains[first:])):
            return home
    country = domains[-1].upper()
    return country if country not in _SOLD and gazetteer().has_country(country) else None


@cache
def _outlets() -> tuple[dict[str, str], dict[str, str]]:
    return load_outlets(PLACES / "outlets.toml")


def load_outlets(path: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Countries by keys of names and by hosts. Raises LexiconProblem with file and entry."""
    tables = read_toml(path)
    names = {key_of(name): country for name, country in _entries(path, tables.get("name", {}), "name")}
    return names, dict(_entries(path, tables.get("host", {}), "host"))


def _entries(path: Path, table: Mapping[str, list[str]], title: str) -> Iterator[tuple[str, str]]:
    for country, outlets in table.items():
        entry = f"{path.name}: [{title}] {country}"
        check_names(entry, outlets)
        if not gazetteer().has_country(country.upper()):
            raise LexiconProblem(f"{entry}: {country} is no country code (ISO 3166)")
        for outlet in outlets:
            yield outlet, country.upper()
