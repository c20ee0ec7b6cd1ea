"""`timeline extract`: one JSON object a line on standard output, no database."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from timeline.commands.failures import Failures
from timeline.commands.reading import Inputs
from timeline.commands.terminal import say
from timeline.export.jsonl import json_line
from timeline.lexicon.anchors import load_anchors
from timeline.sources import Columns, read_given


def extract(
    paths: Sequence[str],
    published: str | None,
    timezone: str | None,
    columns: Sequence[str],
    anchors: Path | None = None,
    *,
    allow_local: bool = False,
    failures: Failures | None = None,
    workers: int | None = None,
) -> int:
    """Print what is read in every document, in input order; 1 when an input was left out."""
    given = read_given(published, timezone, Columns(*columns), allow_local=allow_local)
    inputs = Inputs(paths, given, json_line, load_anchors(anchors), failures or Failures(), workers)
    with closing(inputs.read()) as lines:
        for line in lines:
            say(line)
    return inputs.list_remarks()
