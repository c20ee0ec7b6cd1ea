"""Articles to time on: the examples, their paragraphs shuffled into documents of a wire's usual length."""

from __future__ import annotations

import random
from pathlib import Path

from timeline.sources import read_documents
from timeline.values import Document

EXAMPLES = Path(__file__).parent.parent / "examples"
WORDS = 350


def articles(count: int, seed: int = 1) -> list[Document]:
    """`count` documents of about 350 words, the same for the same seed."""
    originals = [d for d in read_documents([str(EXAMPLES)]) if isinstance(d, Document)]
    paragraphs = [p for d in originals for p in d.text.split("\n\n")]
    draw = random.Random(seed)
    return [
        Document(f"b{number}", _text(draw, paragraphs), draw.choice(originals).published) for number in range(count)
    ]


def _text(draw: random.Random, paragraphs: list[str]) -> str:
    chosen: list[str] = []
    while sum(len(p.split()) for p in chosen) < WORDS:
        chosen.append(draw.choice(paragraphs))
    return "\n\n".join(chosen)
