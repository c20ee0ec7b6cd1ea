"""Precision, recall and F1 of the reading against gold files, and the floors under them.

A gold file is JSON Lines of one of two kinds: whole documents with their `times`, `figures` and `events`,
or single phrases with the meaning that each must get in its clause.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from timeline.evaluate.documents import score_documents
from timeline.evaluate.gold import GoldProblem, read_gold
from timeline.evaluate.phrases import score_phrases
from timeline.evaluate.score import Score
from timeline.pipeline import read_article
from timeline.values import Document, Extraction

__all__ = ["GoldProblem", "Reader", "Report", "Score", "evaluate"]

Reader = Callable[[Document], Extraction]


@dataclass(frozen=True, slots=True)
class Report:
    """Scores by the name of their measure (`times.strict`), and one line for each thing that was read wrong."""

    gold: Path
    scores: dict[str, Score]
    failures: list[str]


def evaluate(path: Path, read: Reader = read_article) -> Report:
    """Read everything in the gold file at `path` anew and score it. Raises GoldProblem when it is no gold file."""
    documents, phrases = read_gold(path)
    scores, failures = score_phrases(phrases, read) if phrases else score_documents(documents, read)
    return Report(path, scores, failures)
