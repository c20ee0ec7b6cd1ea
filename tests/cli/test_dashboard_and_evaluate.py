"""`timeline dashboard` and `timeline evaluate` as they are called."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

GOLD: dict[str, Any] = {"id": "d", "text": "قتل 3 أشخاص", "published": None, "times": [], "figures": [], "events": []}


def test_the_dashboard_serves_this_machine_only(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    called: dict[str, Any] = {}

    def become(_program: str, command: list[str], env: dict[str, str]) -> None:
        called.update(command=command, env=env)
        raise SystemExit(0)

    monkeypatch.setattr(os, "execvpe", become)
    run("database", "upgrade", "--database", "mine.db")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert run("dashboard", "--port", "48123", "--database", "mine.db").status == 0
    command = called["command"]
    options = dict(zip(command[5::2], command[6::2], strict=True))
    assert Path(command[4]).name == "streamlit_app.py"
    assert options == {
        "--server.address": "127.0.0.1",
        "--server.port": "48123",
        "--server.headless": "true",
        "--server.showEmailPrompt": "false",
        "--browser.gatherUsageStats": "false",
    }
    assert called["env"]["TIMELINE_DATABASE_URL"] == "mine.db"


def test_a_port_in_use_is_named(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run("database", "upgrade")
        outcome = run("dashboard", "--port", str(port))
    assert outcome.status == 1
    assert f"port {port} is in use; give another with --port" in outcome.err


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A gold document in which one time is expected that is not there, so that scores are low whatever the reader."""
    time = {"id": "t1", "start": 0, "end": 3, "type": "SET", "value": "x", "mod": None, "signal": None}
    row = GOLD | {"times": [time | {"begin": None, "end_time": None}]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    return path


def test_evaluate_prints_scores_and_failures(run: Run, gold: Path) -> None:
    plain, listed = run("evaluate", gold.name), run("evaluate", gold.name, "--failures")
    assert "times.strict" in plain.out
    assert "d | time | «قتل» | expected type=SET value=x" not in plain.out
    assert "d | time | «قتل» | expected type=SET value=x" in listed.out
    assert json.loads(run("evaluate", gold.name, "--json").out)["scores"]["times.strict"]["expected"] == 1


def test_evaluate_holds_the_floors(run: Run, gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.toml"
    assert run("evaluate", gold.name, "--floors", "floors.toml").status == 1
    assert run("evaluate", gold.name, "--floors", "floors.toml", "--raise-floors").status == 0
    assert run("evaluate", gold.name, "--floors", "floors.toml").status == 0
    floors.write_text(
        floors.read_text(encoding="utf-8").replace('"times.strict" = 0.0', '"times.strict" = 0.9'), "utf-8"
    )
    below = run("evaluate", gold.name, "--floors", "floors.toml")
    assert (below.status, below.err) == (1, "timeline: times.strict is 0.0000, below its floor 0.9\n")
    assert run("evaluate", gold.name, "--floors", "floors.toml", "--raise-floors").status == 0
    assert '"times.strict" = 0.9' in floors.read_text(encoding="utf-8")
    assert run("evaluate", gold.name, "--floors", "floors.toml", "--lower-floors").status == 0
    assert '"times.strict" = 0.0' in floors.read_text(encoding="utf-8")
