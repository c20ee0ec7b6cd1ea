"""A toll as the data of its charts: one record a mark. Times are local, drawn as UTC: see `dashboard.lanes.axes`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from dashboard.i18n import Words
from dashboard.lanes.marks import at
from dashboard.tolls import naming
from dashboard.tolls.naming import Remarks
from dashboard.tolls.shown import Part, Shown
from dashboard.wording import arabic, left_to_right
from timeline.tolls.daily import Daily
from timeline.tolls.order import Step

Record = dict[str, Any]
OTHERS = "…"  # the claimants for whom there is no colour of their own
DAY = timedelta(days=1)
MOST_CLAIMS = 4_000  # drawn at once, each by several marks: the last ones


def claims(shown: Shown, named: Mapping[str, str], lines: Mapping[str, str], words: Words) -> list[Record]:
    """One record a claim with a publication, of the last ones. `lines` has the line that each claimant is drawn as."""
    remarks = Remarks(shown, words)
    published = ((step, step.claim.published) for step in shown.series.steps[-MOST_CLAIMS:])
    return [_claim(step, moment, remarks, named, lines) for step, moment in published if moment]


def steps(drawn: Iterable[Record]) -> list[Record]:
    """The way of each line from a claim that counts to the next."""
    by_line: dict[str, list[Record]] = defaultdict(list)
    for claim in drawn:
        if claim["counts"]:
            by_line[claim["line"]].append({name: claim[name] for name in ("at", "low", "best", "high", "line")})
    return [row for claims in by_line.values() for row in _path("line", claims)]


def resolved(shown: Shown) -> list[Record]:
    """What the rule says, from each claim to the next; an open end is drawn as none."""
    levels = [
        {
            "at": at(moved.at),
            "low": moved.number.low,
            "best": moved.number.best,
            "high": moved.number.best if moved.number.high is None else moved.number.high,
        }
        for moved in shown.moved
    ]
    return list(_path("rule", levels))


def days(shown: Shown, words: Words) -> list[Record]:
    """One record a day, or a gap of days: as wide as it is long, and so high that its area is the count."""
    return [_day(day, words) for day in shown.days]


def periods(shown: Shown, named: Mapping[str, str], lines: Mapping[str, str], words: Words) -> list[Record]:
    """One record a count of a period, from its beginning to its end, in the offset of its article."""
    return list(_periods(shown.periods, named, lines, words))


def parts(found: Iterable[Part], words: Words) -> list[Record]:
    """One record a group of people."""
    return [
        {
            "people": naming.people_of(part.toll, words),
            "whole": not part.toll.subject.population,
            "low": part.number.low,
            "best": part.number.best,
            "high": part.number.best if part.number.high is None else part.number.high,
            "said": naming.resolved_said(part.number, words),
        }
        for part in found
    ]


def _path(part: str, levels: Sequence[Record]) -> Iterator[Record]:
    """Each level as two points, where it begins and where it ends with the next; the last one has no length."""
    for turn, (level, following) in enumerate(zip(levels, [*levels[1:], *levels[-1:]], strict=True)):
        span = {"part": part, "begin": level["at"], "end": following["at"]}
        yield level | span | {"turn": 2 * turn}
        yield level | span | {"turn": 2 * turn + 1, "at": following["at"]}


def _claim(
    step: Step, published: datetime, remarks: Remarks, named: Mapping[str, str], lines: Mapping[str, str]
) -> Record:
    claim, words = step.claim, remarks.words
    return {
        "part": "claim",
        "id": claim.id,
        **dict.fromkeys(("at", "begin", "end"), at(published)),
        "low": claim.low,
        "best": claim.low,
        "high": claim.low if claim.high is None else claim.high,
        "open": claim.high is None,
        "counts": step.standing == "counts",
        "line": lines[claim.claimant],
        "flag": next(iter(remarks.flags(step)), ""),
        "count": naming.count_of(claim, words),
        "claimant": arabic(named[claim.claimant]),
        "published": left_to_right(f"{published:%Y-%m-%d %H:%M}"),
        "delta": naming.delta_of(step, words),
        "remark": remarks.on(step),
        "text": arabic(claim.text),
    }


def _day(day: Daily, words: Words) -> Record:
    begin, end = datetime.combine(day.begin, time()), datetime.combine(day.end, time()) + DAY
    return {
        "begin": at(begin),
        "end": at(end),
        "none": 0,
        "a_day": day.count / ((end - begin) / DAY),
        "basis": day.basis,
        "days": days_said(day),
        "count": words.number(day.count),
        "basis_said": words.name("toll_basis", day.basis),
        "claims": " ".join(f"#{claim}" for claim in day.claims),
        "id": day.claims[-1],
    }


def days_said(day: Daily) -> str:
    """`2023-11-02`, `2023-11-02 → 2023-11-05`."""
    said = f"{day.begin}" if day.begin == day.end else f"{day.begin} → {day.end}"
    return left_to_right(said)


def _periods(
    steps: Iterable[Step], named: Mapping[str, str], lines: Mapping[str, str], words: Words
) -> Iterator[Record]:
    for step in steps:
        claim = step.claim
        if claim.begin and claim.end and claim.published:
            zone = claim.published.tzinfo
            begin, end = claim.begin.astimezone(zone), claim.end.astimezone(zone)
            yield {
                "id": claim.id,
                "begin": at(begin),
                "end": at(end),
                "a_day": claim.low / ((end - begin) / DAY),
                "line": lines[claim.claimant],
                "count": naming.count_of(claim, words),
                "claimant": arabic(named[claim.claimant]),
                "days": left_to_right(f"{begin:%Y-%m-%d %H:%M} → {end:%Y-%m-%d %H:%M}"),
                "text": arabic(claim.text),
            }
