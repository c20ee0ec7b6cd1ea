"""What is wrong with a file of the lexicon, in one line that names the file and the entry."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any


class LexiconProblem(ValueError):
    """A lexicon file that cannot be used; the message names the file and the entry."""


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of one file. Raises LexiconProblem with its name."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconProblem(f"{path.name}: not readable as TOML: {error}") from error
