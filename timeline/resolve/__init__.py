"""What the text says -> when that is: the only package that knows the publication time.

A `Meaning` and an `Anchor` give a TIMEX3 value and an interval of local time. With no publication time relative
meanings keep their X and have no interval; nothing is guessed.
"""

from .anchor import Anchor, Resolved
from .one import resolve
from .walk import resolve_all

__all__ = ["Anchor", "Resolved", "resolve", "resolve_all"]
