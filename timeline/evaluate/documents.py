"""Whole documents: found times, figures and events against the annotated ones.

times.strict         same span and type            times.relaxed        spans overlap
times.value          relaxed, and same value       times.interval       relaxed, and same begin and end_time
times.day            the period begins on the same day, among the times that are paired and have a day
figures.found        spans overlap, same kind      figures.exact_count  … and same low, high and qualifier
figures.scope, .time, .part_of, .categories, .source      accuracy among the figures found
events.trigger       triggers overlap              events.typed         … and same type
events.time (day), .place, .status                        accuracy among the events whose trigger is found
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.evaluate.differences import differences
from timeline.evaluate.matching import Pairs, first_day, local, pair_extractions
from timeline.evaluate.score import Score, accuracy
from timeline.values import Document, Extraction, Figure, TimeExpression


def score_documents(
    documents: list[Extraction], read: Callable[[Document], Extraction]
) -> tuple[dict[str, Score], list[str]]:
    """The measures over all documents together, and a line for each item missed, made up or read wrong."""
    totals: dict[str, Score] = {}
    failures: list[str] = []
    for gold in documents:
        pairs = pair_extractions(gold, read(gold.document))
        for name, score in _scores(pairs).items():
            totals[name] = totals.get(name, Score(0, 0, 0)) + score
        failures += differences(pairs)
    return totals, failures


def _scores(pairs: Pairs) -> dict[str, Score]:
    return _time_scores(pairs) | _figure_scores(pairs) | _event_scores(pairs)


def _time_scores(pairs: Pairs) -> dict[str, Score]:
    def measure(right: Callable[[TimeExpression, TimeExpression], bool]) -> Score:
        return Score(sum(right(g, f) for g, f in pairs.times), len(pairs.gold.times), len(pairs.found.times))

    return {
        "times.strict": measure(lambda g, f: (g.start, g.end, g.type) == (f.start, f.end, f.type)),
        "times.relaxed": measure(lambda g, f: True),
        "times.value": measure(lambda g, f: g.value == f.value),
        "times.interval": measure(lambda g, f: local(g.interval) == local(f.interval)),
        "times.day": accuracy([first_day(g) == first_day(f) for g, f in pairs.times if first_day(g)]),
    }


def _figure_scores(pairs: Pairs) -> dict[str, Score]:
    exact = sum(same_count(g, f) for g, f in pairs.figures)
    sizes = len(pairs.gold.figures), len(pairs.found.figures)
    return {
        "figures.found": Score(len(pairs.figures), *sizes),
        "figures.exact_count": Score(exact, *sizes),
        "figures.scope": accuracy([g.scope == f.scope for g, f in pairs.figures]),
        "figures.time": accuracy([pairs.same_time(g, f) for g, f in pairs.figures]),
        "figures.part_of": accuracy([pairs.same_whole(g, f) for g, f in pairs.figures]),
        "figures.categories": accuracy([set(g.categories) == set(f.categories) for g, f in pairs.figures]),
        "figures.source": accuracy([g.source == f.source for g, f in pairs.figures]),
    }


def _event_scores(pairs: Pairs) -> dict[str, Score]:
    typed = sum(g.type == f.type for g, f in pairs.events)
    sizes = len(pairs.gold.events), len(pairs.found.events)
    return {
        "events.trigger": Score(len(pairs.events), *sizes),
        "events.typed": Score(typed, *sizes),
        "events.time": accuracy([pairs.same_day(g, f) for g, f in pairs.events]),
        "events.place": accuracy([g.place == f.place for g, f in pairs.events]),
        "events.status": accuracy([g.status == f.status for g, f in pairs.events]),
    }


def same_count(g: Figure, f: Figure) -> bool:
    """Both say as many, in the same way."""
    return (g.low, g.high, g.qualifier) == (f.low, f.high, f.qualifier)
