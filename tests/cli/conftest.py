"""The commands, called as from a shell but in this process."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.lexicon.anchors import Anchors
from timeline.values import Document, Event, Extraction, Figure, Interval, TimeExpression

WIRE = "ومنذ فجر الثلاثاء أسفرت هجمات عن استشهاد 21 فلسطينياً في غزة."


@dataclass(frozen=True)
class Outcome:
    """What a command leaves behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """`run("extract", "wire.jsonl")` in an empty folder, with nobody's settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DATABASE_URL", raising=False)
    monkeypatch.setenv("COLUMNS", "160")

    def call(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["timeline", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as stop:
            main()
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return Outcome(int(stop.value.code or 0), printed.out, printed.err)

    return call


@pytest.fixture
def three_things(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that finds one time, one figure and one event in WIRE, so that the commands can be tested alone."""
    monkeypatch.setattr("timeline.commands.reading.read_article", read_three_things)
    monkeypatch.setattr("timeline.commands.explain.read_article", read_three_things)


def read_three_things(document: Document, anchors: Anchors | None = None) -> Extraction:
    if "فجر" not in document.text or document.published is None:
        return Extraction(document)
    dawn = document.published.replace(day=9, hour=3, minute=0)
    since = Interval(dawn, document.published)
    time = TimeExpression(
        "t1", *_span("فجر الثلاثاء"), "TIME", "2023-05-09TDA", None, "since", since, "part of day", "read"
    )
    whole = (0, len(WIRE))
    figure = Figure(
        "f1", *_span("21 فلسطينياً"), "killed", 21, 21, time="t1", categories=("ps",), event="e1", sentence=whole
    )
    event = Event("e1", *_span("هجمات"), "air_strike", "t1", "غزة", sentence=whole)
    return Extraction(document, (time,), (figure,), (event,))


def _span(phrase: str) -> tuple[int, int]:
    start = WIRE.index(phrase)
    return start, start + len(phrase)
