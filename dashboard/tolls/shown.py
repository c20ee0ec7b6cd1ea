"""A toll as the page shows it: what the filters leave of its series, and all that is derived of them.

Which claims are shown is up to the filters; their deltas and flags stay those of all claims, as in `timeline tolls`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from timeline.commands.toll_rows import Flags, by_claim
from timeline.store.asking.filters import Filters
from timeline.tolls import Reconciled
from timeline.tolls.daily import Daily, DailyBasis, daily_figures
from timeline.tolls.identity import Toll
from timeline.tolls.moving import Moved, resolved_in_time
from timeline.tolls.order import Series, Step
from timeline.tolls.rules import Resolved, Rule, resolve, standing
from timeline.tolls.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the people of a toll, and the number that the rule makes of them."""

    toll: Toll
    number: Resolved


@dataclass(frozen=True, slots=True)
class Shown:
    """`series` is that of the toll, `periods` are counts of single periods of the same people, and `steps` has every
    claim that a flag may name or a number be made of, by its id.
    """

    series: Series
    flags: Flags
    steps: dict[int, Step]
    moved: tuple[Moved, ...]
    days: tuple[Daily, ...]
    periods: tuple[Step, ...]
    parts: tuple[Part, ...]

    def number_after(self, claim: int) -> Resolved | None:
        """What the rule says as soon as a claim is published; None for one that moves nothing."""
        return next((moved.number for moved in self.moved if moved.claim == claim), None)

    @property
    def documents(self) -> set[int]:
        """The articles in which the outlet itself counts, and so names the claimant."""
        told = (*self.series.steps, *self.periods)
        return {step.claim.document for step in told if step.claim.source is None}

    @property
    def claimants(self) -> list[str]:
        """Who counts, the most often first."""
        said = [step.claim.claimant for step in (*self.series.counted(), *self.periods)]
        return sorted(set(said), key=lambda claimant: (-said.count(claimant), claimant))


def shown(
    toll: Toll,
    reconciled: Reconciled,
    filters: Filters,
    left: Collection[int] | None,
    rule: Rule,
    basis: DailyBasis | None = None,
) -> Shown:
    """What the filters leave of a toll. `left` are the ids of the claims that others than the days leave, None: all."""
    days = Wanted(since=filters.first_day, until=filters.last_day)
    told = [_cut(each, left) for each in reconciled.series]
    of_days = days.of(told)
    series = next((each for each in of_days if each.toll == toll), Series(toll, ()))
    same_people = [each for each in told if each.toll.subject == toll.subject]
    every = [*(step for each in reconciled.series for step in each.steps), *map(Step, reconciled.alone)]
    return Shown(
        series,
        by_claim(reconciled),
        {step.claim.id: step for step in every},
        tuple(resolved_in_time(series, rule)),
        tuple(days.days(daily_figures(same_people, rule, basis))),
        tuple(step for each in days.of(same_people) if each.toll.basis == "period" for step in each.counted()),
        tuple(_parts(toll, of_days, rule)),
    )


def _cut(series: Series, left: Collection[int] | None) -> Series:
    if left is None:
        return series
    return replace(series, steps=tuple(step for step in series.steps if step.claim.id in left))


def _parts(toll: Toll, series: Iterable[Series], rule: Rule) -> Iterable[Part]:
    """Everybody first, then the groups, the largest first; groups may overlap, and nothing adds up to everybody."""
    found = []
    for each in series:
        subject = replace(each.toll.subject, population=toll.subject.population)
        is_part = replace(each.toll, subject=subject) == toll
        if is_part and (resolved := resolve(standing(step.claim for step in each.counted()), rule)):
            found.append(Part(each.toll, resolved))
    return sorted(found, key=lambda part: (bool(part.toll.subject.population), -part.number.best, str(part.toll)))
