"""«يعقد المجلس الخميس جلسة» is ahead, «غادر المبعوث الخميس» is behind: what the clause says of a time.

The nearest verb or marker before the phrase decides, else the first one after it, within the sentence.
"""

from __future__ import annotations

import re

from ..alphabet import Alphabet, charset

_FUTURE = ("future", "future_marker")
_PAST = ("past", "past_marker")
_NEAR_AFTER = 6


class Tense:
    """The letters that tell the time of a clause, compiled for one alphabet."""

    def __init__(self, alphabet: Alphabet) -> None:
        def letters(*names: str) -> str:
            return "".join(alphabet.letters_of(frozenset({name})) for name in names)

        announced = alphabet.letters_of(frozenset({"announces", "present"}))
        self._announced = frozenset(announced)
        self._before_that = frozenset(a + b for a in letters("before") for b in letters("that"))
        self._future = frozenset(letters(*_FUTURE) + announced)
        self._past = frozenset(letters(*_PAST)) - self._future
        self._ends = frozenset(letters("end"))
        self._cue = re.compile(charset("".join(sorted(self._future | self._past | self._ends))))
        self._negation = frozenset(letters("past_marker"))
        self._calls = frozenset(letters("calls_for"))
        self._scheduled = frozenset(letters("scheduled"))
        self._on_that = frozenset(a + b for a in letters("on") for b in letters("that"))
        self._that = frozenset(letters("that"))
        self._telling = self._past | self._future | self._calls | self._scheduled | self._that
        to, happening = letters("to", "l"), "".join(alphabet.letters_of(frozenset({"trigger"})))
        self._called_for = re.compile(charset(to) + charset(happening))

    def is_future(self, letters: str, first: int, past: int, sentence: int, *, inclusive: bool = False) -> bool | None:
        """True ahead, False behind, None where the sentence, which begins at `sentence`, does not say.

        `inclusive`: the word itself may say it.
        """
        if inclusive and (letters[first] in self._past or letters[first] in self._future):
            return letters[first] in self._future
        for position in range(first - 1, sentence - 1, -1):
            if letters[position] in self._ends:
                break
            if letters[position] in self._telling and (told := self._says(letters, position, first)) is not None:
                return told
        after = self._cue.search(letters, past, past + _NEAR_AFTER)
        if after is None or after.group() in self._ends:
            return None
        return after.group() in self._future

    def _says(self, letters: str, position: int, first: int) -> bool | None:
        """What the word at `position` says of the clause of the mention at `first`."""
        letter = letters[position]
        if letter in self._that:
            return True if letters[position - 1 : position + 1] in self._on_that else None  # «على أن تستمر حتى الأحد»
        if letter in self._scheduled:
            return True  # «كان مقرراً الخميس»
        if letter in self._calls and self._called_for.search(letters, position, first):
            return True  # «دعت إلى إضراب الخميس»
        if letter in self._past:
            return False
        if letter in self._announced and letters[max(position - 2, 0) : position] in self._before_that:
            return None  # «قبل أن ينسحب» says nothing by itself
        if letter in self._future:
            # «لم يعقد», «كان يعقد»: the marker before the imperfect makes it past.
            return not (position and letters[position - 1] in self._negation)
        return None
