"""Our types of event in the terms of ACLED: sub-event, event and disorder type."""

from __future__ import annotations

from dataclasses import dataclass

# ACLED has nothing for accidents and disasters.
_SUB_EVENTS: dict[str, str | None] = {
    "air_strike": "Air/drone strike",
    "shelling": "Shelling/artillery/missile attack",
    "explosion": "Remote explosive/landmine/IED",
    "suicide_attack": "Suicide bomb",
    "armed_clash": "Armed clash",
    "shooting": "Attack",
    "attack": "Attack",
    "raid": "Other",
    "arrest": "Arrests",
    "abduction": "Abduction/forced disappearance",
    "demolition": "Looting/property destruction",
    "displacement": "Other",
    "blockade": "Other",
    "protest": "Peaceful protest",
    "riot": "Violent demonstration",
    "ceasefire": "Agreement",
    "negotiation": "Other",
    "meeting": "Other",
    "agreement": "Agreement",
    "statement": "Other",
    "aid": "Other",
    "release": "Other",
    "killing": "Attack",
    "accident": None,
    "disaster": None,
}
EVENT_TYPES = tuple(_SUB_EVENTS)
_EVENTS = {
    "Air/drone strike": "Explosions/Remote violence",
    "Shelling/artillery/missile attack": "Explosions/Remote violence",
    "Remote explosive/landmine/IED": "Explosions/Remote violence",
    "Suicide bomb": "Explosions/Remote violence",
    "Armed clash": "Battles",
    "Attack": "Violence against civilians",
    "Abduction/forced disappearance": "Violence against civilians",
    "Peaceful protest": "Protests",
    "Violent demonstration": "Riots",
}
_OTHERWISE = "Strategic developments"
_DISORDERS = {"Protests": "Demonstrations", "Riots": "Demonstrations", _OTHERWISE: "Strategic developments"}


@dataclass(frozen=True, slots=True)
class AcledType:
    """ "Air/drone strike", "Explosions/Remote violence", "Political violence"."""

    sub_event: str
    event: str
    disorder: str


def acled_type(type_: str) -> AcledType | None:
    """None for what ACLED does not record."""
    sub_event = _SUB_EVENTS.get(type_)
    if sub_event is None:
        return None
    event = _EVENTS.get(sub_event, _OTHERWISE)
    return AcledType(sub_event, event, _DISORDERS.get(event, "Political violence"))
