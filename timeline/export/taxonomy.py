"""Our types of event in the terms of ACLED: sub-event, event and disorder type."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.lexicon.taxonomy import taxonomy

EVENT_TYPES = tuple(taxonomy().codings)
_DISORDERS = {
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}


@dataclass(frozen=True, slots=True)
class AcledType:
    """ "Air/drone strike", "Explosions/Remote violence", "Political violence"."""

    sub_event: str
    event: str
    disorder: str


def acled_type(type_: str) -> AcledType | None:
    """None for what ACLED does not record."""
    coding = taxonomy().codings.get(type_)
    if coding is None or coding.acled_sub_event_type is None or coding.acled_event_type is None:
        return None
    disorder = _DISORDERS.get(coding.acled_event_type, "Political violence")
    return AcledType(coding.acled_sub_event_type, coding.acled_event_type, disorder)
