"""Reading files opens no connection and no other file, whatever they refer to."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import run as run  # noqa: PLC0414  # a fixture

SECRET = "what no article may show"
TEXT = "قتل 21 شخصاً في قصف على غزة يوم الثلاثاء، وأصيب آخرون بحسب وزارة الصحة. " * 6
PAGE = f"""<?xml version="1.0"?>
<!DOCTYPE html [<!ENTITY secret SYSTEM "file://%s"><!ENTITY far SYSTEM "http://127.0.0.1:9/x">]>
<html lang="ar"><head><title>عنوان</title><base href="http://127.0.0.1:9/">
<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"><link rel="stylesheet" href="http://127.0.0.1:9/x.css">
<script src="http://127.0.0.1:9/x.js"></script></head><body><article><p>{TEXT}&secret;&far;</p>
<img src="http://127.0.0.1:9/x.png"><iframe src="file://%s"></iframe></article></body></html>"""


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where anybody tried to connect to."""
    tried: list[str] = []

    def refuse(*where: object, **_: object) -> None:
        tried.append(str(where))
        raise OSError("there is no network in this test")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return tried


@pytest.mark.parametrize("name", ["page.html", "page.xhtml", "page"])
def test_a_page(name: str, offline: list[str], run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    (tmp_path / name).write_text(PAGE % ((tmp_path / "secret.txt",) * 2), "utf-8")
    outcome = run("extract", name)
    assert outcome.status == 0
    assert "قتل 21" in json.loads(outcome.out)["text"]
    assert SECRET not in outcome.out
    assert offline == []


def test_articles_with_addresses_and_paths_in_them(offline: list[str], run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text(SECRET, "utf-8")
    path = str(tmp_path / "secret.txt")
    articles = [
        {"text": TEXT, "url": "http://127.0.0.1:9/x", "id": "http://127.0.0.1:9/y", "outlet": f"file://{path}"},
        {"text": f"file://{path} http://127.0.0.1:9/ {TEXT}", "title": f"@{path}"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, articles)), "utf-8")
    for command in (("ingest", "a.jsonl"), ("extract", "a.jsonl"), ("show",), ("export",), ("tolls",)):
        outcome = run(*command)
        assert (outcome.status, SECRET in outcome.out + outcome.err) == (0, False)
    assert offline == []
