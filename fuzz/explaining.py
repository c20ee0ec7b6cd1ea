"""`timeline explain` says something about any text, and nothing of it steers the terminal."""

from __future__ import annotations

import contextlib
import io
import re

from fuzz.choices import Choices, text_in
from fuzz.promises import PromiseBroken
from timeline.commands.explain import explain
from timeline.sources import SourceProblem

_PUBLISHED = (None, "2023-05-10T20:15+03:00", "2024-02-29", "1800-01-01T00:00Z", "2199-12-31T23:59-12:00")
_STEERS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def run(data: bytes) -> None:
    """Raises whatever the command raises but what it would say of its arguments, and `PromiseBroken`."""
    choices = Choices(data)
    published, zone = choices.one_of(_PUBLISHED), choices.one_of((None, "Asia/Gaza", "Africa/Cairo"))
    text = text_in(choices)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
        try:
            status = explain(text, published, zone)
        except SourceProblem:
            status = 2
    if status not in (0, 1, 2):
        raise PromiseBroken(f"the exit status {status}")
    if found := _STEERS.search(printed.getvalue()):
        raise PromiseBroken(f"{found[0]!r} reaches the terminal")
