"""A time phrase where it stands in a text."""

from __future__ import annotations

from typing import NamedTuple

from .meanings import Meaning
from .values import Signal


class Mention(NamedTuple):
    """A time phrase of a text: its code points and letters, its rule, what it says, and what stands around it.

    `future` is what the clause says of its time (None: nothing). `sentence` counts sentences. `occurs`: the
    sentence tells on about a happening («ووقع الهجوم …»). `daily`: the sentence says that it recurs. `begins`:
    something began then («التي انطلقت في 17 تشرين الأول»). `joined`: «و» ties it to the mention before it.
    """

    start: int
    end: int
    first: int
    past: int
    rule: str
    meaning: Meaning
    signal: Signal | None = None
    future: bool | None = None
    sentence: int = 0
    occurs: bool = False
    daily: bool = False
    begins: bool = False
    joined: bool = False
