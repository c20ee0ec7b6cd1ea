"""A site, and no waiting."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.site import Site, local_site
from timeline.web import Web


@pytest.fixture
def site() -> Iterator[Site]:
    with local_site() as site:
        yield site


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that would have been waited between tries."""
    pauses: list[float] = []
    monkeypatch.setattr("timeline.web.fetch.sleep", pauses.append)
    return pauses


@pytest.fixture
def web() -> Web:
    return Web(allow_local=True)
