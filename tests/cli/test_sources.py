"""What `ingest` says of what failed, and how that is given back; memory, whatever comes in."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.sources.archives import WIRE, lines, zipped
from tests.web.site import Reply, Site, page

MOST = 500  # megabytes
# The most that this program had in memory; what `getrusage` tells begins with what the process that started it had.
MEASURED = """
import sys
from timeline.cli import main
try:
    main()
finally:
    most = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
    print(int(most.split()[1]) // 1024, file=sys.stderr)
"""


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    (tmp_path / "good.jsonl").write_bytes(lines(3))
    (tmp_path / "bad.jsonl").write_bytes(b"not json\n" + lines(1) + b"[1]\nneither\n")
    (tmp_path / "cut.jsonl.gz").write_bytes(gzip.compress(lines(400))[:-9])


def test_the_closing_table(run: Run) -> None:
    run("ingest", "good.jsonl")
    outcome = run("ingest", "good.jsonl", "bad.jsonl", "none.txt")
    assert outcome.status == 1
    assert "read 4 articles, 0 new, 0 changed, 3 unchanged, 1 repeated, 4 failed" in outcome.out
    table = [[cell.strip() for cell in line.split("│")[1:-1]] for line in outcome.out.splitlines() if "│" in line]
    assert table == [
        ["3", "known", "stored before, skipped"],
        ["1", "repeated", "given twice, skipped"],
        ["2", "failed", "it is not JSON: bad.jsonl, line 1"],
        ["1", "failed", "it is not a JSON object: bad.jsonl, line 3"],
        ["1", "failed", "No such file or directory: none.txt"],
    ]


def test_there_is_no_table_of_nothing(run: Run) -> None:
    outcome = run("ingest", "good.jsonl")
    assert (outcome.status, outcome.err) == (0, "")
    assert "│" not in outcome.out


def test_fail_fast_keeps_what_was_read(run: Run) -> None:
    outcome = run("ingest", "good.jsonl", "none.txt", "bad.jsonl", "--fail-fast")
    assert outcome.status == 1
    assert "read 3 articles, 3 new" in outcome.out
    assert outcome.err == "timeline: none.txt: No such file or directory; check the path and its permissions\n"
    assert run("extract", "bad.jsonl", "good.jsonl", "--fail-fast").out == ""


def test_what_failed_is_given_back(run: Run, tmp_path: Path, site: Site) -> None:
    given = ("good.jsonl", "bad.jsonl", "later.txt", site.url("/a"), "cut.jsonl.gz")
    outcome = run("ingest", *given, "--failures", "failed.list", "--allow-local")
    assert "403 new" not in outcome.out
    written = (tmp_path / "failed.list").read_text(encoding="utf-8").splitlines()
    assert [line for line in written if not line.startswith("#")] == [
        *("bad.jsonl", "later.txt", site.url("/a"), "cut.jsonl.gz")
    ]
    assert (
        written[1] == "# bad.jsonl, line 1: it is not JSON (Expecting value at character 1); write one article a line"
    )
    (tmp_path / "later.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "bad.jsonl").write_bytes(lines(1))
    (tmp_path / "cut.jsonl.gz").unlink()
    site.pages["/a"] = Reply(page())
    again = run("ingest", "failed.list", "--failures", "failed.list", "--allow-local")
    assert "2 new, 0 changed, 1 unchanged, 1 failed" in again.out
    assert (tmp_path / "failed.list").read_text(encoding="utf-8").splitlines()[2:] == ["cut.jsonl.gz"]
    assert run("extract", "good.jsonl", "--failures", "failed.list").status == 0
    assert "failed.list: there is nothing in this list" in run("ingest", "failed.list").err


def test_a_list_of_failures_that_cannot_be_written(run: Run) -> None:
    outcome = run("extract", "good.jsonl", "--failures", "none/failed.list")
    assert (outcome.status, outcome.out) == (1, "")  # before anything is read
    assert outcome.err == "timeline: none/failed.list: No such file or directory\n"
    outcome = run("extract", "good.jsonl", "--failures", "failed.txt")
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == (
        "timeline: --failures failed.txt: name a file that ends in .list, so that it can be given back\n"
    )
    assert not list(Path().glob("*failed*"))


NAMES = ["  spaces.txt", "line\nbreak.txt", "#1.txt", '"quoted".txt', "فصل\u2028السطر.txt", "  غزة.txt"]


@pytest.mark.skipif(sys.platform == "win32", reason="names of files")
def test_any_name_comes_back(run: Run, tmp_path: Path) -> None:
    names = [*NAMES, os.fsdecode(b"old\xc7.txt")]
    for name in names:
        (tmp_path / name).touch()
    run("ingest", *names, "-", "--failures", "failed.list", stdin=b"\x89PNG\x00\x01\x02\xff")
    lines = (tmp_path / "failed.list").read_text(encoding="utf-8").splitlines()
    assert lines[1] == "# spaces.txt: it is empty"
    assert lines[2] == '"  spaces.txt"'
    assert [line for line in lines if "stdin" in line] == [lines[-1]]
    assert lines[-1].startswith("# stdin: ")
    for name in names:
        (tmp_path / name).write_text(WIRE, encoding="utf-8")
    assert "read 7 articles" in run("ingest", "failed.list").out


def test_many_failures_are_counted_not_listed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "all.jsonl").write_bytes(b"not json\n" * 5_000)
    outcome = run("extract", "all.jsonl")
    assert outcome.status == 1
    assert outcome.err.count("\n") == 101
    assert "… and 4900 more like these" in outcome.err


def test_an_address_of_this_machine(run: Run, site: Site) -> None:
    site.pages["/a"] = Reply(page())
    refused = run("ingest", site.url("/a"))
    assert refused.status == 1
    assert "is an address of your own machine or network (127.0.0.1); give --allow-local" in refused.err
    assert "1 new" in run("ingest", site.url("/a"), "--allow-local").out
    assert "1 unchanged" in run("ingest", site.url("/a"), "--allow-local").out


def _long_line(path: Path, length: int = 100_000_000) -> None:
    """One line, of which the file system keeps nothing; the article after it is read."""
    with path.open("wb") as stream:
        stream.truncate(length)
        stream.seek(0, 2)
        stream.write(b"\n" + lines(1))


def _two_gigabytes(path: Path) -> None:
    _long_line(path, 2_000_000_000)


def _gzip_of_nothing(path: Path) -> None:
    with gzip.open(path, "wb", compresslevel=1) as stream:
        for _ in range(150):
            stream.write(bytes(1_000_000))


def _zip_of_nothing(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number in range(2):
            archive.writestr(f"{number}.txt", bytes(60_000_000))


def _deep(path: Path) -> None:
    words = f"<p>{WIRE}</p>"
    path.write_text(f"<html><body>{words}{'<div>' * 10_000}{words}{'</div>' * 10_000}</body></html>", encoding="utf-8")


def _long_line_of_a_web_archive(path: Path) -> None:
    with path.open("wb") as stream:
        stream.write(b"WARC/1.0\r\nWARC-Type: ")
        stream.truncate(200_000_000)


def _many_empty_files(path: Path) -> None:
    path.write_bytes(zipped({f"{number}.txt": b"" for number in range(1_000)}))


HOSTILE = {
    "line.jsonl": (_two_gigabytes, "line 1: a line is longer than 8 MB", 1),
    "line.csv": (_long_line, "a line is longer than 8 MB", 0),
    "line.txt": (_long_line, "it is larger than 5 MB", 0),
    "line.warc": (_long_line_of_a_web_archive, "it holds no lines", 0),
    "bomb.jsonl.gz": (_gzip_of_nothing, "it unpacks to more than 200 times its size", 0),
    "bomb.html.gz": (_gzip_of_nothing, "it is larger than 5 MB", 0),
    "bomb.zip": (_zip_of_nothing, "it is larger than 5 MB", 0),
    "deep.html": (_deep, "", 1),
    "many.zip": (_many_empty_files, "it is empty", 0),
}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the memory of a process is read as on Linux")
def test_memory_stays_small_and_the_rest_is_read(tmp_path: Path) -> None:
    for name, (write, _, _) in HOSTILE.items():
        write(tmp_path / name)
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "extract", *HOSTILE, "good.jsonl", "--failures", "failed.list"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    megabytes = int(done.stderr.splitlines()[-1])
    assert megabytes < MOST
    assert "Traceback" not in done.stderr
    for name, (_, why, _) in HOSTILE.items():
        assert not why or any(line.startswith(f"timeline: {name}") and why in line for line in done.stderr.splitlines())
    assert len(done.stdout.splitlines()) == sum(count for _, _, count in HOSTILE.values()) + 3
    listed = (tmp_path / "failed.list").read_text(encoding="utf-8").splitlines()
    assert [line for line in listed if not line.startswith("#")] == [name for name in HOSTILE if HOSTILE[name][1]]
