"""`python -m fuzz.one reading CORPUS -max_total_time=60`: one harness under atheris, with libFuzzer's own options."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import atheris

from fuzz.finds import Harness, keeping


def main() -> None:
    """Never returns: libFuzzer ends the process."""
    name = sys.argv.pop(1)
    with atheris.instrument_imports(include=["timeline"]):
        module = importlib.import_module(f"fuzz.{name}")
    harness: Harness = module.run
    seeds = (b"", *(module.seeds() if hasattr(module, "seeds") else ()))
    for number, seed in enumerate(seeds):
        harness(seed)  # what is loaded once is loaded before the first input is timed
        Path(sys.argv[1], f"seed-{number}").write_bytes(seed)
    atheris.Setup(sys.argv, keeping(name, harness))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
