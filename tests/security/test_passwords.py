"""No password of a database is printed or told, whatever goes wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.conftest import run as run  # noqa: PLC0414  # a fixture
from timeline.commands.terminal import guarded
from timeline.store.opening.database import open_database
from timeline.store.opening.passwords import without_passwords
from timeline.store.opening.problems import DatabaseProblem

SECRET = "hunter2"
SHOWN = {
    "postgresql://ada:hunter2@host/news": "postgresql://ada:***@host/news",
    "the database postgresql+psycopg://ada:hunter2@host:1/news answered": "the database postgresql+psycopg://ada:***@host:1/news answered",
    "postgresql://ada:hun:ter@hunter2/@host/news": "postgresql://ada:***@host/news",
    "postgresql://:hunter2@host/news": "postgresql://:***@host/news",
    "postgresql:/ada:hunter2@host/news": "postgresql:/ada:***@host/news",
    "postgresql://host/news?user=ada&password=hunter2&a=b": "postgresql://host/news?user=ada&password=***&a=b",
    "postgresql://host/news?sslpassword=hunter2": "postgresql://host/news?sslpassword=***",
    "connection info: host=x password=hunter2 user=ada": "connection info: host=x password=*** user=ada",
    "PASSWORD = 'hunter 2'": "PASSWORD = ***",
}
SAME = [
    *("timeline.db", "/data/news.db", "C:\\news.db", "postgresql://ada@host/news", "postgresql://host:5432/news"),
    *("sqlite:////data/a@b.db", "غزة: 21 قتيلاً", "ada@example.org wrote: no", "password authentication failed for ada"),
]

URLS = {
    "nobody answers": "postgresql://ada:hunter2@127.0.0.1:1/news",
    "no such host": "postgresql://ada:hunter2@host.invalid/news",
    "as a parameter": "postgresql://127.0.0.1:1/news?user=ada&password=hunter2",
    "unknown parameter": "postgresql://ada:hunter2@127.0.0.1:1/news?nonsense=1",
    "certificate": "postgresql://ada@127.0.0.1:1/news?sslcert=x&sslkey=y&sslpassword=hunter2",
    "no number": "postgresql://ada:hunter2@host:port/news",
    "another kind": "mysql://ada:hunter2@host/news",
    "one slash": "postgresql:/ada:hunter2@host/news",
    "no scheme": "//ada:hunter2@host/news",
    "a space before it": " postgresql://ada:hunter2@host/news",
    "a null": "postgresql://ada:hunter2@host/ne\x00ws",
    "a line end": "postgresql://ada:hunter2@host/ne\nws",
    "sqlite with a host": "sqlite://ada:hunter2@host/news",
}
COMMANDS = (
    *("ingest a.jsonl", "show", "search x", "tolls", "export", "sql x", "reread", "redate", "dashboard"),
    *("database upgrade", "database check", "database backup x.dump", "review list"),
)


@pytest.mark.parametrize(("text", "shown"), SHOWN.items())
def test_a_password_is_hidden(text: str, shown: str) -> None:
    assert without_passwords(text) == shown


@pytest.mark.parametrize("text", SAME)
def test_what_has_none_is_shown_as_it_is(text: str) -> None:
    assert without_passwords(text) == text


CASES = {
    f"{command}, {name}": (command, URLS[name])
    for command in COMMANDS
    for name in (URLS if command in ("ingest a.jsonl", "show") else ("as a parameter", "one slash"))
}


@pytest.mark.parametrize(("command", "url"), CASES.values(), ids=CASES)
def test_no_command_tells_it(command: str, url: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "قتل 3 أشخاص الثلاثاء"}', "utf-8")
    outcome = run(*command.split(), "--database", url)
    assert outcome.status == 1
    assert SECRET not in outcome.out + outcome.err
    assert len(outcome.err.strip().splitlines()) == 1


@pytest.mark.parametrize("url", URLS.values(), ids=URLS)
def test_nor_does_the_error_itself(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DatabaseProblem) as caught:
        open_database(url)
    assert SECRET not in str(caught.value)
    assert SECRET not in repr(caught.value)


def test_nor_an_error_that_nobody_expected(capsys: pytest.CaptureFixture[str]) -> None:
    @guarded
    def command() -> int:
        raise RuntimeError("cannot reach postgresql://ada:hunter2@host/news")

    with pytest.raises(BaseException, match="1"):
        command()
    assert capsys.readouterr().err.startswith("timeline: unexpected RuntimeError: cannot reach postgresql://ada:***@")
