"""Dask: a worker, or the client, that is killed in mid-run costs a rerun and never a row."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bulk.corpus import start, timeline, write_corpus, written

psutil = pytest.importorskip("psutil", reason="the extra `dask` is not installed")
pytest.importorskip("distributed", reason="the extra `dask` is not installed")
FILES = 60


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus"), files=FILES, articles=40)


@pytest.fixture(scope="module")
def alone(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one process writes."""
    folder = tmp_path_factory.mktemp("alone")
    timeline("extract", corpus, "--output", folder, "--workers", "1")
    return written(folder)


def _whole(folder: Path) -> int:
    return len(list(folder.glob("[!.]*.parquet")))


def _when_begun(process: subprocess.Popen[str], folder: Path) -> None:
    """Waits until some files are written, and others are not."""
    deadline = time.monotonic() + 120
    while _whole(folder) < 3:
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _workers(process: subprocess.Popen[str]) -> Iterator[int]:
    for child in psutil.Process(process.pid).children(recursive=True):
        if "spawn_main" in " ".join(child.cmdline()):
            yield child.pid


def test_a_worker_is_killed_in_mid_run(corpus: Path, alone: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with start("extract", corpus, "--output", folder, "--local-cluster", "2") as process:
        _when_begun(process, folder)
        victims = list(_workers(process))
        assert len(victims) == 2
        os.kill(victims[0], signal.SIGKILL)
        assert _whole(folder) < len(alone), "it was over before anything was killed"
        out, err = process.communicate(timeout=300)
    assert process.returncode == 1
    assert out.startswith(f"{folder}: ")
    assert [line for line in err.splitlines() if "it has no text" not in line] == []
    assert written(folder) == alone


def test_the_scheduler_is_lost_and_another_goes_on(corpus: Path, alone: dict[str, str], tmp_path: Path) -> None:
    folder, address = tmp_path / "out", f"tcp://127.0.0.1:{_free_port()}"
    with (
        _dask("scheduler", "--host", address) as scheduler,
        _dask("worker", address, "--nthreads", "1"),
        start("extract", corpus, "--output", folder, "--scheduler", address) as process,
    ):
        _when_begun(process, folder)
        scheduler.kill()
        out, err = process.communicate(timeout=300)
    assert _whole(folder) < len(alone)
    assert (process.returncode, out) == (1, "")
    assert err == (
        "timeline: the scheduler was lost; what was written stays, and the same command goes on from there\n"
    )
    assert timeline("extract", corpus, "--output", folder, "--workers", "2")[0] == 1
    assert written(folder) == alone


@contextmanager
def _dask(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A `dask` command, which is ended with the block."""
    command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:], "--no-dashboard"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_client_is_killed_and_run_again(corpus: Path, alone: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "out"
    command = ("extract", corpus, "--output", folder, "--local-cluster", "2")
    with start(*command) as process:
        _when_begun(process, folder)
        workers = list(_workers(process))
        process.kill()
        process.wait()
    deadline = time.monotonic() + 60
    while any(psutil.pid_exists(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not any(map(psutil.pid_exists, workers)), "workers without a client are no use"
    there = _whole(folder)
    assert there < len(alone)
    status, out, _ = timeline(*command)
    assert status == 1
    assert f"{there} files there already" in out
    assert written(folder) == alone
