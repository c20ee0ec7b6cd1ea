"""Which addresses of articles may be links: only those that a browser opens as a page."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_link(url: str | None) -> bool:
    """`https://…` is; `javascript:…` and `file:…` are not: an address may come from anywhere."""
    try:
        return bool(url) and urlsplit(url or "").scheme in ("http", "https")
    except ValueError:
        return False
