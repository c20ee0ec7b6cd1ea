"""Which version of the program this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def program_version() -> str:
    """Version of the installed distribution; "uninstalled" where the sources run without one."""
    try:
        return version("arabic-event-timeline")
    except PackageNotFoundError:
        return "uninstalled"
