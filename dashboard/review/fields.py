"""What can be corrected in each thing, and what it can be corrected to."""

from __future__ import annotations

from typing import get_args

from dashboard.address import CODES
from timeline.store.models import Item
from timeline.store.storable import Columns
from timeline.values import Kind, Mod, Qualifier, Scope, Signal, Status, TimexType

EMPTY = ""
# column -> the codes that it takes, the empty one where it may say nothing; every other column takes what is written
CHOICES: dict[Item, dict[str, tuple[str, ...]]] = {
    "figure": {"kind": get_args(Kind), "qualifier": get_args(Qualifier), "scope": get_args(Scope)},
    "event": {"type": tuple(CODES["types"]), "status": get_args(Status)},
    "time": {
        "type": get_args(TimexType),
        "mod": (EMPTY, *get_args(Mod)),
        "signal": (EMPTY, *get_args(Signal)),
    },
}


def as_written(columns: Columns) -> dict[str, str]:
    """The columns as a person would write them into the form."""
    return {name: EMPTY if value is None else str(value) for name, value in columns.items()}


def changed(before: Columns, after: dict[str, str]) -> dict[str, str]:
    """What a person wrote that is not what was there."""
    written = as_written(before)
    return {name: value.strip() for name, value in after.items() if value.strip() != written[name]}
