"""«350 شهيداً خلال 24 ساعة» beside a total that rose by 929 since yesterday: an increment that does not add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from .identity import Subject
from .order import Series, Step
from .values import Claim, Flag

_SLACK = 4  # the two bulletins may be a quarter of the period off its ends
_AT_MOST = timedelta(hours=6)

Who = tuple[Subject, str]


def increments_that_differ(series: Iterable[Series]) -> list[Flag]:
    """(the total, the total before it, the count of the period between them), all by one claimant."""
    series = list(series)
    periods = _last_of_each_period(series)
    return [flag for each in series if each.toll.basis == "running" for flag in _differing(each, periods)]


def _last_of_each_period(series: Sequence[Series]) -> dict[Who, list[Claim]]:
    found: dict[Who, list[Claim]] = defaultdict(list)
    for each in series:
        if each.toll.basis == "period":
            for claimant, steps in each.claimants().items():
                found[each.toll.subject, claimant].append(steps[-1].claim)
    return found


def _differing(series: Series, periods: dict[Who, list[Claim]]) -> Iterator[Flag]:
    for claimant, steps in series.claimants().items():
        of_claimant = periods.get((series.toll.subject, claimant), [])
        for step in steps:
            for period in of_claimant:
                if step.compared and _lies_between(period, step.compared, step.claim) and _differs(step, period):
                    yield Flag("increments_differ", (step.claim.id, step.compared.id, period.id))


def _lies_between(period: Claim, before: Claim, after: Claim) -> bool:
    """Whether the period begins with one bulletin and ends with the other."""
    if period.begin is None or period.end is None:
        return False
    slack = min((period.end - period.begin) / _SLACK, _AT_MOST)
    return _near(period.begin, before.published, slack) and _near(period.end, after.published, slack)


def _near(moment: datetime, published: datetime | None, slack: timedelta) -> bool:
    return published is not None and abs(moment - published) <= slack


def _differs(step: Step, period: Claim) -> bool:
    low, high = period.bounds
    return step.delta is not None and not low <= step.delta <= high
