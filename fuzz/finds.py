"""What a harness raised, kept once for each place in the program: the input as bytes, and beside it what happened."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from pathlib import Path

FOLDER = Path(".fuzz")  # below where it is started; no part of the repository
Harness = Callable[[bytes], None]


def keeping(name: str, harness: Harness, folder: Path = FOLDER) -> Harness:
    """The harness, which does not stop the run at a find but writes it down."""

    def run(data: bytes) -> None:
        try:
            harness(data)
        except Exception as error:  # noqa: BLE001  # whatever it is, it is what is looked for
            keep(name, data, error, folder)

    return run


def keep(name: str, data: bytes, error: Exception, folder: Path = FOLDER) -> None:
    """Writes the input down, unless a shorter one led to the same place; of broken promises, by their first words."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    said = str(error)[:40] if isinstance(error, AssertionError) else ""
    what = f"{type(error).__name__} {Path(place.filename).name}:{place.lineno} {said}"
    path = folder / "finds" / f"{name}-{hashlib.sha256(what.encode()).hexdigest()[:12]}"
    if path.exists() and path.stat().st_size <= len(data):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    report = "".join(traceback.format_exception(error))
    path.with_suffix(".txt").write_text(report, "utf-8", "backslashreplace")


def kept(folder: Path = FOLDER) -> list[Path]:
    """The finds so far."""
    return sorted(path for path in folder.glob("finds/*") if path.suffix != ".txt")
