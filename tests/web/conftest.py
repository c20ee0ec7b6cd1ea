"""No waiting, and a reader that may ask this machine."""

from __future__ import annotations

import pytest

from timeline.web import Web


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that would have been waited between tries."""
    pauses: list[float] = []
    monkeypatch.setattr("timeline.web.fetch.sleep", pauses.append)
    return pauses


@pytest.fixture
def web() -> Web:
    return Web(allow_local=True)
