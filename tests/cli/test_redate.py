"""`timeline redate`, and `timeline ingest` of the same article with its date."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import Run

UNDATED = {"id": "a", "text": "قُتل ثلاثة في غزة أمس. وأصيب خمسة مساء الأحد.", "url": "https://example.org/1"}
DATELINE = {"id": "b", "text": "رام الله 10-5-2023 وفا- قُتل ثلاثة أمس.", "published": None}
SILENT = {"id": "c", "text": "غادر الوفد أمس."}
VALUES = "SELECT d.given_id, t.value FROM time_expression t JOIN document d ON d.id = t.document_id ORDER BY 1, t.start"
WEDNESDAY = "2023-05-10T20:15+03:00"


def lines(*articles: Mapping[str, object]) -> bytes:
    return "\n".join(json.dumps(article) for article in articles).encode()


@pytest.fixture
def stored(run: Run) -> Run:
    run("ingest", "-", stdin=lines(UNDATED, DATELINE, SILENT))
    return run


def values(run: Run) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in json.loads(run("sql", VALUES, "--json").out):
        found.setdefault(row["given_id"], []).append(row["value"])
    return found


def published(run: Run, article: str) -> tuple[str | None, str | None]:
    (row,) = json.loads(
        run("sql", f"SELECT published, published_from FROM documents WHERE given_id = '{article}'", "--json").out
    )
    return row["published"], row["published_from"]


@pytest.mark.parametrize("name", ["a", "https://example.org/1", "1"])
def test_one_article_by_id_url_or_number(stored: Run, name: str) -> None:
    outcome = stored("redate", name, "--published", WEDNESDAY)
    assert outcome.status == 0
    assert "XXXX-WXX-7TEV" in outcome.out  # what changed
    assert "2023-05-07TEV" in outcome.out
    assert "1 article dated, 2 times read anew" in outcome.out
    assert values(stored)["a"] == ["2023-05-09", "2023-05-07TEV"]
    assert published(stored, "a") == ("2023-05-10T20:15:00+03:00", "given")
    assert values(stored)["c"] == ["XXXX-XX-XX"]


def test_all_whose_text_says_its_date(stored: Run) -> None:
    outcome = stored("redate")
    assert outcome.status == 0
    assert "1 article dated, 1 time read anew; 2 articles stay undated" in outcome.out
    assert values(stored)["b"] == ["2023-05-10", "2023-05-09"]
    assert published(stored, "b") == ("2023-05-10T23:59:00", "dateline")


def test_one_whose_text_says_its_date(stored: Run) -> None:
    assert stored("redate", "b", "--timezone", "Asia/Gaza").status == 0
    assert published(stored, "b") == ("2023-05-10T23:59:00+03:00", "dateline")
    outcome = stored("redate", "c")
    assert (outcome.status, outcome.out) == (1, "")
    assert "does not say when it was published" in outcome.err


def test_a_dry_run_changes_nothing(stored: Run) -> None:
    before = values(stored)
    outcome = stored("redate", "a", "--published", WEDNESDAY, "--dry-run")
    assert "2023-05-07TEV" in outcome.out
    assert "1 article would be dated" in outcome.out
    assert values(stored) == before
    assert published(stored, "a") == (None, None)


def test_a_wrong_date_is_corrected(stored: Run) -> None:
    stored("redate", "c", "--published", "2023-05-10")
    outcome = stored("redate", "c", "--published", "2024-02-01T08:00Z")
    assert "2023-05-09" in outcome.out
    assert values(stored)["c"] == ["2024-01-31"]


def test_the_same_article_ingested_with_its_date(stored: Run) -> None:
    outcome = stored("ingest", "-", stdin=lines(UNDATED | {"published": WEDNESDAY}))
    assert "1 changed" in outcome.out
    assert values(stored)["a"] == ["2023-05-09", "2023-05-07TEV"]
    stored("ingest", "-", stdin=lines(UNDATED))  # and again without: what is known stays known
    assert values(stored)["a"] == ["2023-05-09", "2023-05-07TEV"]


def test_twice_changes_nothing(stored: Run) -> None:
    stored("redate", "a", "--published", WEDNESDAY)
    assert "1 article dated, 0 times read anew" in stored("redate", "a", "--published", WEDNESDAY).out


def test_the_users_own_beginnings(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        '[anchor."hills"]\ndate = "2023-02-03"\nplaces = ["التلال"]\n', encoding="utf-8"
    )
    run("ingest", "-", stdin=lines({"id": "h", "text": "قُتل 70 شخصاً في التلال منذ بدء الحرب."}))
    run("redate", "h", "--published", WEDNESDAY, "--anchors", "mine.toml")
    assert values(run)["h"] == ["2023-02-03"]


WRONG = {
    ("redate", "--published", WEDNESDAY): (2, "needs the ARTICLE"),
    ("redate", "nobody", "--published", WEDNESDAY): (1, "there is no article 'nobody'"),
    ("redate", "99", "--published", WEDNESDAY): (1, "there is no article '99'"),
    ("redate", "9" * 40, "--published", WEDNESDAY): (1, "there is no article"),
    ("redate", "a\x00'; DROP TABLE document; --", "--published", WEDNESDAY): (1, "there is no article"),
    ("redate", "twin", "--published", WEDNESDAY): (1, "2 articles have the id 'twin'"),
    ("redate", "a", "--published", "أمس"): (2, "cannot read the publication time"),
    ("redate", "a", "--published", WEDNESDAY, "--timezone", "Asia/Nowhere"): (2, "unknown time zone"),
    ("redate", "a", "--published", WEDNESDAY, "--anchors", "none.toml"): (1, "No such file"),
    ("redate", "a", "--published", WEDNESDAY, "--database", "none.db"): (1, "there is no database none.db"),
}


@pytest.mark.parametrize(("arguments", "expected"), WRONG.items(), ids=[message for _, message in WRONG.values()])
def test_what_cannot_be_done_is_said(stored: Run, arguments: tuple[str, ...], expected: tuple[int, str]) -> None:
    stored("ingest", "-", stdin=lines(*({"id": "twin", "text": text} for text in ("أ", "ب"))))
    outcome = stored(*arguments)
    assert outcome.status == expected[0]
    assert expected[1] in outcome.err
    assert published(stored, "a") == (None, None)


def test_many_articles_are_cut_short_in_the_table(run: Run) -> None:
    run(
        "ingest",
        "-",
        stdin=lines(
            *({"id": f"n{n}", "text": f"غزة - {n}/5/2023 - قُتل {n} أمس."} | {"published": None} for n in range(1, 31))
        ),
    )
    outcome = run("redate")
    assert "40 of 60 changes shown" in outcome.out
    assert "30 articles dated, 30 times read anew" in outcome.out
