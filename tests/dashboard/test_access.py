"""Who is let in, and what a page says to the others."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st

from dashboard.access import is_expected
from tests.dashboard.conftest import Open
from tests.dashboard.test_timeline_page import html
from tests.store.articles import article

CASES: list[tuple[dict[str, Any], list[str], bool]] = [
    ({"email": "a@example.org"}, [], True),
    ({"email": "a@example.org"}, ["@example.org"], True),
    ({"email": "A@Example.org"}, ["a@example.ORG"], True),
    ({"email": "a@example.org", "email_verified": True}, ["a@example.org"], True),
    ({"email": "a@example.org", "email_verified": False}, ["a@example.org"], False),
    ({"email": "a@example.org", "email_verified": "false"}, ["a@example.org"], False),
    ({"email": "a@evil-example.org"}, ["@example.org"], False),
    ({"email": "a@example.org.evil.net"}, ["@example.org"], False),
    ({"email": "example.org"}, ["@example.org"], False),
    ({"email": "a@example.org@evil.net"}, ["@example.org"], False),
    ({"email": ""}, ["@example.org", ""], False),
    ({}, ["@example.org"], False),
]


@pytest.mark.parametrize(("user", "allowed", "expected"), CASES)
def test_who_is_expected(user: dict[str, Any], allowed: list[str], expected: bool) -> None:
    assert is_expected(user, allowed) is expected


@pytest.mark.parametrize(
    ("user", "says"),
    [
        ({"is_logged_in": False}, "Log in to see them"),
        ({"is_logged_in": True, "email": "<b>@evil.net"}, "&lt;b&gt;@evil.net was not let in"),
        ({"is_logged_in": True, "email": "a@example.org"}, "articles"),
    ],
)
def test_the_door(page: Open, monkeypatch: pytest.MonkeyPatch, user: dict[str, Any], says: str) -> None:
    monkeypatch.setattr(st, "user", user)
    monkeypatch.setattr(st, "secrets", {"access": {"allowed": ["@example.org"]}})
    app = page(article(), name="overview", lang="en")
    assert not app.exception
    assert says in html(app)
    assert ('class="tiles"' in html(app)) == (says == "articles")
