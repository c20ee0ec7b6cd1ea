"""One number of many claims, by the rule that a query chooses; every number names the claims that it is made of.

- `latest`: what was published last.
- `range`: the lowest and the highest over claimants, the middle one as the best: UCDP keeps a low, a best and a high
  estimate so.
- `conservative`: the lowest of them: ACLED codes the most conservative of conflicting reports.
- `two-sources`: as many as two independent claimants confirm: Iraq Body Count wants two.
- `claimant:NAME`: what one claimant says; NAME is a role or part of a name, in any spelling.

A claimant stands by its last claim. For `range` and `conservative` that has to be of the last day, else an old total
would pass for a low one; that two confirm a number does not age, for totals only grow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ..lexicon.bare import folded_words
from .claimants import folded_name
from .values import Claim

NAMES = ("latest", "range", "conservative", "two-sources", "claimant:NAME")
_CLAIMANT = "claimant:"
_CURRENT = timedelta(days=1)
_TWO = 2


class RuleProblem(ValueError):
    """A rule that cannot be followed; the message is one line that says which there are."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule by its name; `claimant` is the NAME of `claimant:NAME`."""

    name: str
    claimant: str | None = None

    def __str__(self) -> str:
        return f"{_CLAIMANT}{self.claimant}" if self.claimant else self.name


@dataclass(frozen=True, slots=True)
class Resolved:
    """low <= best <= high; `high` is None where it is open. `claims` are the ids of what it was made of, by size."""

    low: int
    best: int
    high: int | None
    claims: tuple[int, ...]

    @property
    def said_by(self) -> int:
        """The claim whose number `best` is: the middle one, and of two the smaller."""
        return self.claims[(len(self.claims) - 1) // 2]


def parse_rule(text: str) -> Rule:
    """ "two-sources", "claimant:وزارة الصحة". Raises RuleProblem."""
    if text.startswith(_CLAIMANT) and (name := text.removeprefix(_CLAIMANT).strip()):
        return Rule("claimant", name)
    if text in NAMES:
        return Rule(text)
    raise RuleProblem(f"there is no rule {text!r}: choose one of {', '.join(NAMES)}")


def standing(claims: Iterable[Claim]) -> list[Claim]:
    """The last claim of each claimant, of claims in order of publication and in the same order."""
    last: dict[str, Claim] = {}
    for claim in claims:
        last.pop(claim.claimant, None)
        last[claim.claimant] = claim
    return list(last.values())


def resolve(claims: Sequence[Claim], rule: Rule) -> Resolved | None:
    """The number that `rule` makes of the `standing` claims about a toll; None where they do not suffice."""
    if rule.claimant is not None:
        claims = [claim for claim in claims if is_claimant(claim, rule.claimant)]
    return _RULES[rule.name](claims) if claims else None


def is_claimant(claim: Claim, name: str) -> bool:
    """Whether a claimant goes by `name`: its role, or words of its name."""
    if name.replace("-", "_") == claim.role:
        return True
    wanted = f" {folded_name(name)} " if folded_words(name) else None
    said = (f" {folded_name(source)} " for source in (claim.source or "", claim.claimant))
    return wanted is not None and any(wanted in each for each in said)


def _latest(claims: Sequence[Claim]) -> Resolved:
    return _as_said(claims[-1])


def _range(claims: Sequence[Claim]) -> Resolved:
    by_size = _by_size(_of_the_last_day(claims))
    highs = [claim.high for claim in by_size if claim.high is not None]
    high = max(highs) if len(highs) == len(by_size) else None
    best = by_size[(len(by_size) - 1) // 2].low
    return Resolved(by_size[0].low, best, high, tuple(claim.id for claim in by_size))


def _conservative(claims: Sequence[Claim]) -> Resolved:
    return _as_said(_by_size(_of_the_last_day(claims))[0])


def _two_sources(claims: Sequence[Claim]) -> Resolved | None:
    """The second largest: two claimants say that there were at least so many."""
    if len(claims) < _TWO:
        return None
    second, first = _by_size(claims)[-_TWO:]
    return Resolved(second.low, second.low, second.low, (second.id, first.id))


def _as_said(claim: Claim) -> Resolved:
    return Resolved(claim.low, claim.low, claim.high, (claim.id,))


def _by_size(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.low, claim.bounds[1], claim.claimant))


def _of_the_last_day(claims: Sequence[Claim]) -> list[Claim]:
    """Those published within a day of the last one; claims without a publication do not count anyway."""
    last = claims[-1].published
    return [claim for claim in claims if last and claim.published and last - claim.published <= _CURRENT]


_RULES: dict[str, Callable[[Sequence[Claim]], Resolved | None]] = {
    "latest": _latest,
    "range": _range,
    "conservative": _conservative,
    "two-sources": _two_sources,
    "claimant": _latest,
}
