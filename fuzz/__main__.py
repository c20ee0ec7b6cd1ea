"""`python -m fuzz [HARNESS…] --minutes 10`: each harness for its share of the minutes, then what was found.

What libFuzzer has learnt is kept in `.fuzz/corpus`, so that the next run goes on where this one ended.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from importlib.util import find_spec

from fuzz.finds import FOLDER, kept

HARNESSES = ("reading", "sources", "explaining", "querying")
_OPTIONS = ("-max_len=4000", "-timeout=60", "-rss_limit_mb=3000", "-print_final_stats=1", "-close_fd_mask=0")
_RESTARTS = 20  # after an input that took a minute or a memory that was too large, of which libFuzzer keeps a copy


def main() -> int:
    """1 when anything was found, 2 where atheris is missing."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("harness", nargs="*", help=f"{', '.join(HARNESSES)} (all)")
    parser.add_argument("--minutes", type=float, default=10, help="in all (10)")
    given = parser.parse_args()
    harnesses = given.harness or HARNESSES
    if unknown := set(harnesses) - set(HARNESSES):
        parser.error(f"there is no harness {unknown.pop()}: choose of {', '.join(HARNESSES)}")
    if find_spec("atheris") is None:
        print("fuzzing needs atheris, which is not installed: pip install 'arabic-event-timeline[fuzz]'")
        return 2
    ended = [_run(name, given.minutes * 60 / len(harnesses)) for name in harnesses]
    for path in kept():
        print(f"found: {path}, told in {path.with_suffix('.txt').name}")
    return 1 if kept() or not all(ended) else 0


def _run(name: str, seconds: float) -> bool:
    """Whether the harness ran to its end without a hang or a crash of the interpreter."""
    corpus = FOLDER / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    whole, end = True, time.monotonic() + seconds
    for _ in range(_RESTARTS):
        left = int(end - time.monotonic())
        if left < 1:
            break
        command = [sys.executable, "-m", "fuzz.one", name, str(corpus), f"-max_total_time={left}", *_OPTIONS]
        done = subprocess.run([*command, f"-artifact_prefix={FOLDER / name}-"], check=False)
        whole = whole and done.returncode == 0
    print(f"{name}: {seconds / 60:.1f} minutes", "without a hang" if whole else "with a hang or a crash, see above")
    return whole


if __name__ == "__main__":
    sys.exit(main())
