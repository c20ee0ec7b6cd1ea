"""`timeline extract --output` and `timeline load`: a file for each input, whatever reads it, and one database."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tests.bulk.corpus import TEXT, rows, timeline, write_corpus, written
from tests.cli.conftest import Run


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_corpus(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def alone(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus read by one process."""
    folder = tmp_path_factory.mktemp("alone")
    status, _, err = timeline("extract", corpus, "--output", folder, "--workers", "1")
    assert (status, err.count("it has no text")) == (1, 10)
    return folder


def test_a_file_for_each_input_and_row_group(alone: Path) -> None:
    stems = [path.stem.rpartition("-")[0] for path in sorted(alone.iterdir())]
    assert stems == ["000", "001", "002", "003", "table-00000", "table-00001", "table-00002", "texts"]
    assert len(rows(alone)) == 4 * 30 + 30 + 5


def test_every_row_of_a_table_keeps_its_number(alone: Path) -> None:
    ids = [row["id"] for row in rows(alone) if "table" in row["id"]]
    assert [each.rpartition("table.parquet")[2].lstrip(", row:") for each in ids] == [str(n) for n in range(1, 31)]
    assert [row["problem"] is None for row in rows(alone) if "table" in row["id"]] == [n % 3 != 0 for n in range(30)]


def test_two_processes_write_the_same_bytes(corpus: Path, alone: Path, tmp_path: Path) -> None:
    assert timeline("extract", corpus, "--output", tmp_path / "two", "--workers", "2")[0] == 1
    assert written(tmp_path / "two") == written(alone)


def test_the_articles_are_those_of_extract(corpus: Path, alone: Path) -> None:
    lines = [json.loads(line) for line in timeline("extract", corpus)[1].splitlines()]
    read = {row["id"]: row for row in rows(alone) if row["problem"] is None}
    assert len(read) == len(lines)
    for line in lines:
        row = read[line["id"]]
        for name in ("text", "published", "url", "title", "outlet", "published_from"):
            assert row[name] == line[name]
        for name in ("times", "figures", "events"):
            spans = [(each["id"], each["start"], each["end"], each["text"]) for each in row[name]]
            assert spans == [(each["id"], each["start"], each["end"], each["text"]) for each in line[name]]


def test_loading_is_ingesting(corpus: Path, alone: Path, tmp_path: Path) -> None:
    loaded, ingested = tmp_path / "loaded.db", tmp_path / "ingested.db"
    assert timeline("load", alone, "--database", loaded)[0] == 1
    assert timeline("ingest", corpus, "--database", ingested)[0] == 1
    assert len(_documents(loaded)) == 4 * 30 + 20 + 5
    assert _documents(loaded) == _documents(ingested)
    status, out, _ = timeline("load", alone, "--database", loaded)
    assert (status, "0 new, 0 changed, 145 unchanged, 10 failed" in out) == (1, True)


def _documents(database: Path) -> list[tuple[object, ...]]:
    """Every article with the hash of all that was read in it, and how many rows it has."""
    columns = "given_id, url, text_sha256, reading_sha256, published, published_offset, folded"
    counts = (
        f"(SELECT count(*) FROM {each} WHERE document_id = d.id)" for each in ("time_expression", "figure", "event")
    )
    with closing(sqlite3.connect(database)) as connection:
        return list(connection.execute(f"SELECT {columns}, {', '.join(counts)} FROM document d ORDER BY text"))


def test_what_is_there_is_not_read_again(run: Run, tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "corpus", files=2)
    assert run("extract", "corpus", "--output", "out", "--workers", "1").status == 1
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    left = tmp_path / "out" / f".{min(before).stem}.host.1.part"
    left.write_bytes(b"left by a run that was killed")
    again = run("extract", "corpus", "--output", "out", "--workers", "1")
    assert again.out == "out: 85 articles, 10 failed, 6 files there already\n"
    assert again.err.count("it has no text") == 10
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()} == before
    (corpus / "wire" / "001.jsonl").write_text(json.dumps({"text": "قتل 7 أشخاص في غزة"}) + "\n", "utf-8")
    changed = run("extract", "corpus", "--output", "out", "--workers", "1")
    assert changed.out == "out: 56 articles, 10 failed, 5 files there already\n"
    assert before.keys() == set((tmp_path / "out").iterdir())


@pytest.mark.parametrize(
    "options", [["--published", "2024-05-14"], ["--timezone", "Asia/Gaza"], ["--title-column", "headline"]]
)
def test_other_options_are_another_reading(run: Run, options: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "قتل 7 أشخاص فجر الثلاثاء"}', "utf-8")
    assert run("extract", "a.jsonl", "--output", "out").out == "out: 1 article, 0 failed\n"
    assert run("extract", "a.jsonl", "--output", "out", *options).out == "out: 1 article, 0 failed\n"
    assert run("extract", "a.jsonl", "--output", "out", *options).out.endswith("1 file there already\n")
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_patterns_and_lists_name_files(run: Run, tmp_path: Path) -> None:
    for name in ("a1", "a2", "b1"):
        (tmp_path / f"{name}.jsonl").write_text('{"text": "قتل 7 أشخاص فجر الثلاثاء"}', "utf-8")
    (tmp_path / "some.list").write_text("# two\na1.jsonl\nb1.jsonl\n")
    assert run("extract", "a*.jsonl", "--output", "out").out == "out: 2 articles, 0 failed\n"
    assert run("extract", "some.list", "--output", "out").out.endswith("2 articles, 0 failed, 1 file there already\n")


