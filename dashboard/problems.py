"""What is wrong, in the language of the page: a line that the program tells by its code has words of its own here.

One without a code stands in English, as the command line says it, after a lead that says so.
"""

from __future__ import annotations

from dashboard.i18n import Words, strings
from dashboard.wording import left_to_right
from timeline.told import Told


def said(problem: object, words: Words) -> str:
    """A problem, or the line that tells it."""
    line = str(problem)
    if isinstance(line, Told) and line.code in strings(words.language)["problem"]:
        return words.say(
            f"problem.{line.code}", **{name: _value(name, each, words) for name, each in line.values.items()}
        )
    return line if words.language == "en" else words.say("problem.untold", line=left_to_right(line))


def _value(name: str, value: str | float, words: Words) -> str:
    """A column by its name in the form; everything else as it is, in one piece."""
    return words.name("correct", str(value)) if name == "column" else left_to_right(str(value))
