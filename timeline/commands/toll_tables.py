"""Tolls in the terminal. Arabic and Latin columns take turns, as in `timeline show`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.commands.found import many
from timeline.commands.terminal import console, say, table
from timeline.commands.toll_rows import Flags, Row, written
from timeline.periods import count
from timeline.tolls.order import Series, Step
from timeline.tolls.values import Claim, Flag, FlagName

CLAIMS = ("id", "figure", "published", "source", "count", "delta", "remark")
NUMBERS = ("kind", "place", "of whom", "bound", "low", "best", "high", "claims")
DAYS = ("kind", "place", "of whom", "day", "count", "basis", "claimant", "claims")
_WRONG: dict[FlagName, str] = {
    "falls": "falls below",
    "part_exceeds_whole": "larger than its whole,",
    "parts_exceed_whole": "smaller than its parts,",
    "claimants_disagree": "disagrees with",
    "stale_repeat": "told again after",
    "same_wire": "a copy of",
}


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is wrong with claims, in words that name the claims with which they are at odds."""

    flags: Flags
    claims: Mapping[int, Claim]

    def on(self, step: Step) -> str:
        """All that is to be said of a step, or a dash."""
        wrong = self.flags.get(step.claim.id, [])
        if not wrong and step.standing != "counts":
            return step.standing
        return "; ".join(map(self._wrong, wrong)) or "–"

    def _wrong(self, flag: Flag) -> str:
        if flag.name == "increments_differ":
            return f"but {self._named(flag.claims[2])} in the period since #{flag.claims[1]}"
        others = flag.claims[2:] if flag.name == "stale_repeat" else flag.claims[1:]
        return f"{_WRONG[flag.name]} {' + '.join(map(self._named, others))}"

    def _named(self, claim: int) -> str:
        found = self.claims[claim]
        return f"{count(found.low, found.high, found.qualifier)} (#{claim})"


def print_claims(series: Sequence[Series], alone: Sequence[Claim], remarks: Remarks, limit: int) -> None:
    """A table for each toll of more than one claim, or with something wrong; the others are counted."""
    shown = [
        each for each in series if len(each.steps) > 1 or any(step.claim.id in remarks.flags for step in each.steps)
    ]
    for each in shown:
        _print_series(each, remarks, limit)
    odd = [claim for claim in alone if claim.id in remarks.flags]
    if odd:
        rows = [_claim(Step(claim), remarks) for claim in odd]
        console().print(table("Figures of no known toll", CLAIMS, rows))
    _say_what_is_missing(len(series) - len(shown), len(alone) - len(odd))


def print_numbers(rows: Sequence[Row], limit: int) -> None:
    """One line a toll."""
    cells = [(*_subject(row), f"{row['basis']} {row['bound']}", *_numbers(row)) for row in _first(rows, limit)]
    _print(f"By rule {rows[0]['rule']}" if rows else "By rule", NUMBERS, cells, len(rows))


def print_days(rows: Sequence[Row], limit: int) -> None:
    """One line a day."""
    cells = [(*_subject(row), *_day(row)) for row in _first(rows, limit)]
    _print("How many a day", DAYS, cells, len(rows))


def _print_series(series: Series, remarks: Remarks, limit: int) -> None:
    steps = series.steps[-limit:] if limit else series.steps
    _print(_title(series), CLAIMS, [_claim(step, remarks) for step in steps], len(series.steps), "the last ")


def _print(title: str, columns: Sequence[str], cells: Sequence[Sequence[str]], there: int, which: str = "") -> None:
    console().print(table(title, columns, cells))
    if len(cells) < there:
        say(f"{which}{len(cells)} of {there} shown; --limit 0 shows all")


def _title(series: Series) -> str:
    toll = series.toll
    whom = f" ({', '.join(toll.subject.population)})" if toll.subject.population else ""
    return f"{toll.subject.kind}{whom} · {written(series) or toll.subject.place} · {_bound(toll.basis, toll.bound)}"


def _bound(basis: str, bound: str) -> str:
    return f"since {bound.replace('T', ' ')}" if basis in ("running", "growing") else bound


def _claim(step: Step, remarks: Remarks) -> tuple[str, ...]:
    claim = step.claim
    published = f"{claim.published:%Y-%m-%d %H:%M}" if claim.published else "–"
    delta = "–" if step.delta is None else f"{step.delta:+d}"
    number = count(claim.low, claim.high, claim.qualifier)
    return str(claim.id), claim.text, published, claim.source or "–", number, delta, remarks.on(step)


def _subject(row: Row) -> tuple[str, ...]:
    return row["kind"], row["place"], row["population"] or "–"


def _numbers(row: Row) -> tuple[str, ...]:
    high = "–" if row["high"] is None else str(row["high"])
    return str(row["low"]), str(row["best"]), high, _ids(row["claims"])


def _day(row: Row) -> tuple[str, ...]:
    days = row["end_day"] if row["begin"] == row["end_day"] else f"{row['begin']} … {row['end_day']}"
    return days, str(row["count"]), row["basis"], row["claimant"], _ids(row["claims"])


def _say_what_is_missing(single: int, alone: int) -> None:
    if single or alone:
        rest = f"{many(single, 'toll')} with one claim, {many(alone, 'figure')} of no known toll"
        say(f"not shown: {rest}; --format csv has all")


def _ids(claims: Iterable[int]) -> str:
    return " ".join(f"#{claim}" for claim in claims)


def _first(rows: Sequence[Row], limit: int) -> Sequence[Row]:
    return rows[:limit] if limit else rows