def test_hundreds_of_small_files_make_a_few(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(600):
        (folder / f"{number}.txt").write_text(f"{TEXT} {number}", "utf-8")
    assert run("extract", "texts", "--output", "out").out == "out: 600 articles, 0 failed\n"
    assert 2 <= len(list((tmp_path / "out").iterdir())) <= 16
    (folder / "new.txt").write_text(TEXT, "utf-8")
    assert run("extract", "texts", "--output", "out").out.startswith("out: 601 articles, 0 failed, 15 files there")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.parquet", b"PAR1 and no more", "it is not a whole Parquet file"),
        ("a.jsonl", b"\xff\xfe\x00", ""),
        ("a.jsonl", b"{", "it is not JSON"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, "its bytes are not text"),
        ("a.csv", b"x,y\n1,2\n", "it has no column 'text'"),
        ("a.jsonl", b'{"text": "\\ud800 \\u0000 x", "id": "\\udfff"}', None),
        ("قصف\udcff.jsonl", '{"text": "قتل 3 في غزة"}\n{'.encode(), "it is not JSON"),
    ],
    ids=["parquet", "UTF-16", "cut short", "bytes", "columns", "surrogates", "name"],
)
def test_bad_input_is_one_line_and_hides_no_other(
    run: Run, name: str, content: bytes, said: str | None, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / os.fsdecode(name.encode("utf-8", "surrogateescape"))).write_bytes(content)
    (tmp_path / "in" / "good.jsonl").write_text('{"text": "قتل 7 أشخاص فجر الثلاثاء"}', "utf-8")
    found = run("extract", "in", "--output", "out")
    assert found.status == (0 if said is None else 1)
    assert said is None or (said in found.err and found.err.count("\n") == 1)
    assert any(row["text"] == "قتل 7 أشخاص فجر الثلاثاء" for row in rows(tmp_path / "out"))


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["extract", "-", "--output", "out"], 2, "standard input and addresses cannot be read in parts"),
        (["extract", "missing", "--output", "out"], 2, "there is no such file or folder"),
        (["extract", "empty", "--output", "out"], 2, "there are no articles to read"),
        (["extract", "no*.jsonl", "--output", "out"], 2, "there are no articles to read"),
        (["extract", "https://example.org/a", "--output", "out"], 2, "addresses cannot be read in parts"),
        (["extract", "itself.list", "--output", "out"], 2, "not other lists"),
        (["extract", "bytes.list", "--output", "out"], 2, "its bytes are not text"),
        (["extract", "a.jsonl", "--output", "out", "--fail-fast"], 2, "do not go with --output"),
        (["extract", "a.jsonl", "--output", "a.jsonl"], 1, "cannot write a.jsonl (File exists)"),
        (["extract", "a.jsonl", "--scheduler", "tcp://localhost:1"], 2, "need --output FOLDER"),
        (["extract", "a.jsonl", "--output", "o", "--local-cluster", "2", "--workers", "2"], 2, "give one of --workers"),
        (["extract", "a.jsonl", "--output", "o", "--scheduler", "nonsense://x"], 1, "no scheduler answers at nonsense"),
        (["load", "missing"], 2, "there is no such file or folder"),
        (["load", "empty"], 2, "nothing to load is there"),
        (["load", "a.jsonl"], 1, "it is not a whole Parquet file"),
        (["load", "foreign.parquet"], 1, "timeline extract --output has not written it"),
    ],
)
def test_what_cannot_be_done_is_said(run: Run, arguments: list[str], status: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "قتل 7 أشخاص"}', "utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "itself.list").write_text("itself.list")
    (tmp_path / "bytes.list").write_bytes(bytes(range(256)) * 9)
    (write_corpus(tmp_path / "c", files=1) / "table.parquet").rename(tmp_path / "foreign.parquet")
    found = run(*arguments)
    assert found.status == status
    assert said in " ".join(found.err.replace("│", " ").split())


def test_a_file_cut_short_is_read_as_far_as_it_goes(run: Run, alone: Path, tmp_path: Path) -> None:
    """Its footer is gone, so nothing of it is loaded, and it is named; the others are."""
    folder = tmp_path / "out"
    folder.mkdir()
    for path in alone.iterdir():
        content = path.read_bytes()
        (folder / path.name).write_bytes(content[:-100] if path.name.startswith("001") else content)
    found = run("load", "out", "--database", "t.db")
    assert found.status == 1
    assert "001-" in found.err
    assert "read 115 articles" in found.out
    assert pq.read_metadata(next(folder.glob("002*"))).num_rows == 30
