"""Articles to time on: reports of violence, and the ordinary news among which they stand in a corpus.

`articles` shuffles paragraphs of the examples, where every line has times, figures and events. `ordinary` mixes them
with paragraphs on other matters (background.txt), one in twenty, so that an article has about as many times, figures
and events to the word as the public corpora of Arabic news that the reading was judged on (docs/accuracy.md).
"""

from __future__ import annotations

import random
from pathlib import Path

from timeline.sources import read_documents
from timeline.values import Document

EXAMPLES = Path(__file__).parent.parent / "examples"
BACKGROUND = Path(__file__).with_name("background.txt")
WORDS = 350
_REPORTS = 1 / 20  # of the paragraphs of ordinary news


def articles(count: int, seed: int = 1) -> list[Document]:
    """`count` reports of about 350 words, the same for the same seed."""
    return _mixed(count, seed, reports=1)


def ordinary(count: int, seed: int = 1) -> list[Document]:
    """`count` articles of about 350 words of which few paragraphs report violence."""
    return _mixed(count, seed, reports=_REPORTS)


def _mixed(count: int, seed: int, reports: float) -> list[Document]:
    originals = [d for d in read_documents([str(EXAMPLES)]) if isinstance(d, Document)]
    told = [p for d in originals for p in d.text.split("\n\n")]
    other = BACKGROUND.read_text(encoding="utf-8").strip().split("\n\n")
    draw = random.Random(seed)
    return [
        Document(f"b{number}", _text(draw, told, other, reports), draw.choice(originals).published)
        for number in range(count)
    ]


def _text(draw: random.Random, told: list[str], other: list[str], reports: float) -> str:
    chosen: list[str] = []
    while sum(len(p.split()) for p in chosen) < WORDS:
        chosen.append(draw.choice(told if reports == 1 or draw.random() < reports else other))
    return "\n\n".join(chosen)
