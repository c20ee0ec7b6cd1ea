"""Phrases: each is right or wrong as a whole, counted by family."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from timeline.evaluate.differences import Fields, describe, difference, figure_fields, rule_of, time_fields
from timeline.evaluate.gold import PhraseCase
from timeline.evaluate.score import Score, accuracy
from timeline.values import Document, Extraction, Figure, TimeExpression

Reading = tuple[TimeExpression | Figure, Fields]


def score_phrases(
    cases: list[PhraseCase], read: Callable[[Document], Extraction]
) -> tuple[dict[str, Score], list[str]]:
    """Share of each family that is read exactly right, that of all phrases, and a line for each that is not."""
    verdicts: dict[str, list[bool]] = defaultdict(list)
    failures: list[str] = []
    for case in cases:
        failure = failure_of(case, read(case.document))
        verdicts[f"phrases.{case.family}"].append(failure is None)
        failures += [failure] if failure else []
    scores = {family: accuracy(rights) for family, rights in verdicts.items()}
    return scores | {"phrases.all": sum(scores.values(), Score(0, 0, 0))}, failures


def failure_of(case: PhraseCase, extraction: Extraction) -> str | None:
    """None when some reading of exactly the phrase has every expected field, else one line that says what differs."""
    readings = list(_touching(case, extraction))
    if case.expected is None:
        return _line(case, "nothing", _all(readings, extraction)) if readings else None
    exact = [(item, fields) for item, fields in readings if (item.start, item.end) in case.places]
    if not exact:
        return _line(case, describe(case.expected), _all(readings, extraction))
    if any(case.expected == fields for _, fields in exact):
        return None
    item, fields = exact[0]
    expected, found = difference(case.expected, fields)
    return _line(case, expected, found + rule_of(item))


def _touching(case: PhraseCase, extraction: Extraction) -> Iterator[Reading]:
    """What was found on or across the phrase, with the fields that the case speaks of."""
    for item in extraction.times if case.about == "time" else extraction.figures:
        if any(item.start < end and start < item.end for start, end in case.places):
            yield item, _fields(item, extraction, case)


def _fields(item: TimeExpression | Figure, extraction: Extraction, case: PhraseCase) -> Fields:
    fields = time_fields(item, extraction) if isinstance(item, TimeExpression) else figure_fields(item, extraction)
    return {name: value for name, value in fields.items() if case.expected is None or name in case.expected}


def _all(readings: list[Reading], extraction: Extraction) -> str:
    found = [f"«{extraction.text_of(item)}» {describe(fields)}{rule_of(item)}" for item, fields in readings]
    return "; ".join(found) or "nothing"


def _line(case: PhraseCase, expected: str, found: str) -> str:
    return f"{case.id} | {case.family} | {case.phrase} | expected {expected} | found {found}"
