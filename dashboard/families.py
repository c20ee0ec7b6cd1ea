"""The types of events in their families, and the colour of each: the same on every page."""

from __future__ import annotations

FAMILIES: dict[str, tuple[str, ...]] = {
    "attack": (
        "air_strike",
        "shelling",
        "explosion",
        "suicide_attack",
        "armed_clash",
        "shooting",
        "attack",
        "killing",
    ),
    "coercion": ("raid", "arrest", "abduction", "demolition", "displacement", "blockade"),
    "unrest": ("protest", "riot"),
    "talks": ("ceasefire", "negotiation", "meeting", "agreement"),
    "words": ("statement",),
    "relief": ("aid", "release"),
    "disaster": ("accident", "disaster"),
}
TYPES = [type_ for types in FAMILIES.values() for type_ in types]

# Okabe and Ito's palette: told apart by readers of every colour vision, on white and on black.
COLOURS = {
    "attack": "#d55e00",
    "coercion": "#cc79a7",
    "unrest": "#e69f00",
    "talks": "#0072b2",
    "words": "#56b4e9",
    "relief": "#009e73",
    "disaster": "#8c6d46",
    "other": "#808080",
}
GREY = "#7b7b7b"


def family_of(type_: str) -> str:
    """The group that gives a type its colour; `other` for a type that is new to these pages."""
    return next((family for family, types in FAMILIES.items() if type_ in types), "other")
