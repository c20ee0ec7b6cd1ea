"""taxonomy.toml: air_strike -> ACLED "Air/drone strike", PLOVER "ASSAULT", mode "heavy-weapons".

Sources: ACLED Codebook (2024), and the PLOVER manual of the Open Event Data Alliance.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..values import Coding
from .fold import fold
from .inflect import verb_forms
from .problems import LexiconProblem, read_toml

FILE = "taxonomy.toml"
_KEYS = frozenset(("acled", "plover", "mode"))


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """The codings of every event type, and the PLOVER type of the verbs of statements by their folded forms."""

    codings: Mapping[str, Coding]
    statements: Mapping[str, str]

    def coding_of(self, kind: str, trigger: str) -> Coding:
        """What an event of that type is called by the schemes; `trigger` is its folded word."""
        coding = self.codings[kind]
        if kind != "statement":
            return coding
        plover = self.statements.get(trigger)
        return Coding(coding.acled_event_type, coding.acled_sub_event_type, plover, None)


def load_taxonomy(path: Path) -> Taxonomy:
    """Read the file. Raises LexiconProblem with its name and the entry."""
    tables = read_toml(path)
    event_types = {sub: name for name, subs in tables.get("acled", {}).items() for sub in subs}
    types = tables.get("type", {})
    if not types:
        raise LexiconProblem(f"{path.name}: [type]: there are no event types")
    codings = {kind: _coding(f"{path.name}: [type] {kind}", at, event_types) for kind, at in types.items()}
    return Taxonomy(codings, _statements(tables.get("statement", {})))


def _coding(entry: str, at: Any, event_types: Mapping[str, str]) -> Coding:
    if not isinstance(at, dict) or not all(isinstance(value, str) for value in at.values()):
        raise LexiconProblem(f"{entry}: expected acled, plover and mode as text, got {at!r}")
    if unknown := set(at) - _KEYS:
        raise LexiconProblem(f"{entry}: {min(unknown)} is not one of acled, plover, mode")
    sub = at.get("acled")
    if sub is not None and sub not in event_types:
        raise LexiconProblem(f"{entry}: {sub} is no sub-event type under [acled]")
    return Coding(event_types.get(sub or ""), sub, at.get("plover"), at.get("mode"))


def _statements(tables: Mapping[str, list[str]]) -> dict[str, str]:
    verbs = ((name, verb) for name, headwords in tables.items() for verb in headwords)
    return {fold(form): name for name, verb in verbs for form, _ in verb_forms(verb)}


@cache
def taxonomy() -> Taxonomy:
    """The taxonomy that ships with the program."""
    return load_taxonomy(Path(__file__).parent / FILE)
