"""What is made of the answer of pip-audit."""

from __future__ import annotations

import json

import pytest

from scripts.audit import verdict

SOUND = {"name": "lxml", "version": "6.1", "vulns": []}
KNOWN = {"name": "x", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}, {"id": "PYSEC-2"}]}
UNKNOWN = {"name": "y", "skip_reason": "Dependency not found on PyPI and could not be audited: y (1)"}


@pytest.mark.parametrize(
    ("packages", "status", "lines"),
    [
        ([SOUND], 0, ["1 packages audited, 0 unknown to the service, 0 advisories"]),
        ([SOUND, UNKNOWN], 0, ["1 packages audited, 1 unknown to the service, 0 advisories"]),
        (
            [SOUND, KNOWN],
            1,
            [
                "x 1: PYSEC-1, mended in 2",
                "x 1: PYSEC-2, mended in no version yet",
                "2 packages audited, 0 unknown to the service, 2 advisories",
            ],
        ),
        ([UNKNOWN, UNKNOWN], 2, ["not audited: the advisory service knows none of 2 packages, so it is none"]),
    ],
)
def test_verdict(packages: list[dict[str, object]], status: int, lines: list[str]) -> None:
    assert verdict(json.dumps({"dependencies": packages}), "") == (status, lines)


@pytest.mark.parametrize("printed", ["", "no JSON", "[]", "{}", '{"dependencies": null}'])
def test_nobody_answers(printed: str) -> None:
    status, lines = verdict(printed, "Traceback\n  x\nConnectionError: no route to host\n")
    assert (status, lines) == (2, lines[:1])
    assert "ConnectionError: no route to host" in lines[0]
