"""What only a process of its own can show: how fast it starts, a pipe that closes, Ctrl-C, another locale."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from timeline.cli import main; main()"]
SLOW = {
    "sqlmodel",
    "sqlalchemy",
    "alembic",
    "dateparser",
    "streamlit",
    "altair",
    "pandas",
    "babel",
    "httpx",
    "feedparser",
    "trafilatura",
}


def environment(**settings: str) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT)} | settings


def test_help_loads_nothing_slow() -> None:
    script = (
        "import sys\nfrom timeline.cli import main\nsys.argv = ['timeline', '--help']\n"
        "try: main()\nexcept SystemExit: print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment(), capture_output=True, text=True, check=True, timeout=60
    )
    assert "ingest" in done.stdout
    assert not SLOW & set(done.stdout.split())


@pytest.mark.parametrize("command", [COMMAND, [sys.executable, "-m", "timeline"]], ids=["timeline", "python -m"])
def test_version_is_printed(command: list[str]) -> None:
    done = subprocess.run(
        [*command, "--version"], env=environment(), capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stderr == ""
    assert done.stdout.startswith("timeline ")


def test_a_pipe_that_closes_ends_quietly(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    lines.write_text(json.dumps({"text": "قتل " * 250}) + "\n", encoding="utf-8")
    many = lines.read_text(encoding="utf-8") * 2000
    lines.write_text(many, encoding="utf-8")
    process = subprocess.Popen(
        [*COMMAND, "extract", str(lines)], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert (process.wait(timeout=60), said) == (0, b"")


def test_show_into_a_pipe_that_closes_ends_quietly(tmp_path: Path) -> None:
    lines = tmp_path / "many.jsonl"
    texts = [{"id": str(n), "text": f"قتل {n} أشخاص في غارة على غزة يوم 3 مايو 2023."} for n in range(3, 400)]
    lines.write_text("\n".join(map(json.dumps, texts)), encoding="utf-8")
    database = ["--database", str(tmp_path / "many.db")]
    subprocess.run([*COMMAND, "ingest", str(lines), *database], env=environment(), check=True, capture_output=True)
    process = subprocess.Popen(
        [*COMMAND, "show", "--limit", "0", *database],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_dashboard_ends_with_the_command(tmp_path: Path) -> None:
    database = ["--database", str(tmp_path / "timeline.db")]
    subprocess.run([*COMMAND, "database", "upgrade", *database], env=environment(), check=True, capture_output=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [*COMMAND, "dashboard", "--port", str(port), *database],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        deadline = time.monotonic() + 60
        while not _answers(port):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.2)
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
        assert not _answers(port)
    finally:
        process.kill()
        process.wait()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_is_one_line(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "ingest", "-", "--database", str(tmp_path / "timeline.db")],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdin
        process.stdin.write(b'{"text": "x"}\n')
        process.stdin.flush()
        while not (tmp_path / "timeline.db").exists():
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.stderr
        said = process.stderr.read().decode()
    assert process.returncode == 1
    assert said.startswith("timeline: stopped")
    assert said.count("\n") == 1


def test_arabic_leaves_as_utf_8_whatever_the_locale() -> None:
    done = subprocess.run(
        [*COMMAND, "extract", "-"],
        env=environment(LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"),
        input='{"id": "غزة", "text": "غزة"}'.encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert json.loads(done.stdout.decode())["id"] == "غزة"


def test_a_machine_whose_locale_has_no_arabic(tmp_path: Path) -> None:
    """Files, databases and arguments named in Arabic, where Python is told to know ASCII alone."""
    (tmp_path / "مقالات").mkdir()
    (tmp_path / "مقالات" / "خبر.txt").write_text(
        "published: 2023-05-10T20:15:00+03:00\n\nقتل 3 أشخاص فجر الثلاثاء.", "utf-8"
    )
    plain = environment(LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", COLUMNS="200")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [*COMMAND, *arguments], env=plain, cwd=tmp_path, capture_output=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
        return (done.stdout + done.stderr).decode()

    assert "قاعدة.db: read 1 article, 1 new" in run("ingest", "مقالات", "--database", "قاعدة.db")
    query = "SELECT text FROM reported_figures WHERE sentence LIKE '%أشخاص%'"
    assert "3 أشخاص" in run("sql", "--database", "قاعدة.db", query)
    run("export", "--database", "قاعدة.db", "--output", "خروج.csv")
    assert "فجر الثلاثاء" in (tmp_path / "خروج.csv").read_text("utf-8-sig")
    assert "2023-05-09" in run("explain", "فجر الثلاثاء", "--published", "2023-05-10")
