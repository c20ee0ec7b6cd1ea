"""Tolls, claimants, rules and flags in the words of the interface: «منذ 2023-10-07», «وزارة الصحة في غزة»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.i18n import Words
from dashboard.tolls.shown import Shown
from dashboard.wording import bounds, left_to_right
from timeline.tolls.identity import Toll
from timeline.tolls.order import Step
from timeline.tolls.rules import NAMES, Resolved
from timeline.tolls.values import Claim, Flag

RULES = tuple(name for name in NAMES if ":" not in name)
CLAIMANT = "claimant:"


def time_of(toll: Toll, words: Words) -> str:
    """Over which time a toll counts: «منذ 2023-10-07», «24 ساعة حتى 2023-11-02»."""
    match toll.basis:
        case "running" | "growing":
            return words.say("toll_time.since", begin=left_to_right(toll.bound.replace("T", " ")))
        case "period":
            day, hours = toll.bound.split()
            return words.say(
                "toll_time.period", day=left_to_right(day), hours=words.number(int(hours.removesuffix("h")))
            )
        case "incident":
            day, event = toll.bound.split()
            return words.say("toll_time.incident", day=left_to_right(day), event=words.name("type", event))


def people_of(toll: Toll, words: Words) -> str:
    """«أطفال»; of a toll of no group in particular «الجميع»."""
    return words.listed(map(words.category, toll.subject.population)) or words.say("tolls.everybody")


def name_of(toll: Toll, words: Words) -> str:
    """What tells a toll from the others of its kind and place: its time, and its people where they are a group."""
    time = time_of(toll, words)
    return f"{time} · {people_of(toll, words)}" if toll.subject.population else time


def rule_named(rule: str, claimants: Mapping[str, str], words: Words) -> str:
    """The name of a rule; one that follows a claimant by the name of the claimant."""
    if rule.startswith(CLAIMANT):
        claimant = rule.removeprefix(CLAIMANT)
        return words.say("tolls.only", claimant=claimants.get(claimant, claimant))
    return words.name("toll_rule", rule.replace("-", "_"))


def claimants_named(shown: Shown, outlets: Mapping[int, str], words: Words) -> dict[str, str]:
    """Each claimant as the last article that counts writes it; by its role, where the outlet itself says so."""
    found: dict[str, str] = {}
    for step in (*shown.periods, *shown.series.steps):
        claim = step.claim
        found[claim.claimant] = (
            claim.source or outlets.get(claim.document) or words.name("role", claim.role or "outlet")
        )
    return found


def count_of(claim: Claim, words: Words) -> str:
    return bounds(claim.low, claim.high, words)


def resolved_said(number: Resolved, words: Words) -> str:
    """`90`, `90–95`, and where the best is neither end `90–95 (92)`."""
    said = bounds(number.low, number.high, words)
    return said if number.best in (number.low, number.high) else f"{said} ({words.number(number.best)})"


def delta_of(step: Step, words: Words) -> str:
    """`+250`, `−3`; empty where there is none."""
    if step.delta is None:
        return ""
    sign = "+" if step.delta > 0 else "−" if step.delta < 0 else ""
    return left_to_right(f"{sign}{words.number(abs(step.delta))}")


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is wrong with claims, in words that name the claims with which they are at odds."""

    shown: Shown
    words: Words

    def on(self, step: Step) -> str:
        """All that is to be said of a step; why it is set aside, where nothing else is."""
        wrong = self.shown.flags.get(step.claim.id, [])
        if not wrong and step.standing != "counts":
            return self.words.name("toll_standing", step.standing)
        return self.words.listed(map(self._wrong, wrong))

    def flags(self, step: Step) -> list[str]:
        return [flag.name for flag in self.shown.flags.get(step.claim.id, ())]

    def _wrong(self, flag: Flag) -> str:
        if flag.name == "increments_differ":
            return self.words.say("toll_flag.increments_differ", other=self._named(flag.claims[2:]))
        others = flag.claims[2:] if flag.name == "stale_repeat" else flag.claims[1:]
        return self.words.say(f"toll_flag.{flag.name}", other=self._named(others))

    def _named(self, claims: Iterable[int]) -> str:
        """«8005 (#12)»; several are added up, as parts are."""
        return left_to_right(
            " + ".join(f"{count_of(self.shown.steps[id_].claim, self.words)} (#{id_})" for id_ in claims)
        )
