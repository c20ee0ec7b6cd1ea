"""`python -m timeline.evaluate GOLD.jsonl [--failures]`: the scores, without the rest of the program."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from rich.console import Console

from timeline.evaluate import GoldProblem, evaluate
from timeline.evaluate.report import as_table


def main() -> int:
    """Print the scores of one gold file; 1 when it cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m timeline.evaluate")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--failures", action="store_true", help="one line for each thing that was read wrong")
    arguments = parser.parse_args()
    try:
        report = evaluate(arguments.gold)
    except GoldProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    if arguments.failures:
        print("\n".join(report.failures))
    Console().print(as_table(report.scores, arguments.gold.name))
    return 0


if __name__ == "__main__":
    sys.exit(main())
