"""A floor under quality: the scores that a gold file must reach, kept in TOML beside its fingerprint.

["dev.jsonl"]
sha256 = "…"
"times.strict" = 0.9
"""

from __future__ import annotations

import hashlib
import json
import math
import tomllib
from pathlib import Path

from timeline.evaluate.gold import GoldProblem
from timeline.evaluate.score import Score

Floors = dict[str, dict[str, float | str]]
FINGERPRINT = "sha256"


def read_floors(path: Path) -> Floors:
    """Floors by the name of their gold file. Raises GoldProblem."""
    try:
        floors = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldProblem(f"{path}: {error.strerror}; --raise-floors makes such a file") from error
    except ValueError as error:
        raise GoldProblem(f"{path}: not a file of floors ({error})") from error
    if not all(isinstance(entry, dict) and FINGERPRINT in entry for entry in floors.values()):
        raise GoldProblem(f"{path}: not a file of floors; every gold file needs its {FINGERPRINT}")
    return floors


def below_floors(scores: dict[str, Score], gold: Path, floors: Floors) -> list[str]:
    """What is not as good as it was, one line each; the gold file itself must be the one that was measured."""
    if gold.name not in floors:
        return [f"{gold.name} has no floors; set them with --raise-floors"]
    entry = floors[gold.name]
    changed = [] if entry[FINGERPRINT] == fingerprint(gold) else [f"{gold.name} has changed; see --lower-floors"]
    lines = (_below(name, scores.get(name), float(floor)) for name, floor in entry.items() if name != FINGERPRINT)
    return changed + [line for line in lines if line]


def raised(scores: dict[str, Score], gold: Path, floors: Floors, lower: bool = False) -> Floors:
    """Floors at today's scores where these are higher; with `lower` everywhere, and for a changed gold file.

    What could not be measured gets no floor: nothing found would otherwise count as perfect.

    Raises GoldProblem when the gold file has changed and `lower` is not set.
    """
    entry = {} if lower else floors.get(gold.name, {})
    if entry and entry[FINGERPRINT] != fingerprint(gold):
        raise GoldProblem(f"{gold.name} has changed since its floors were set; see --lower-floors")
    now = {name: floored(score) for name, score in scores.items() if score.is_measured}
    old = {name: float(floor) for name, floor in entry.items() if name != FINGERPRINT}
    highest = {name: max(now.get(name, 0.0), old.get(name, 0.0)) for name in now | old}
    return floors | {gold.name: {FINGERPRINT: fingerprint(gold), **highest}}


def write_floors(path: Path, floors: Floors) -> None:
    """As TOML, one table for each gold file."""
    tables = ("\n".join([f"[{json.dumps(name)}]", *map(_line, entry.items())]) for name, entry in floors.items())
    try:
        path.write_text("\n\n".join(tables) + "\n", encoding="utf-8")
    except OSError as error:
        raise GoldProblem(f"{path}: {error.strerror}; give a file that may be written") from error


def fingerprint(gold: Path) -> str:
    """SHA-256 of the bytes of the gold file."""
    return hashlib.sha256(gold.read_bytes()).hexdigest()


def floored(score: Score) -> float:
    """F1 to three places, rounded down so that the score itself is never below its floor."""
    return math.floor(score.f1 * 1000) / 1000


def _below(name: str, score: Score | None, floor: float) -> str | None:
    if score is None or not score.is_measured:
        return f"{name} is no longer measured"
    return f"{name} is {score.f1:.4f}, below its floor {floor}" if score.f1 < floor else None


def _line(item: tuple[str, float | str]) -> str:
    name, value = item
    return f"{name if name == FINGERPRINT else json.dumps(name)} = {json.dumps(value)}"
