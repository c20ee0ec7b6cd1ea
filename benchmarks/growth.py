"""`python -m benchmarks.growth`: reading time from 100 kB to 1 MB for texts of every bad shape; 10 is linear."""

from __future__ import annotations

import sys
import time
from datetime import datetime

from timeline.pipeline import read_article
from timeline.values import Document

SMALL, LARGE = 100_000, 1_000_000
BOUND = 20  # times as long for ten times the text: linear, with room for a busy machine
PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")
SHAPES = {
    "letters without a space": "غ",
    "words without a space": "غزةمنذفجرالثلاثاء",
    "Latin letters": "a",
    "digits": "7",
    "digits with points": "7.",
    "dates without a space": "7/10/2023",
    "marks": "\u064e",
    "tatweel": "ـ",
    "direction marks": "\u200f",
    "opening brackets": "(",
    "brackets": "()",
    "quotation marks": "«",
    "dashes": "-",
    "line ends": "\n",
    "full stops": ".",
    "spaces": " ",
    "one conjunction": "و ",
    "numerals": "7 ",
    "number words": "مئة وعشرون ألفاً و",
    "days": "الثلاثاء ",
    "months": "مايو/",
    "ranges": "بين 3 و",
    "beginnings": "منذ بدء الحرب ",
    "beginnings without an end of sentence": "منذ بدء الحرب على غزة قتل 5 أشخاص ",
    "numbered days": "اليوم الـ45 للحرب ",
    "clock times": "الساعة 25:70 ",
    "figures": "قتل 5 أشخاص بينهم ",
    "triggers": "قصف ",
    "places": "في غزة ",
    "sources": "قالت وزارة الصحة إن ",
    "relative clauses": "الذي قال إن ",
    "hamza on its own": "ء",
    "presentation forms": "ﷺ",
    "surrogates": "\ud83d",
}


def seconds(shape: str, size: int) -> float:
    """Processor time of one reading of `size` characters of a shape."""
    text = (shape * (size // len(shape) + 1))[:size]
    begin = time.process_time()
    read_article(Document("", text, PUBLISHED))
    return time.process_time() - begin


def main() -> int:
    """Print a line for each shape; 1 when one of them grows faster than linearly."""
    seconds("غزة ", SMALL)  # the vocabulary is learnt once, not timed
    failed = 0
    print(f"{'shape':<42}{'100 kB, s':>12}{'1 MB, s':>12}{'ratio':>8}")
    for name, shape in SHAPES.items():
        small, large = seconds(shape, SMALL), seconds(shape, LARGE)
        ratio = large / max(small, 0.01)
        failed += ratio > BOUND
        print(f"{name:<42}{small:>12.3f}{large:>12.3f}{ratio:>8.1f}{'  too fast' if ratio > BOUND else ''}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
