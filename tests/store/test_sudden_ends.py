"""Ingests that are killed, that meet each other, and that run out of room: whole documents, none lost, none twice."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.postgres import Postgres, restartable_server
from tests.store.wire import Whole, expected, ingest, sound, start_ingest, stored_documents, write_wire
from timeline.sql import run_query
from timeline.store.opening.database import open_existing

# `make endurance` asks for more; a rerun with the same seed kills at the same moments.
ARTICLES = int(os.environ.get("TIMELINE_TEST_ARTICLES", "700"))
KILLS = int(os.environ.get("TIMELINE_TEST_KILLS", "2"))
SEED = int(os.environ.get("TIMELINE_TEST_SEED", "1"))


@dataclass(frozen=True)
class Wire:
    path: Path
    whole: Whole
    seconds: float


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Wire:
    """Articles, what is to be read in them, and how long that takes."""
    folder = tmp_path_factory.mktemp("wire")
    path = write_wire(folder / "wire.jsonl", range(ARTICLES))
    whole = expected(path)
    assert len(whole) == ARTICLES
    assert all(min(counts) > 0 for counts in whole.values())
    begin = time.monotonic()
    assert ingest(path, folder / "timeline.db")[0] == 0
    return Wire(path, whole, time.monotonic() - begin)


def test_killed_at_any_moment_and_resumed(wire: Wire, tmp_path: Path) -> None:
    draw = random.Random(SEED)
    for number in range(KILLS):
        database = tmp_path / f"{number}.db"
        _kill(draw.uniform(0, wire.seconds), start_ingest(wire.path, database))
        _check_and_resume(wire, database)


def test_two_killed_at_different_moments_and_resumed(wire: Wire, tmp_path: Path) -> None:
    """Both read the same articles into one file: each finds what the other has written, or half written."""
    draw = random.Random(SEED + 1)
    for number in range(KILLS):
        database = tmp_path / f"{number}.db"
        running = [start_ingest(wire.path, database) for _ in range(2)]
        for process in running:
            _kill(draw.uniform(0, wire.seconds), process)
        _check_and_resume(wire, database)


def test_killed_on_a_server_and_resumed(wire: Wire, postgres: Postgres) -> None:
    draw = random.Random(SEED + 2)
    for _ in range(KILLS):
        with postgres.database(empty=True) as url:
            _kill(draw.uniform(0, wire.seconds), start_ingest(wire.path, url))
            _check_and_resume(wire, url)


def _kill(seconds: float, process: subprocess.Popen[str]) -> None:
    """After so many seconds, wherever it is then."""
    with process:
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.communicate()


def _check_and_resume(wire: Wire, database: Path | str) -> None:
    """Whole articles only, nothing wrong with them, and the same command brings the rest."""
    if isinstance(database, str) or database.exists():
        assert list(sound(database)) == []
        assert stored_documents(database).items() <= wire.whole.items()
    status, said = ingest(wire.path, database)
    assert status == 0, said
    assert list(sound(database)) == []
    assert stored_documents(database) == wire.whole


def test_two_ingests_at_once_and_a_reader(tmp_path: Path) -> None:
    first = write_wire(tmp_path / "first.jsonl", range(700))
    second = write_wire(tmp_path / "second.jsonl", range(500, 1200))
    database = tmp_path / "timeline.db"
    with start_ingest(first, database) as one, start_ingest(second, database) as other, watched(database) as seen:
        said = [process.communicate(timeout=300) for process in (one, other)]
    assert (one.returncode, other.returncode) == (0, 0), said
    assert seen == sorted(seen)
    assert len(seen) > 1
    assert stored_documents(database) == expected(first) | expected(second)
    assert list(sound(database)) == []


@contextmanager
def watched(database: Path) -> Iterator[list[int]]:
    """How many documents a reader sees, asked again and again; whatever goes wrong for it is raised at the end."""
    seen: list[int] = []
    wrong: list[Exception] = []
    over = threading.Event()

    def watch() -> None:
        try:
            while not over.wait(0.02):
                if database.exists() and database.stat().st_size:
                    _look(database, seen)
        except Exception as error:  # noqa: BLE001  # it is raised in the test
            wrong.append(error)

    thread = threading.Thread(target=watch)
    thread.start()
    yield seen
    over.set()
    thread.join()
    if wrong:
        raise wrong[0]


def _look(database: Path, seen: list[int]) -> None:
    engine = open_existing(database)
    (row,) = run_query(engine, "SELECT count(*) FROM documents WHERE times > 0 AND figures > 0 AND events > 0").rows
    (both,) = run_query(engine, "SELECT count(*) FROM documents").rows
    engine.dispose()
    assert isinstance(row[0], int)
    assert isinstance(both[0], int)
    assert row[0] <= both[0]
    seen.append(row[0])


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    wire, database = write_wire(tmp_path / "wire.jsonl", range(1100)), tmp_path / "timeline.db"
    limit = 900_000  # bytes: room for the tables and one batch
    status, said = ingest(wire, database, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    _check_that_there_was_no_room(status, said, database, wire)
    _check_that_it_resumes(database, wire)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes. Only root may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = shutil.which("mount")
    if os.geteuid() != 0 or mount is None:
        pytest.skip("only root can mount a small disk")
    command = [mount, "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    wire, database = write_wire(tmp_path / "wire.jsonl", range(1100)), small_disk / "timeline.db"
    status, said = ingest(wire, database)
    assert "the disk is full" in said
    _check_that_there_was_no_room(status, said, database, wire)
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    _check_that_it_resumes(database, wire)


def _check_that_there_was_no_room(status: int, said: str, database: Path, wire: Path) -> None:
    (complaint,) = [line for line in said.splitlines() if line.startswith("timeline: ")]
    assert status == 1
    assert "what was stored stays, and the same command resumes" in complaint
    kept = stored_documents(database)
    assert len(kept) % 500 == 0
    assert kept.items() <= expected(wire).items()
    assert list(sound(database)) == []


def _check_that_it_resumes(database: Path, wire: Path) -> None:
    assert ingest(wire, database)[0] == 0
    assert stored_documents(database) == expected(wire)


def test_a_server_that_is_restarted_in_the_middle(tmp_path: Path) -> None:
    """At once, without asking anybody: as a crash would. One line says so, and the same command goes on."""
    path = write_wire(tmp_path / "wire.jsonl", range(ARTICLES))
    with restartable_server() as (url, restart), start_ingest(path, url) as process:
        _wait_for_articles(url)
        restart()
        said = "".join(process.communicate(timeout=300))
        if process.returncode:  # else it was between two batches, and noticed nothing
            (complaint,) = [line for line in said.splitlines() if line.startswith("timeline: ")]
            assert "has gone (stopped, restarted, or not reached): see that it runs; what was stored stays" in complaint
            assert stored_documents(url).items() <= expected(path).items()
        assert ingest(path, url)[0] == 0
        assert stored_documents(url) == expected(path)
        assert list(sound(url)) == []


def _wait_for_articles(url: str) -> None:
    """Until the first batch is stored, or being stored."""
    engine = create_engine(url)
    deadline = time.monotonic() + 60
    there = "SELECT count(*) FROM pg_tables WHERE tablename = 'document'"
    locked = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
    while time.monotonic() < deadline:
        with engine.connect() as connection:
            if connection.scalar(text(there)) and connection.scalar(text(locked)):
                break
        time.sleep(0.01)
    engine.dispose()
