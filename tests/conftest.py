"""What several folders of tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.postgres import Postgres, postgres_server
from tests.web.site import Site, local_site


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server, started when the first test asks for it."""
    with postgres_server() as server:
        yield server


@pytest.fixture
def site() -> Iterator[Site]:
    """A web site on this machine, with nothing on it yet."""
    with local_site() as site:
        yield site
