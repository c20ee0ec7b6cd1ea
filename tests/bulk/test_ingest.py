"""`timeline ingest` with several readers: the same database, an article that kills set aside, Ctrl-C in one line."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bulk.corpus import TIMELINE, timeline
from tests.store.wire import expected, stored_documents, write_wire

MANY = 800
# The program, but that reading an article that says «قاتل» ends the process.
DEADLY = """
import os, signal, timeline.commands.reading as reading
from timeline.cli import main
read_article = reading.read_article
def deadly(document, anchors=None):
    if "قاتل" in document.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return read_article(document, anchors)
"""


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_wire(tmp_path_factory.mktemp("wire") / "wire.jsonl", range(MANY))


def test_every_number_of_workers_stores_the_same(wire: Path, tmp_path: Path) -> None:
    for workers in ("1", "2"):
        database = tmp_path / f"{workers}.db"
        status, out, err = timeline("ingest", wire, "--database", database, "--workers", workers)
        assert (status, err) == (0, "")
        assert f"read {MANY} articles, {MANY} new" in out
        assert stored_documents(database) == expected(wire)


def test_every_number_of_workers_prints_the_same(wire: Path) -> None:
    (one, two) = (timeline("extract", wire, "--workers", workers) for workers in ("1", "2"))
    assert one == two
    assert one[1].count("\n") == MANY


def test_what_is_wrong_is_told_in_its_order(tmp_path: Path) -> None:
    lines = [{"text": f"قتل {number} أشخاص في غزة" if number % 100 else ""} for number in range(1, MANY)]
    (tmp_path / "bad.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    one, two = (timeline("extract", tmp_path / "bad.jsonl", "--workers", workers) for workers in ("1", "2"))
    assert one == two
    assert one[2].count("it has no text") == MANY // 100 - 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_article_that_kills_its_reader_is_named(tmp_path: Path) -> None:
    wire = write_wire(tmp_path / "wire.jsonl", range(700))
    killer = json.dumps({"id": "killer", "text": "قاتل"})
    lines = wire.read_text("utf-8").splitlines()
    wire.write_text("\n".join([*lines[:400], killer, *lines[400:]]), "utf-8")
    (tmp_path / "deadly.py").write_text(
        f"{DEADLY}reading.read_article = deadly\nif __name__ == '__main__':\n    main()\n"
    )
    command = [sys.executable, "deadly.py", "ingest", "wire.jsonl", "--database", "t.db", "--workers", "2"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 1
    assert "read 700 articles, 700 new, 0 changed, 0 unchanged, 1 failed" in done.stdout
    assert "timeline: killer: each process that read it was killed" in done.stderr
    assert done.stderr.count("\n") == 1
    assert len(stored_documents(tmp_path / "t.db")) == 700


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_stops_every_process_in_one_line(tmp_path: Path) -> None:
    wire, database = write_wire(tmp_path / "wire.jsonl", range(2500)), tmp_path / "t.db"
    command = [*TIMELINE, "ingest", str(wire), "--database", str(database), "--workers", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        deadline = time.monotonic() + 120
        while not (database.exists() and stored_documents(database)):
            assert process.poll() is None
            assert time.monotonic() < deadline
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert err == "timeline: stopped; what was stored stays, and the same command resumes\n"
    stored = stored_documents(database)
    assert f"read {len(stored)} articles" in out
    assert 0 < len(stored) < 2500
    assert _still_running(process.pid) == []
    assert timeline("ingest", wire, "--database", database)[0] == 0
    assert stored_documents(database) == expected(wire)


def _still_running(session: int) -> list[str]:
    """Processes of a session, once they had time to end."""
    deadline, found = time.monotonic() + 10, ["?"]
    while found and time.monotonic() < deadline:
        listed = subprocess.run(["ps", "-s", str(session), "-o", "args="], capture_output=True, text=True, check=False)
        found = listed.stdout.split("\n")[:-1]
        time.sleep(0.1)
    return found
