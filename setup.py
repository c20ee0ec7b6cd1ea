"""Compiles the reader to machine code with mypyc where `TIMELINE_COMPILE=1` asks for it; everything runs without.

Compiled, it gives the same answers, about half as fast again on dense wires (docs/performance.md). What is compiled is
what reads a text, from words to events: no command, no database.
"""

from __future__ import annotations

import os
from pathlib import Path

from setuptools import Extension, setup

READER = ("words", "grammar", "resolve", "figures", "events", "places")
MODULES = ("alphabet", "calendars", "meanings", "mention", "notation", "numerals", "pipeline", "sentences", "values")


def extensions() -> list[Extension]:
    if os.environ.get("TIMELINE_COMPILE") != "1":
        return []
    from mypyc.build import mypycify  # a tool of the developer, not of the user: it is there only where it is wanted

    sources = [f"timeline/{module}.py" for module in MODULES]
    for package in READER:
        sources += sorted(map(str, Path("timeline", package).glob("*.py")))
    return list(mypycify([*sources, "--config-file=", "--ignore-missing-imports"], opt_level="2", debug_level="0"))


setup(ext_modules=extensions())
