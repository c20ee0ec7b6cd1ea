"""`timeline evaluate`: scores against a gold file, and the floors under them."""

from __future__ import annotations

from pathlib import Path

from timeline.commands.terminal import complain, console, say
from timeline.evaluate import Report, evaluate
from timeline.evaluate.floors import below_floors, raised, read_floors, write_floors
from timeline.evaluate.report import as_json, as_table


def score(gold: Path, floors: Path | None, raise_floors: bool, lower_floors: bool, failures: bool, json: bool) -> int:
    """Print the scores of one gold file; 1 when one of them is below its floor."""
    report = evaluate(gold)
    if json:
        say(as_json(report.scores, report.failures if failures else []))
    else:
        for line in report.failures if failures else []:
            say(line)
        console().print(as_table(report.scores, gold.name))
    return _check(report, floors, raise_floors, lower_floors) if floors else 0


def _check(report: Report, path: Path, up: bool, down: bool) -> int:
    floors = read_floors(path) if path.exists() or not (up or down) else {}
    if up or down:
        write_floors(path, raised(report.scores, report.gold, floors, lower=down))
        return 0
    below = below_floors(report.scores, report.gold, floors)
    for line in below:
        complain(line)
    return 1 if below else 0
