"""What each command prints and stores when all is well."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import WIRE, Run
from timeline.periods import count, period
from timeline.pipeline import read_article

PUBLISHED = "2023-05-10T20:15:00+03:00"
LINE = json.dumps({"id": "dev1", "text": WIRE, "published": PUBLISHED}).encode()
PERIODS = {
    (None, None): "–",
    ("2023-05-09T00:00", "2023-05-10T00:00"): "2023-05-09",
    ("2023-05-01T00:00", "2023-06-01T00:00"): "2023-05-01 … 2023-05-31",
    ("2023-05-09T03:00", "2023-05-09T06:00"): "2023-05-09 03:00 → 06:00",
    ("2023-05-09T03:00", "2023-05-10T20:15"): "2023-05-09 03:00 → 2023-05-10 20:15",
    ("2023-05-09T03:00", None): "2023-05-09 03:00 →",
    (None, "2023-05-09T03:00"): "→ 2023-05-09 03:00",
}
COUNTS = {
    (21, 21, "exact"): "21",
    (50, 50, "approximate"): "≈ 50",
    (20, 30, "range"): "20–30",
    (101, None, "more_than"): "≥ 101",
    (20, None, "dozens"): "≥ 20 (dozens)",
    (0, 9, "fewer_than"): "≤ 9",
    (0, 0, "exact"): "0",
}
pytestmark = pytest.mark.usefixtures("three_things")


def test_extract_prints_the_gold_format(run: Run) -> None:
    outcome = run("extract", "-", stdin=LINE)
    row = json.loads(outcome.out)
    assert (outcome.status, outcome.err) == (0, "")
    assert WIRE in outcome.out  # Arabic as it is, not escaped
    assert (row["id"], row["published"], row["text"]) == ("dev1", PUBLISHED, WIRE)
    assert (
        row["times"][0]
        | {
            "id": "t1",
            "start": 5,
            "end": 17,
            "text": "فجر الثلاثاء",
            "type": "TIME",
            "value": "2023-05-09TDA",
            "mod": None,
            "signal": "since",
            "begin": "2023-05-09T03:00",
            "end_time": "2023-05-10T20:15",
        }
        == row["times"][0]
    )
    assert (
        row["figures"][0]
        | {
            "id": "f1",
            "text": "21 فلسطينياً",
            "kind": "killed",
            "low": 21,
            "high": 21,
            "qualifier": "exact",
            "scope": "incident",
            "time": "t1",
            "part_of": None,
            "categories": ["ps"],
            "source": None,
            "event": "e1",
        }
        == row["figures"][0]
    )
    assert (
        row["events"][0]
        | {
            "id": "e1",
            "text": "هجمات",
            "type": "air_strike",
            "time": "t1",
            "place": "غزة",
            "status": "asserted",
        }
        == row["events"][0]
    )


def test_extract_keeps_the_order_of_the_input(run: Run, tmp_path: Path) -> None:
    for name in ("z.txt", "a.txt"):
        (tmp_path / name).write_text(f"title: {name}\n\nx", encoding="utf-8")
    lines = run("extract", "z.txt", "-", "a.txt", stdin=LINE).out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["z.txt", "dev1", "a.txt"]


def test_ingest_twice_changes_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(f"published: {PUBLISHED}\n\n{WIRE}", encoding="utf-8")
    first, second = run("ingest", "wire.txt"), run("ingest", "wire.txt")
    found = "found 1 time, 1 figure, 1 event\n"
    assert first.out == "timeline.db: read 1 article, 1 new, 0 changed, 0 unchanged, 0 failed\n" + found
    assert second.out == "timeline.db: read 1 article, 0 new, 0 changed, 1 unchanged, 0 failed\n" + found
    assert (first.status, second.status, first.err + second.err) == (0, 0, "")


def test_ingest_counts_what_failed_and_stores_the_rest(run: Run) -> None:
    outcome = run("ingest", "missing.txt", "-", stdin=b"{\n" + LINE)
    assert outcome.status == 1
    assert "1 new, 0 changed, 0 unchanged, 2 failed" in outcome.out
    assert json.loads(run("sql", "SELECT count(*) AS n FROM documents", "--json").out) == [{"n": 1}]


def test_ingest_that_is_stopped_keeps_whole_batches(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.cli.conftest import read_three_things

    def read(document: object, anchors: object) -> object:
        if getattr(document, "id", "") == "stop":
            raise KeyboardInterrupt
        return read_three_things(document)  # type: ignore[arg-type]  # a stand-in

    monkeypatch.setattr("timeline.commands.reading.read_article", read)
    monkeypatch.setattr("timeline.commands.ingest._BATCH", 2)
    lines = [json.dumps({"id": name, "text": f"{name} {WIRE}"}).encode() for name in ("a", "b", "c", "stop")]
    outcome = run("ingest", "-", stdin=b"\n".join(lines))
    assert outcome.status == 1
    assert "2 new" in outcome.out
    assert outcome.err == "timeline: stopped; what was stored stays, and the same command resumes\n"
    assert json.loads(run("sql", "SELECT count(*) AS n FROM documents", "--json").out) == [{"n": 2}]


def test_show_prints_the_timeline_and_the_figures(run: Run) -> None:
    run("ingest", "-", stdin=LINE)
    outcome = run("show")
    assert outcome.status == 0
    for cell in ("2023-05-09 03:00 → 2023-05-10 20:15", "air_strike", "هجمات", "21 فلسطينياً", "killed", "ps"):
        assert cell in outcome.out


def test_show_says_what_to_do_with_an_empty_database(run: Run) -> None:
    run("database", "upgrade")
    outcome = run("show")
    assert (outcome.status, outcome.err) == (0, "")
    assert "timeline ingest PATH" in outcome.out


def test_show_is_limited_and_says_so(run: Run) -> None:
    lines = [json.dumps({"id": str(n), "text": f"{WIRE} {n}", "published": PUBLISHED}).encode() for n in range(41)]
    run("ingest", "-", stdin=b"\n".join(lines))
    assert run("show").out.count("40 of 41 shown; --limit 0 shows all\n") == 2
    assert run("show", "--limit", "0").out.count("air_strike") == 41


def test_figures_in_a_narrow_terminal_have_fewer_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("ingest", "-", stdin=json.dumps({"id": "folder/name.txt", "text": WIRE, "published": PUBLISHED}).encode())
    assert "name.txt" in run("show").out
    monkeypatch.setenv("COLUMNS", "80")
    narrow = run("show").out
    assert "categories" not in narrow
    assert "killed" in narrow
    assert "21 فلسطينياً" in narrow


def test_ingest_says_what_a_date_would_resolve(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.commands.reading.read_article", read_article)
    monkeypatch.setattr("timeline.commands.explain.read_article", read_article)
    lines = [{"id": "a", "text": "قتل 3 أشخاص في غارة أمس."}, {"id": "b", "text": "Three were killed."}]
    said = run("ingest", "-", stdin="\n".join(map(json.dumps, lines)).encode()).out.splitlines()[2:]
    assert said == [
        "nothing was found in 1 article; only Arabic is read",
        "2 articles have no publication date: 1 relative date in them stays unresolved; give --published",
    ]
    assert "unresolved" in run("show").out
    assert "unresolved" in run("explain", "أمس").out
    assert "unresolved" not in run("explain", "أمس", "--published", "2023-05-10").out


def test_explain_gives_its_reasons(run: Run) -> None:
    outcome = run("explain", WIRE, "--published", "10 مايو 2023 20:15", "--timezone", "Asia/Gaza")
    assert (outcome.status, outcome.err) == (0, "")
    for cell in (
        "part of day",
        "2023-05-09TDA (since)",
        "2023-05-09 03:00 → 2023-05-10 20:15",
        "killed",
        "air_strike",
    ):
        assert cell in outcome.out
    assert "was found" in run("explain", "نص").out


def test_a_terminal_shows_text_and_runs_nothing(run: Run) -> None:
    text = f"{WIRE} [red]\x1b[31m"
    run("ingest", "-", stdin=json.dumps({"text": text, "published": PUBLISHED, "title": text}).encode())
    outcome = run("sql", "SELECT title FROM documents")
    assert "[red] [31m" in outcome.out
    assert "\x1b" not in outcome.out


@pytest.mark.parametrize("what", ["figures", "events"])
@pytest.mark.parametrize("excel", [[], ["--excel"]])
def test_export_writes_what_is_stored(what: str, excel: list[str], run: Run, tmp_path: Path) -> None:
    run("ingest", "-", stdin=LINE)
    printed = run("export", "--what", what, *excel)
    written = run("export", "--what", what, "-o", "rows.csv", *excel)
    text = (tmp_path / "rows.csv").read_bytes().decode()
    assert (printed.status, written.status, written.out) == (0, 0, "")
    assert printed.out == text
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    assert row["begin"] == "2023-05-09T03:00"
    assert text.startswith("\ufeff") == bool(excel)


def test_sql_prints_a_table_csv_or_json(run: Run) -> None:
    run("database", "upgrade")
    query = "SELECT 1 AS one, NULL AS two, 'غزة' AS place UNION ALL SELECT 2, NULL, 'x'"
    assert run("sql", query, "--csv").out == "one,two,place\n1,,غزة\n2,,x\n"
    assert json.loads(run("sql", query, "--json").out)[0] == {"one": 1, "two": None, "place": "غزة"}
    assert "غزة" in run("sql", query).out
    cut = run("sql", query, "--csv", "--limit", "1")
    assert (cut.status, cut.out.count("\n")) == (0, 2)
    assert "only the first 1 rows" in cut.err


def test_search_shows_articles_by_their_words(run: Run) -> None:
    run("ingest", "-", stdin=LINE)
    assert json.loads(run("search", "شهاده", "استشهاد", "--json").out) == []
    (found,) = json.loads(run("search", '"استشهاد 21"', "غزه", "--json").out)
    assert (found["given_id"], found["snippet"].count("[")) == ("dev1", 3)
    assert "[استشهاد]" in run("search", "استشهاد").out
    assert run("search", "نعم").out == "no article holds all these words\n"
    nothing = run("search", "؟")
    assert (nothing.status, nothing.err) == (1, "timeline: there is no word to search for\n")


def test_sql_takes_a_query_a_file_or_standard_input(run: Run, tmp_path: Path) -> None:
    run("database", "upgrade")
    query = "SELECT 'غزة' AS place -- a remark\n".encode()
    (tmp_path / "q.sql").write_bytes(b"\xef\xbb\xbf" + query)
    (tmp_path / "latin.sql").write_bytes(b"SELECT '\xe9'")
    expected = "place\nغزة\n"
    assert run("sql", "--file", "q.sql", "--csv").out == expected
    assert run("sql", "-", "--csv", stdin=query).out == expected
    wrong = run("sql", "--file", "latin.sql")
    assert (wrong.status, wrong.err) == (1, "timeline: latin.sql: the query is not UTF-8 (byte 8)\n")
    assert run("sql", "--file", "none.sql").err == "timeline: none.sql: No such file or directory\n"


def test_sql_is_stopped_at_its_deadline(run: Run) -> None:
    run("database", "upgrade")
    forever = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n"
    outcome = run("sql", forever, "--timeout", "0.1")
    assert (outcome.status, outcome.out) == (1, "")
    assert "took longer than 0.1 seconds" in outcome.err


def test_the_database_is_named_by_option_or_environment(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", f"sqlite:///{tmp_path}/environment.db")
    run("ingest", "-", stdin=LINE)
    run("ingest", "-", "--database", "option.db", stdin=LINE)
    assert (tmp_path / "environment.db").exists()
    assert (tmp_path / "option.db").exists()
    assert not (tmp_path / "timeline.db").exists()


def test_database_upgrade_and_check(run: Run) -> None:
    missing = run("database", "check")
    assert missing.status == 1
    assert "there is no database timeline.db" in missing.err
    assert run("database", "upgrade").out == "timeline.db: the schema is the newest\n"
    assert run("database", "check").out == "timeline.db: the schema is the newest, the data is sound\n"


@pytest.mark.parametrize("bounds", PERIODS, ids=PERIODS.values())
def test_periods_as_people_write_them(bounds: tuple[str | None, str | None]) -> None:
    assert period(*bounds) == PERIODS[bounds]


@pytest.mark.parametrize("figure", COUNTS, ids=COUNTS.values())
def test_counts_as_people_write_them(figure: tuple[int, int | None, str]) -> None:
    assert count(*figure) == COUNTS[figure]
