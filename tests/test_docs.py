"""The documentation says what is there, and all of it."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest
from sqlalchemy import TableClause
from typer.main import get_command

from timeline.cli import app
from timeline.export.formats import FORMATS
from timeline.pipeline import read_article
from timeline.sources import read_documents
from timeline.sql import run_query
from timeline.store.opening.database import open_database
from timeline.store.views import rows as views
from timeline.store.views.schema import PUBLIC
from timeline.store.writing.save import save
from timeline.tolls.identity import Basis
from timeline.tolls.order import Standing
from timeline.tolls.rules import NAMES as RULES
from timeline.tolls.values import FlagName
from timeline.values import Document, Role

ROOT = Path(__file__).parent.parent
PAGES = [
    *("README.md", "CHANGELOG.md", "docs/reading.md", "docs/columns.md", "docs/schema.md", "docs/database.md"),
    *("docs/tolls.md", "docs/development.md", "docs/sources.md", "docs/reliability.md", "docs/deploy.md"),
    *("docs/performance.md", "docs/scale.md", "SECURITY.md"),
]
README = (ROOT / "README.md").read_text("utf-8")
READING = (ROOT / "docs/reading.md").read_text("utf-8")
COLUMNS = (ROOT / "docs/columns.md").read_text("utf-8")
DATABASE = (ROOT / "docs/database.md").read_text("utf-8")
READING_PUBLISHED = datetime.fromisoformat("2024-05-14T21:10:00+03:00")  # as docs/reading.md says


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """`timeline ingest`, `timeline database upgrade`, … with what typer made of them."""
    children: dict[str, Any] = getattr(command, "commands", {})
    if not children:
        yield name, command
    for child, below in children.items():
        yield from commands(below, f"{name} {child}")


def script(name: str) -> ModuleType:
    """A program of docs/, which belongs to no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / f"docs/{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCHEMA = script("schema")
PUBLIC_VIEWS = [view for view in vars(views).values() if isinstance(view, TableClause)]
COMMANDS = dict(commands(get_command(app), "timeline"))
OPTIONS = {
    option
    for command in COMMANDS.values()
    for parameter in command.params
    for option in [*parameter.opts, *parameter.secondary_opts]
}


def shell_blocks(page: str) -> str:
    """The lines of every fenced block that is marked as shell, without their comments."""
    blocks = re.findall(r"^```sh\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    return re.sub(r" *#.*", "", "\n".join(blocks))


def code(page: str) -> str:
    """Everything that stands in backticks or in shell blocks, one piece a line."""
    return "\n".join([shell_blocks(page), *re.findall(r"(?<!`)`([^`\n]+)`(?!`)", page)])


def rows(page: str, header: str) -> list[list[str]]:
    """The cells of the table that begins with `header`."""
    lines = iter(page.splitlines())
    body = next(lines for line in lines if line == header)
    next(body)
    table = []
    for line in body:
        if not line.startswith("|"):
            break
        table.append([cell.strip() for cell in line.strip("|").split("|")])
    return table


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_mentions_command(command: str) -> None:
    assert re.search(rf"`{command}\b", README)


@pytest.mark.parametrize("page", PAGES)
def test_documented_commands_exist(page: str) -> None:
    for name in re.findall(r"\btimeline (?:database |review )?[a-z]+", code((ROOT / page).read_text("utf-8"))):
        groups = {command.rpartition(" ")[0] for command in COMMANDS}
        assert name in COMMANDS or name in groups, f"{page} speaks of `{name}`"


def test_documented_options_exist() -> None:
    assert set(re.findall(r"(?<=`)--[a-z-]+", README)) <= OPTIONS | {"--help"}


@pytest.mark.parametrize("page", PAGES)
def test_documented_make_targets_exist(page: str) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    for target in re.findall(r"^make ([a-z]+)", code((ROOT / page).read_text("utf-8")), re.MULTILINE):
        assert target in targets, f"{page} speaks of make {target}"


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert (ROOT / page).parent.joinpath(target).exists(), f"{page} links to {target}"


@pytest.mark.parametrize("view", PUBLIC_VIEWS, ids=lambda view: view.name)
def test_view_is_documented_column_by_column(view: TableClause) -> None:
    (table,) = (each for each in PUBLIC.values() if each.view.name == view.name)
    assert [column.name for column in table.columns] == list(view.columns.keys())
    assert all(column.description for column in table.columns)


def test_schema_page_is_what_the_descriptions_say() -> None:
    assert (ROOT / "docs/schema.md").read_text("utf-8") == SCHEMA.page(), "run: python docs/schema.py"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make demo` reads."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    engine = open_database(path)
    documents = [each for each in read_documents([str(ROOT / "examples")]) if isinstance(each, Document)]
    save(engine, map(read_article, documents), READING_PUBLISHED, "1")
    engine.dispose()
    return path


@pytest.mark.parametrize("name", PUBLIC)
def test_example_of_a_view_is_answered(name: str, demo: Path) -> None:
    engine = open_database(demo)
    answer = run_query(engine, PUBLIC[name].example)
    engine.dispose()
    assert answer.rows


def test_queries_for_other_tools_are_answered(demo: Path) -> None:
    queries = re.findall(r'"(?:[^"]*[;=] ?)?(SELECT [^"]*)"', shell_blocks(DATABASE))
    assert len(queries) == 4
    engine = open_database(demo)
    for query in queries:
        assert run_query(engine, query.replace("news.", "")).rows, query
    engine.dispose()


def test_readme_example_is_what_the_program_prints() -> None:
    assert script("example").with_real_output(README) == README, "run: python docs/example.py"


def test_the_page_of_columns_is_what_the_program_writes() -> None:
    assert script("columns").page() == COLUMNS, "run: python docs/columns.py"


@pytest.mark.parametrize("form", FORMATS)
def test_readme_mentions_format(form: str) -> None:
    assert f"| `{form}` |" in README


def test_every_role_flag_and_standing_is_explained() -> None:
    page = (ROOT / "docs/tolls.md").read_text("utf-8")
    for name in (*get_args(Role), *get_args(FlagName), *get_args(Standing), *get_args(Basis), *RULES):
        assert f"`{name}`" in page or name == "counts"


@pytest.mark.parametrize(("phrase", "type_", "value"), rows(READING, "| phrase | type | value |"))
def test_value_in_the_table_of_times(phrase: str, type_: str, value: str) -> None:
    times = read_article(Document(id="phrase", text=phrase, published=READING_PUBLISHED)).times
    assert [(time.type, time.value) for time in times] == [(type_, value)]
