"""Whatever bytes come in: the article, or one line that says why there is none; never anything else."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import run as run  # noqa: PLC0414  # a fixture

TEXT = "قُتل 21 شخصاً في غارة على غزة فجر الثلاثاء، بحسب وزارة الصحة.\n"
MILLION = 1_000_000
# Encodings in which Arabic comes, with what tells them apart: the file holds the text, and it is read.
ENCODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8 with its mark": TEXT.encode("utf-8-sig"),
    "utf-16, little end first": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "utf-16, big end first": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "utf-32, little end first": b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"),
    "utf-32, big end first": b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"),
    "the old Arabic code page": TEXT.replace("ُ", "").encode("cp1256"),
    "carriage returns": TEXT.replace("\n", "\r\n").encode(),
    "a NUL in it": ("\x00" + TEXT).encode(),
    "hamza and vowels apart": TEXT.replace("ؤ", "و\u0654").encode(),
    "both directions": f"\u202b{TEXT}\u202c".encode(),
    "isolated numbers": TEXT.replace("21", "\u206621\u2069").encode(),
    "full-width digits": TEXT.replace("21", "２１").encode(),
    "Arabic digits": TEXT.replace("21", "٢١").encode(),
}
REFUSED = {
    "empty": b"",
    "blank": b" \r\n\t\n",
    "utf-16 of an odd length": b"\xff\xfe\x00",
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "zeros": bytes(5000),
    "random": bytes((n * 7919) % 251 for n in range(5000)),
    "an executable": b"\x7fELF\x02\x01\x01" + bytes(200),
    "a zip": b"PK\x03\x04" + bytes(range(200)),
    "escapes of a terminal": b"\x1b[2J\x1b]0;x\x07" * 40,
}
# Texts that are too much of something: each is read within a few seconds.
TOO_MUCH = {
    "one line of 10 MB": "غرغر " * 1_100_000 + TEXT,
    "10 MB without a space": "غ" * 5_000_000,
    "nested brackets": "(" * (MILLION // 2) + ")" * (MILLION // 2),
    "nested quotation marks": "«" * 100_000 + "»" * 100_000,
    "a number of 5,000 digits": "قُتل " + "7" * 5_000 + " شخصاً",
    "a number of a million digits": "7" * MILLION,
    "a date of many parts": "1/" * 50_000 + "2023",
    "vowels without a letter": "\u064e" * MILLION,
    "a letter with many vowels": "غ" + "\u0651" * MILLION,
    "invisible marks": "\u200f\u202a" * (MILLION // 2),
    "line ends": "\n" * MILLION + TEXT,
    "carriage returns": "\r" * MILLION + TEXT,
    "presentation forms": "ﷺ" * 100_000,
    "combining letters": "\u0627\u0653" * 300_000,
    "emoji": "👩‍👩‍👧" * 100_000,
}


def in_lines(text: str) -> bytes:
    return json.dumps({"id": "1", "published": "2023-05-10T20:15+03:00", "text": text}).encode()


@pytest.mark.parametrize("raw", ENCODINGS.values(), ids=ENCODINGS)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a"])
def test_a_text_in_any_encoding(raw: bytes, name: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(raw)
    outcome = run("extract", name, "--published", "2023-05-10T20:15+03:00")
    assert (outcome.status, outcome.err) == (0, "")
    found = json.loads(outcome.out)
    assert [time["value"] for time in found["times"]] == ["2023-05-09TDA"]
    assert [figure["low"] for figure in found["figures"]] == [21]


@pytest.mark.parametrize("raw", REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.jsonl", "a.csv", "a.tsv", "a.html", "a.parquet"])
def test_what_is_no_article(raw: bytes, name: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(raw)
    (tmp_path / "good.jsonl").write_bytes(in_lines(TEXT))
    outcome = run("extract", name, "good.jsonl")
    assert outcome.status == 1
    assert [json.loads(line)["id"] for line in outcome.out.splitlines()] == ["1"]
    assert all(line.startswith(f"timeline: {name}") for line in outcome.err.splitlines())
    assert not any(sign in outcome.err for sign in "\x1b\x07\x00")


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
def test_a_text_of_too_much(text: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(in_lines(text))
    begin = time.process_time()
    outcome = run("extract", "a.jsonl")
    assert time.process_time() - begin < 30
    refused = ("has no text", "which no article is")
    assert outcome.status == 0 or any(why in outcome.err for why in refused)


@pytest.mark.parametrize(
    "line",
    [
        "[" * MILLION,
        '{"a":' * MILLION,
        '{"text": "x", "id": ' + "7" * 5_000 + "}",
        '{"text": "x", "published": ' + "7" * 5_000 + "}",
        '{"text": "x", "id": 1e999}',
        '{"text": "x", "id": NaN}',
        '{"text": ["x"]}',
        '{"text": "x", "published": "' + "9" * 5_000 + '"}',
        '{"text": "x", "published": "' + "(" * 5_000 + '"}',
        '{"text": "\\ud800\\u0000"}',
        '{"text": "x", "id": "\\ud800"}',
        "\ufeff" * 5 + "{}",
    ],
    ids=lambda line: repr(line[:40]),
)
def test_a_line_of_json(line: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f"{line}\n", "utf-8")
    with (tmp_path / "a.jsonl").open("ab") as file:
        file.write(in_lines(TEXT))
    begin = time.process_time()
    outcome = run("extract", "a.jsonl")
    assert time.process_time() - begin < 5
    assert json.loads(outcome.out.splitlines()[-1])["id"] == "1"
    assert (outcome.status == 0) == (len(outcome.out.splitlines()) == 2)
    assert len(outcome.err.splitlines()) == outcome.status
    assert len(outcome.err) < 400
