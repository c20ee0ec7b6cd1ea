"""`timeline tolls`: the claims about each toll in order, one number of them, or how many a day."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from timeline.commands.terminal import say
from timeline.commands.toll_rows import (
    CLAIM,
    DAY,
    NUMBER,
    Row,
    by_claim,
    cells,
    claim_rows,
    day_rows,
    number_rows,
    written,
)
from timeline.commands.toll_tables import Remarks, print_claims, print_days, print_numbers
from timeline.store.opening.database import database_url, open_existing
from timeline.store.opening.problems import name_of
from timeline.store.tolls import toll_claims
from timeline.tolls import Reconciled, reconcile
from timeline.tolls.daily import DailyBasis, daily_figures
from timeline.tolls.rules import Rule
from timeline.tolls.wanted import Wanted

__all__ = ["Days", "Form", "Wanted", "tolls"]


@dataclass(frozen=True, slots=True)
class Days:
    """That days are wanted, and whether by difference or by period; None: what a claimant has."""

    basis: DailyBasis | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """How the answer is printed, and how many rows of a table."""

    name: Literal["table", "csv", "json"] = "table"
    limit: int = 40


def tolls(wanted: Wanted, rule: Rule | None, days: Days | None, form: Form, database: str | None) -> int:
    """Print what is `wanted`: numbers by `rule`, `days`, or else the claims themselves."""
    engine = open_existing(database_url(database))
    try:
        # The killed may be a part of casualties, against which they are checked.
        reconciled = reconcile(toll_claims(engine, wanted.kinds and (*wanted.kinds, "casualties")))
        name = name_of(engine.url)
    finally:
        engine.dispose()
    if days:
        _say_days(reconciled, wanted, rule, days, form)
    elif rule:
        _say_numbers(reconciled, wanted, rule, form)
    else:
        _say_claims(reconciled, wanted, form)
    if form.name == "table" and not reconciled.series:
        say(f"{name} holds no figures of a known toll yet; read some with: timeline ingest PATH")
    return 0


def _say_claims(reconciled: Reconciled, wanted: Wanted, form: Form) -> None:
    flags = by_claim(reconciled)
    series, alone = wanted.of(reconciled.series), wanted.alone(reconciled.alone)
    if form.name == "table":
        claims = {step.claim.id: step.claim for each in reconciled.series for step in each.steps}
        remarks = Remarks(flags, claims | {claim.id: claim for claim in reconciled.alone})
        print_claims(series, alone, remarks, form.limit)
    else:
        _write(CLAIM, claim_rows(series, alone, flags), form)


def _say_numbers(reconciled: Reconciled, wanted: Wanted, rule: Rule, form: Form) -> None:
    rows = list(number_rows(wanted.of(reconciled.series), rule))
    if form.name == "table":
        print_numbers(rows, form.limit)
    else:
        _write(NUMBER, rows, form)


def _say_days(reconciled: Reconciled, wanted: Wanted, rule: Rule | None, days: Days, form: Form) -> None:
    places = {each.toll.subject.place: written(each) or each.toll.subject.place for each in reconciled.series}
    found = daily_figures(wanted.counted_for(reconciled.series), rule, days.basis)
    rows = list(day_rows(wanted.days(found), places))
    if form.name == "table":
        print_days(rows, form.limit)
    else:
        _write(DAY, rows, form)


def _write(columns: Sequence[str], rows: Iterable[Row], form: Form) -> None:
    """In JSON lists stay lists, in CSV their items are separated by a space."""
    if form.name == "json":
        say(json.dumps([{name: row[name] for name in columns} for row in rows], ensure_ascii=False, indent=1))
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(cells(row, columns) for row in rows)
