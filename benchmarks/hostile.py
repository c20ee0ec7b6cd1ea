"""`python -m benchmarks.hostile`: what a character of bad texts costs to read, against one of ordinary articles.

Both in one run, processor time, the least of a few repetitions: a ratio of 5 is the bound, 3 the aim.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime

from timeline.pipeline import read_article
from timeline.values import Document

from .growth import SHAPES
from .texts import articles

SIZE = 100_000  # characters of each bad text
TIMES = 3
BOUND, AIM = 5.0, 3.0
PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")
MORE = {
    "a sentence, in presentation forms": "ﻗﺘﻞ ﺛﻼﺛﺔ ﺃﺷﺨﺎﺹ ﻓﻲ ﻏﺰﺓ ﻣﻨﺬ ﻓﺠﺮ ﺍﻟﺜﻼﺛﺎﺀ. ",
    "a sentence, with all its vowels": "قُتِلَ ثَلَاثَةُ أَشْخَاصٍ فِي غَزَّةَ مُنْذُ فَجْرِ الثُّلَاثَاءِ. ",
    "a sentence, mixed directions": "\u202bقتل \u20663\u2069 أشخاص\u202c in \u2067غزة\u2069 \u200fالثلاثاء\u200e. ",
    "a word never seen before": "",  # see `text_of`
    "a number of 5,000 digits": "7" * 5_000 + " ",
    "nested brackets": "([{«",
    "carriage returns": "\r\n",
    "replacement characters": "\ufffd ",
    "emoji": "👩‍👩‍👧 ",
    "combining marks on one letter": "غ" + "\u0651\u064e" * 50 + " ",
    "numbers in three scripts": "7٧۷ ７ ",
    "tables of times": "10:30 12/05/2023 07:45 ",
    "lists of dead": "3 قتلى و5 جرحى، ",
    "quotations in quotations": "«قال «إن «",
}


def text_of(shape: str, size: int = SIZE) -> str:
    """So many characters of the shape; where it is empty, words of which no two are the same."""
    if shape:
        return (shape * (size // len(shape) + 1))[:size]
    return " ".join(
        f"م{chr(0x0627 + n % 30)}{chr(0x0628 + n // 30 % 30)}{chr(0x062A + n // 900 % 30)}ن" for n in range(size // 6)
    )


def seconds_per_character(texts: list[str]) -> float:
    """Of one reading of each, once everything that is remembered of them is."""
    least = float("inf")
    for _ in range(TIMES):
        begin = time.process_time()
        for text in texts:
            read_article(Document("", text, PUBLISHED))
        least = min(least, time.process_time() - begin)
    return least / sum(map(len, texts))


def main() -> int:
    """Print a line for each shape; 1 when one of them is above the bound."""
    ordinary = seconds_per_character([article.text for article in articles(200)])
    print(f"ordinary articles: {ordinary * 1e9:.0f} ns a character")
    print(f"{'shape':<46}{'ns a character':>16}{'ratio':>8}")
    failed = 0
    for name, shape in (SHAPES | MORE).items():
        cost = seconds_per_character([text_of(shape)])
        ratio = cost / ordinary
        failed += ratio > BOUND
        remark = "  above the bound" if ratio > BOUND else "  above the aim" if ratio > AIM else ""
        print(f"{name:<46}{cost * 1e9:>16.0f}{ratio:>8.2f}{remark}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
