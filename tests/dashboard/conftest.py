from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.address import PARAMETERS
from tests.store.articles import database
from timeline.values import Extraction

APP = Path(__file__).parents[2] / "dashboard" / "streamlit_app.py"
Open = Callable[..., AppTest]


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """`page(extraction, …, lang="en", kinds="killed")`: a page, by its name, on a database of those extractions."""

    def open_page(*extractions: Extraction, name: str = "timeline", **query: str) -> AppTest:
        database(tmp_path, *extractions).dispose()
        monkeypatch.setenv("TIMELINE_DATABASE_URL", str(tmp_path / "timeline.db"))
        st.cache_resource.clear()
        st.cache_data.clear()
        app = AppTest.from_file(APP, default_timeout=30)
        app.query_params.update({PARAMETERS.get(name, name): value for name, value in query.items()})
        return app.switch_page(f"app_pages/{name}.py").run()

    return open_page
