"""Bytes as a row of choices, so that a small change of the bytes is a small change of what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import TypeVar

from fuzz.material import BY_CLASS, CLASSES, CLITICS, EXAMPLES, FRAMES, SIGNS
from fuzz.spellings import SCRIPTS, in_script

One = TypeVar("One")
_ENDS = (datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC))  # of the calendar
_SPACES = (" ", " ", " ", " ", "", "\n", "\u00a0")


class Choices:
    """Takes choices from the front of the bytes; when they are used up, every choice is the first."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._taken = 0

    @property
    def left(self) -> bool:
        return self._taken < len(self._data)

    def number(self, below: int) -> int:
        """0 up to `below`, of two bytes where one cannot reach it."""
        size = 1 if below <= 256 else 2 if below <= 65_536 else 8
        taken = self._data[self._taken : self._taken + size]
        self._taken += size
        return int.from_bytes(taken) % below

    def one_of(self, options: Sequence[One]) -> One:
        return options[self.number(len(options))]

    def rest(self) -> bytes:
        """All that is left, as it is."""
        found = self._data[self._taken :]
        self._taken = len(self._data)
        return found


def published_in(choices: Choices) -> datetime | None:
    """None, an ordinary time of publication, or one at an end of the calendar."""
    match choices.number(8):
        case 0:
            return None
        case 1:
            return choices.one_of(_ENDS)
        case _:
            zone = timezone(timedelta(minutes=choices.one_of((-720, -300, 0, 180, 210, 840))))
            return datetime(1990, 1, 1, tzinfo=zone) + timedelta(hours=choices.number(40 * 365 * 24))


def text_in(choices: Choices) -> str:
    """One text in eight is what the bytes say; the others are put together from words."""
    if choices.number(8) == 0:
        return choices.rest().decode("utf-8", "surrogateescape")
    return sentences_in(choices)


def sentences_in(choices: Choices) -> str:
    """Words, phrases and numerals, as many as there are choices."""
    pieces = []
    while choices.left:
        pieces += [_piece(choices), choices.one_of(_SPACES)]
    return "".join(pieces)


def _piece(choices: Choices) -> str:
    match choices.number(16):
        case 0 | 1 | 2 | 3 | 4:
            return choices.one_of(EXAMPLES)
        case 5 | 6 | 7:
            return choices.one_of(FRAMES)
        case 8 | 9 | 10:
            return choices.one_of(CLITICS) + choices.one_of(BY_CLASS[choices.one_of(CLASSES)])
        case 11 | 12:
            return _numeral(choices)
        case 13 | 14:
            return choices.one_of(SIGNS)
        case _:
            return chr(choices.number(0x110000))


def _numeral(choices: Choices) -> str:
    digits = choices.one_of(("0123456789", *SCRIPTS))
    parts = [str(choices.number(choices.one_of((10, 40, 100, 2100, 10**6, 10**15)))) for _ in range(choices.number(3))]
    return in_script(choices.one_of(("/", "-", ".", ":", ",", "٫", "٬")).join(parts), digits)
