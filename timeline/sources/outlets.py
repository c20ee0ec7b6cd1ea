"""«wafa.ps» -> «وفا», Asia/Hebron: the name of a large outlet and the zone of its newsroom, by an address."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from timeline.lexicon import FOLDER
from timeline.lexicon.fold import fold


class _Outlet(NamedTuple):
    name: str
    zone: str


def zone_of_outlet(url: str | None, outlet: str | None) -> ZoneInfo | None:
    """The zone by the domain of `url`, else by the name of `outlet`; None where neither is in `outlets.toml`."""
    found = _at(_host(url)) or (_outlets()[1].get(_name(outlet)) if outlet else None)
    return ZoneInfo(found.zone) if found else None


def name_of_outlet(url: str | None, outlet: str | None) -> str | None:
    """The name that an article carries; where that is a domain or missing, the one in `outlets.toml`."""
    if outlet and not _is_domain(outlet):
        return outlet
    found = _at(_host(url)) or (_at(outlet.casefold()) if outlet else None)
    return found.name if found else outlet


def _at(host: str) -> _Outlet | None:
    domains, _ = _outlets()
    while host and host not in domains:
        host = host.partition(".")[2]  # «arabic.wafa.ps» belongs to «wafa.ps»
    return domains.get(host)


def _is_domain(outlet: str) -> bool:
    return outlet.isascii() and "." in outlet and not any(sign.isspace() for sign in outlet)


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url.strip()).hostname or "").rstrip(".") if url else ""
    except ValueError:
        return ""


def _name(outlet: str) -> str:
    return " ".join(fold(outlet).casefold().split())


@cache
def _outlets() -> tuple[dict[str, _Outlet], dict[str, _Outlet]]:
    """By domain and by folded name."""
    entries = tomllib.loads((FOLDER / "outlets.toml").read_text(encoding="utf-8"))["outlet"]
    domains: dict[str, _Outlet] = {}
    names: dict[str, _Outlet] = {}
    for key, entry in entries.items():
        outlet = _Outlet(entry["names"][0], entry["zone"])
        domains |= dict.fromkeys(entry["domains"], outlet)
        names |= dict.fromkeys(map(_name, (key, *entry["names"])), outlet)
    return domains, names
