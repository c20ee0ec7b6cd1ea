"""A line that says what is wrong, with the code and values it was made of: a page can say it in its own language."""

from __future__ import annotations

from typing import Self


class Told(str):
    """`told("too_long", "longer than {most} characters", most=80)` is the line itself wherever a text is wanted.

    It stays so when it passes through an exception: `str(problem)` is the same `Told`.
    """

    code: str = ""
    values: dict[str, str | int | float]

    def __str__(self) -> Self:
        return self


def told(code: str, line: str, **values: str | float) -> Told:
    """`line` in English, with its {braces} filled."""
    text = Told(line.format(**values))
    text.code, text.values = code, values
    return text


def as_json(text: str) -> dict[str, object]:
    """What `from_json` makes the same line of, in another process."""
    made_of = {"code": text.code, "values": text.values} if isinstance(text, Told) else {}
    return {"line": str.__str__(text), **made_of}


def from_json(known: dict[str, object]) -> str:
    text = Told(str(known["line"]))
    text.code, values = str(known.get("code", "")), known.get("values")
    text.values = dict(values) if isinstance(values, dict) else {}
    return text
