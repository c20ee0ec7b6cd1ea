"""Scores for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from timeline.evaluate.score import Score

if TYPE_CHECKING:
    from rich.table import Table


def as_table(scores: dict[str, Score], title: str) -> Table:
    """One row a measure."""
    from rich.table import Table

    table = Table(title=title)
    table.add_column("measure", no_wrap=True)
    for name in ("F1", "precision", "recall", "right", "expected", "found"):
        table.add_column(name, justify="right")
    for name, score in scores.items():
        rates = (
            f"{rate:.3f}" if score.gold or score.found else "–" for rate in (score.f1, score.precision, score.recall)
        )
        table.add_row(name, *rates, str(score.right), str(score.gold), str(score.found))
    return table


def as_json(scores: dict[str, Score], failures: list[str]) -> str:
    """`{"scores": {measure: {"f1", "precision", "recall", "right", "expected", "found"}}, "failures": […]}`.

    A rate is null where there was nothing to compare.
    """
    report = {"scores": {name: _row(score) for name, score in scores.items()}, "failures": failures}
    return json.dumps(report, ensure_ascii=False, indent=1)


def _row(score: Score) -> dict[str, float | None]:
    rates = {"f1": score.f1, "precision": score.precision, "recall": score.recall}
    rounded = {name: round(rate, 4) if score.is_measured else None for name, rate in rates.items()}
    return rounded | {"right": score.right, "expected": score.gold, "found": score.found}
