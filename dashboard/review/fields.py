"""What can be corrected in each thing, and what it can be corrected to."""

from __future__ import annotations

import re
from typing import get_args

from dashboard.address import CODES
from timeline.store.models import Item
from timeline.store.storable import Columns
from timeline.values import Kind, Mod, Qualifier, Scope, Signal, Status, TimexType

EMPTY = ""
NUMBERS = ("low", "high")
# Digits of any script, perhaps in groups of three: 10,050, «١٠٬٠٥٠», «١٠ ٠٥٠»
_GROUPED = re.compile(r"\d{1,18}|\d{1,3}(?:[,\u066c\u060c\u0020\u00a0\u202f]\d{3}){1,5}")
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
    written, meant = as_written(before), {name: _meant(name, value.strip()) for name, value in after.items()}
    return {name: value for name, value in meant.items() if value != written[name]}


def _meant(name: str, value: str) -> str:
    """«١٠٬٠٥٠» in a column of numbers is 10050."""
    if name not in NUMBERS or not _GROUPED.fullmatch(value):
        return value
    return str(int("".join(filter(str.isdecimal, value))))
