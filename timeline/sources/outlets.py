"""«wafa.ps» -> Asia/Hebron: the zone of a large outlet's newsroom, by the address of an article or by its name."""

from __future__ import annotations

import tomllib
from functools import cache
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from timeline.lexicon import FOLDER
from timeline.lexicon.fold import fold


def zone_of_outlet(url: str | None, outlet: str | None) -> ZoneInfo | None:
    """The zone by the domain of `url`, else by the name of `outlet`; None where neither is in `outlets.toml`."""
    domains, names = _zones()
    host = _host(url)
    while host:
        if host in domains:
            return ZoneInfo(domains[host])
        host = host.partition(".")[2]  # «arabic.wafa.ps» belongs to «wafa.ps»
    zone = names.get(_name(outlet)) if outlet else None
    return ZoneInfo(zone) if zone else None


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url.strip()).hostname or "").rstrip(".") if url else ""
    except ValueError:
        return ""


def _name(outlet: str) -> str:
    return " ".join(fold(outlet).casefold().split())


@cache
def _zones() -> tuple[dict[str, str], dict[str, str]]:
    """Zones by domain and by folded name."""
    outlets = tomllib.loads((FOLDER / "outlets.toml").read_text(encoding="utf-8"))["outlet"]
    domains = {domain: entry["zone"] for entry in outlets.values() for domain in entry["domains"]}
    names = {_name(name): entry["zone"] for key, entry in outlets.items() for name in (key, *entry["names"])}
    return domains, names
