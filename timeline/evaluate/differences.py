"""What differs between a gold document and its reading, one line each.

dev003 | time | «فجر الثلاثاء» | expected value=2023-11-21TDA | found value=2023-11-20TDA [rule]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from timeline.evaluate.matching import Item, Pairs, local
from timeline.values import Event, Extraction, Figure, TimeExpression

AnyItem = TimeExpression | Figure | Event
Fields = dict[str, Any]
Describe = Callable[[Any, Extraction], Fields]


def differences(pairs: Pairs) -> list[str]:
    """A line for each item that was missed, made up, or read wrong in some field; empty when all is right."""
    return [
        *_lines("time", pairs, pairs.times, pairs.gold.times, pairs.found.times, time_fields),
        *_lines("figure", pairs, pairs.figures, pairs.gold.figures, pairs.found.figures, figure_fields),
        *_lines("event", pairs, pairs.events, pairs.gold.events, pairs.found.events, event_fields),
    ]


def time_fields(time: TimeExpression, extraction: Extraction) -> Fields:
    """The fields of a gold time; bounds as local ISO minutes."""
    begin, end = (_minutes(bound) for bound in local(time.interval))
    names: Fields = {name: getattr(time, name) for name in ("type", "value", "mod", "signal")}
    return names | {"begin": begin, "end_time": end}


def figure_fields(figure: Figure, extraction: Extraction) -> Fields:
    """The fields of a gold figure; links as the text of what they point to, categories sorted."""
    names = ("kind", "low", "high", "qualifier", "scope", "source")
    return {name: getattr(figure, name) for name in names} | {
        "time": _linked(figure.time, extraction.times, extraction),
        "part_of": _linked(figure.part_of, extraction.figures, extraction),
        "categories": sorted(figure.categories),
    }


def event_fields(event: Event, extraction: Extraction) -> Fields:
    """The fields of a gold event; the time as its text."""
    names: Fields = {name: getattr(event, name) for name in ("type", "place", "status")}
    return names | {"time": _linked(event.time, extraction.times, extraction)}


def describe(fields: Fields) -> str:
    """`type=DATE value=2023-05-09`: what is set, on one line."""
    return " ".join(f"{name}={value}" for name, value in fields.items() if value not in (None, []))


def rule_of(item: object) -> str:
    """` [name of the rule]` where the item knows its rule."""
    return f" [{item.rule}]" if isinstance(item, TimeExpression) and item.rule else ""


def difference(expected: Fields, found: Fields) -> tuple[str, str]:
    """Both sides, only the fields that differ."""
    wrong = [name for name in expected if expected[name] != found.get(name)]
    return _only(expected, wrong), _only(found, wrong)


def _only(fields: Fields, names: list[str]) -> str:
    return " ".join(f"{name}={fields.get(name)}" for name in names)


def _lines(
    sort: str,
    pairs: Pairs,
    matched: Sequence[tuple[Item, Item]],
    gold: Sequence[Item],
    found: Sequence[Item],
    fields: Describe,
) -> Iterator[str]:
    head = f"{pairs.gold.document.id} | {sort}"
    answers = {g.id: f for g, f in matched}
    for g in gold:
        said = f"«{pairs.gold.text_of(g)}»"
        if g.id not in answers:
            yield f"{head} | {said} | expected {describe(fields(g, pairs.gold))} | found nothing"
        elif wrong := _wrong(g, answers[g.id], pairs, fields):
            yield f"{head} | {said} | expected {wrong[0]} | found {wrong[1]}{rule_of(answers[g.id])}"
    known = {f.id for f in answers.values()}
    for f in found:
        if f.id not in known:
            said = f"«{pairs.found.text_of(f)}»"
            yield f"{head} | {said} | expected nothing | found {describe(fields(f, pairs.found))}{rule_of(f)}"


def _wrong(g: AnyItem, f: AnyItem, pairs: Pairs, fields: Describe) -> tuple[str, str] | None:
    """The fields that differ; a link is right when it leads to the item that answers, whatever its extent."""
    expected = {"text": pairs.gold.text_of(g)} | fields(g, pairs.gold)
    found = {"text": pairs.found.text_of(f)} | fields(f, pairs.found)
    if isinstance(g, Figure | Event) and isinstance(f, Figure | Event) and pairs.same_time(g, f):
        expected["time"] = found["time"]
    if isinstance(g, Figure) and isinstance(f, Figure) and pairs.same_whole(g, f):
        expected["part_of"] = found["part_of"]
    return None if expected == found else difference(expected, found)


def _linked(item_id: str | None, items: Sequence[Item], extraction: Extraction) -> str | None:
    if item_id is None:
        return None
    return next((extraction.text_of(item) for item in items if item.id == item_id), f"unknown id {item_id}")


def _minutes(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None
