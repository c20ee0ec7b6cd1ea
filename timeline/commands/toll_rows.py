"""Tolls as rows with named cells: what CSV and JSON print, and the terminal's tables are made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.tolls import Reconciled
from timeline.tolls.daily import Daily
from timeline.tolls.identity import Toll
from timeline.tolls.order import Series, Step
from timeline.tolls.rules import Rule, resolve, standing
from timeline.tolls.values import Claim, Flag

Row = dict[str, Any]
Flags = dict[int, list[Flag]]

CLAIM = (
    "id toll kind place population basis bound published claimant source_role source low high qualifier standing"
    " supersedes delta compared flags against document_id text sentence"
).split()
NUMBER = "toll kind place population basis bound rule low best high claims".split()
DAY = "kind place population claimant begin end_day count basis toll claims".split()


def claim_rows(series: Iterable[Series], alone: Iterable[Claim], flags: Flags) -> Iterator[Row]:
    """One row a claim, toll by toll; those that belong to none come last."""
    for each in series:
        for step in each.steps:
            yield _claim(step, each.toll, flags)
    for claim in alone:
        yield _claim(Step(claim, "counts"), None, flags) | {"standing": None}


def number_rows(series: Iterable[Series], rule: Rule) -> Iterator[Row]:
    """One row a toll for which the claims suffice."""
    for each in series:
        resolved = resolve(standing(step.claim for step in each.counted()), rule)
        if resolved:
            numbers = {"low": resolved.low, "best": resolved.best, "high": resolved.high}
            yield _toll(each.toll, written(each)) | {"rule": str(rule), **numbers, "claims": list(resolved.claims)}


def day_rows(days: Iterable[Daily], places: dict[str, str]) -> Iterator[Row]:
    """One row a day; `places` has the names as written by those in one spelling."""
    for day in days:
        about = _toll(day.toll, places.get(day.subject.place))
        yield about | {
            "claimant": day.claimant,
            "begin": day.begin.isoformat(),
            "end_day": day.end.isoformat(),
            "count": day.count,
            "basis": day.basis,
            "claims": list(day.claims),
        }


def cells(row: Row, columns: Iterable[str]) -> list[object]:
    """A row as a line of CSV: the items of a list are separated by a space."""
    return [" ".join(map(str, row[name])) if isinstance(row[name], list) else row[name] for name in columns]


def by_claim(reconciled: Reconciled) -> Flags:
    """The flags of each claim that is at fault, which is the first that a flag names."""
    found: Flags = defaultdict(list)
    for flag in reconciled.flags:
        found[flag.claims[0]].append(flag)
    return found


def written(series: Series) -> str | None:
    """The place of a toll as the last article writes it."""
    names = [step.claim.place for step in series.steps if step.claim.place]
    return names[-1] if names else None


def _toll(toll: Toll, place: str | None) -> Row:
    subject = toll.subject
    return {
        "toll": str(toll),
        "kind": subject.kind,
        "place": place or subject.place,
        "population": " ".join(subject.population),
        "basis": toll.basis,
        "bound": toll.bound,
    }


def _claim(step: Step, toll: Toll | None, flags: Flags) -> Row:
    claim = step.claim
    wrong = flags.get(claim.id, [])
    about = _toll(toll, claim.place) if toll else _no_toll(claim)
    return about | {
        "id": claim.id,
        "published": claim.published.isoformat() if claim.published else None,
        "claimant": claim.claimant,
        "source_role": claim.role,
        "source": claim.source,
        "low": claim.low,
        "high": claim.high,
        "qualifier": claim.qualifier,
        "standing": step.standing,
        "supersedes": step.supersedes.id if step.supersedes else None,
        "delta": step.delta,
        "compared": step.compared.id if step.compared else None,
        "flags": [flag.name for flag in wrong],
        "against": sorted({other for flag in wrong for other in flag.claims[1:]}),
        "document_id": claim.document,
        "text": claim.text,
        "sentence": claim.sentence,
    }


def _no_toll(claim: Claim) -> Row:
    nothing = dict.fromkeys(("toll", "basis", "bound"))
    return nothing | {"kind": claim.kind, "place": claim.place, "population": " ".join(claim.categories)}
