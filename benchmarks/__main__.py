"""`python -m benchmarks`: reading whole articles against the bare floor and against dateparser, in one run."""

from __future__ import annotations

import platform
import statistics
import time
from collections.abc import Callable, Iterable

from timeline import sentences
from timeline.grammar.reading import reader
from timeline.lexicon.fold import fold
from timeline.pipeline import read_article
from timeline.resolve import resolve_all
from timeline.values import Document
from timeline.words import PIECE, Text, vocabulary

from .texts import articles, ordinary

REPEATS = 5


def floor(document: Document) -> None:
    """Read, fold, cut into words: what any reader of Arabic must do."""
    PIECE.findall(fold(document.text))


def letters(document: Document) -> None:
    """The text as letters: the floor of this design."""
    Text(document.text, vocabulary())


def times_only(document: Document) -> None:
    resolve_all(reader().read(document.text).times, document.published)


def dates_by_dateparser(document: Document) -> None:
    from dateparser.search import search_dates  # type: ignore[import-untyped]  # it has no types

    search_dates(document.text, languages=["ar"])


def seconds(work: Callable[[Document], object], documents: Iterable[Document]) -> float:
    """Median processor seconds of one document over repeated runs: a busy machine changes the ratios little."""
    documents = list(documents)
    runs = []
    for _ in range(REPEATS):
        begin = time.process_time()
        for document in documents:
            work(document)
        runs.append((time.process_time() - begin) / len(documents))
    return statistics.median(runs)


def table(title: str, documents: list[Document]) -> None:
    """Print what each step costs on these documents, against the floor."""
    for document in documents[:100]:
        read_article(document)  # the vocabulary is learnt once, not timed
    base = seconds(floor, documents)
    rows: list[tuple[str, float]] = [
        ("floor: read, fold, cut into words", base),
        ("text as letters", seconds(letters, documents)),
        ("times", seconds(times_only, documents)),
        ("whole article: times, figures, events", seconds(read_article, documents)),
        ("dateparser.search_dates, dates alone", seconds(dates_by_dateparser, documents[:3])),
    ]
    print(f"\n{title:<42}{'ms/article':>12}{'articles/s':>12}{'x floor':>10}")
    for name, each in rows:
        print(f"{name:<42}{each * 1000:>12.3f}{1 / each:>12.0f}{each / base:>10.2f}")
    times, whole, dateparser = (each for _, each in rows[-3:])
    print(f"against dateparser: times {dateparser / times:.0f}, the whole {dateparser / whole:.0f} times as fast")


def main() -> None:
    compiled = "compiled" if not sentences.__file__.endswith(".py") else "as Python"
    print(f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()}, one core, {compiled}")
    table("ordinary news, 350 words", ordinary(500))
    table("reports of violence, 350 words", articles(500))


if __name__ == "__main__":
    main()
