from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.store.articles import article, database


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """A database with one article."""
    engine = database(tmp_path, article())
    yield engine
    engine.dispose()
