"""How many a day: by the difference of running totals, or by counts of single days. Never both.

A running total contains every day before it and every part of them, so nothing is ever added up here. A subject and
claimant with running totals has its days from them alone, one toll of several that overlap; counts of «خلال 24 ساعة»
serve where there are none. Where days are missing between two totals, the difference is that of all of them together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from .identity import Subject, Toll
from .order import Series
from .rules import Resolved, Rule, resolve, standing
from .values import Claim

DailyBasis = Literal["difference", "period"]
_DAY = timedelta(days=1)
_LONGEST_DAY = 26  # hours


@dataclass(frozen=True, slots=True)
class Daily:
    """`count` people from `begin` to `end`, both included and mostly the same day; negative where a toll was corrected.

    `claimant` is who counts, or the rule by which it was chosen; `claims` are the ids of what it was made of.
    """

    subject: Subject
    toll: Toll
    claimant: str
    begin: date
    end: date
    count: int
    basis: DailyBasis
    claims: tuple[int, ...]


Numbers = dict[date, Resolved]


def daily_figures(series: Iterable[Series], rule: Rule | None = None, basis: DailyBasis | None = None) -> list[Daily]:
    """The days of each subject and claimant, or with a `rule` of each subject. `basis` overrules the choice of it."""
    by_who: dict[tuple[str, str], list[tuple[Series, Numbers]]] = defaultdict(list)
    for each in series:
        for claimant, claims in _by_claimant(each, rule):
            if numbers := _numbers(claims, rule):
                by_who[str(each.toll.subject), claimant].append((each, numbers))
    return [day for key in sorted(by_who) for day in _days(key[1], by_who[key], basis)]


def _by_claimant(series: Series, rule: Rule | None) -> Iterable[tuple[str, list[Claim]]]:
    if rule is not None:
        return [(str(rule), [step.claim for step in series.counted()])]
    return [(claimant, [step.claim for step in steps]) for claimant, steps in series.claimants().items()]


def _numbers(claims: Sequence[Claim], rule: Rule | None) -> Numbers:
    """What was known at the end of each day on which it became known. Vague counts are passed over.

    A number that stays because only others spoke is no news: its claimant's silence is not "nobody was killed".
    """
    by_day: dict[date, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.day and claim.point is not None:
            by_day[claim.day].append(claim)
    found: Numbers = {}
    there: list[Claim] = []
    last: int | None = None
    for day, published in sorted(by_day.items()):
        there = standing([*there, *published])
        resolved = resolve(there, rule or Rule("latest"))
        if resolved and resolved.said_by != last:
            found[day], last = resolved, resolved.said_by
    return found


def _days(who: str, tolls: Sequence[tuple[Series, Numbers]], basis: DailyBasis | None) -> Iterator[Daily]:
    running = [toll for toll in tolls if toll[0].toll.basis == "running"]
    if basis == "difference" or (basis is None and any(len(numbers) > 1 for _, numbers in running)):
        if running:
            yield from _differences(who, *max(running, key=lambda toll: (len(toll[1]), toll[0].toll.bound)))
    else:
        yield from _single_days(who, [toll for toll in tolls if toll[0].toll.basis == "period"])


def _differences(who: str, series: Series, numbers: Numbers) -> Iterator[Daily]:
    """The first total counts from the first day of the toll."""
    toll, begin, before = series.toll, date.fromisoformat(series.toll.bound), 0
    made_of: tuple[int, ...] = ()
    for day, number in sorted(numbers.items()):
        claims = tuple(dict.fromkeys((*made_of, *number.claims)))
        yield Daily(toll.subject, toll, who, min(begin, day), day, number.best - before, "difference", claims)
        begin, before, made_of = day + _DAY, number.best, number.claims


def _single_days(who: str, tolls: Sequence[tuple[Series, Numbers]]) -> Iterator[Daily]:
    """The longest period that ends on a day, if it is no longer than a day."""
    of_day: dict[str, tuple[int, Series, Numbers]] = {}
    for series, numbers in tolls:
        day, hours = series.toll.bound.split()
        length = int(hours.removesuffix("h"))
        if length <= _LONGEST_DAY and length > of_day.get(day, (-1,))[0]:
            of_day[day] = length, series, numbers
    for day, (_, series, numbers) in sorted(of_day.items()):
        last = numbers[max(numbers)]
        ends = date.fromisoformat(day)
        yield Daily(series.toll.subject, series.toll, who, ends, ends, last.best, "period", last.claims)
