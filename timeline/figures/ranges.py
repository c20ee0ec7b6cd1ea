"""«بين التاسع والثالث عشر», «منذ 2023 حتى الثلاثاء»: of two times that belong together, the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..mention import Mention
from ..sentences import Sentence

if TYPE_CHECKING:
    from .periods import Timed

_OPENING = ("between", "from", "since")
_JOINTS = ("and", "to", "until", "dash", "open")
_APART = 3  # words


def first_of_pair(timed: Timed, times: Sequence[Timed], sentence: Sentence) -> Timed:
    """The beginning of the range that `timed` ends, or the time that it says again in brackets; else itself."""
    mention = timed[0]
    before = [one for one in times if one[0].past <= mention.first <= one[0].past + _APART]
    if not before:
        return timed
    opening = max(before, key=lambda one: one[0].past)
    return opening if _belong_together(opening[0], mention, sentence) else timed


def _belong_together(opening: Mention, closing: Mention, sentence: Sentence) -> bool:
    between = sentence.where(opening.past, closing.first, *_JOINTS)
    if len(between) != closing.first - opening.past or not between:
        return False
    return opening.signal in _OPENING or sentence.has(closing.first - 1, "open")
