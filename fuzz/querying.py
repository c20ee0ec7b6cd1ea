"""Any query: rows of what is open to queries, or one line; nothing is changed, and nothing else is seen."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine

from fuzz.choices import Choices
from fuzz.promises import PromiseBroken
from timeline.pipeline import read_article
from timeline.sql import FUNCTIONS, TABLES, QueryProblem, run_query
from timeline.store.opening.database import open_database
from timeline.store.views.schema import PUBLIC
from timeline.store.writing.save import save
from timeline.values import Document

SECRET = "a word that no query may see"
_SECONDS = 0.2
_COLUMNS = sorted({column.name for table in PUBLIC.values() for column in table.columns})
_OTHERS = (
    *("sqlite_master", "sqlite_schema", "private_notes", "private_view", "alembic_version", "review", "fingerprint"),
    *("pragma_table_info", "pragma_database_list", "pragma_module_list", "json_each", "json_tree", "generate_series"),
    *("dbstat", "sqlite_stmt", "bytecode", "tables_used", "fts5vocab", "load_extension", "readfile", "writefile"),
    *("edit", "zeroblob", "printf", "format", "randomblob", "json", "json_extract", "fts3_tokenizer", "fts5"),
    *("sqlite_compileoption_get", "last_insert_rowid", "changes", "quote", "hex", "char", "replace", "subtype"),
)
_WORDS = """
    SELECT FROM WHERE WITH RECURSIVE AS UNION ALL EXCEPT INTERSECT VALUES ORDER BY GROUP HAVING LIMIT OFFSET JOIN LEFT
    NATURAL CROSS ON USING CASE WHEN THEN ELSE END CAST IN EXISTS NOT NULL IS LIKE GLOB MATCH REGEXP ESCAPE BETWEEN AND
    OR DISTINCT OVER PARTITION ROWS RANGE GROUPS PRECEDING FOLLOWING UNBOUNDED CURRENT ROW FILTER WINDOW COLLATE NOCASE
    INDEXED MATERIALIZED PRAGMA ATTACH DETACH VACUUM INTO EXPLAIN QUERY PLAN INSERT UPDATE SET DELETE REPLACE RETURNING
    CREATE TEMP TABLE VIEW VIRTUAL TRIGGER INDEX DROP ALTER BEGIN COMMIT SAVEPOINT ANALYZE REINDEX writable_schema
    """.split()
_SIGNS = (*"()*,;.+-/%<>=|&~?:@$'\"`[]", "||", "->", "->>", "--", "/*", "*/", "\x00", "\ud800", "غارة")
_TOKENS = (*_WORDS, *TABLES, *_COLUMNS, *sorted(FUNCTIONS), *_OTHERS, *_SIGNS)


def seeds() -> Iterator[bytes]:
    """The examples of the documentation, as they are."""
    return (b"\0" + table.example.encode() for table in PUBLIC.values())


class _Ground:
    """A database with the readings of a few sentences, and things in it that are nobody's business."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory(prefix="timeline-fuzz-")
        self.path = Path(self.folder.name, "ground.db")
        self.engine: Engine = open_database(self.path)
        text = "أسفر القصف على غزة الثلاثاء عن مقتل 21 شخصاً بينهم 4 أطفال، بحسب وزارة الصحة."
        document = Document("1", text, datetime(2023, 5, 10, tzinfo=UTC))
        save(self.engine, [read_article(document)], datetime(2023, 5, 11, tzinfo=UTC), "1")
        self.beside = sqlite3.connect(self.path)
        with self.beside:
            self.beside.execute("CREATE TABLE private_notes (note)")
            self.beside.execute("INSERT INTO private_notes VALUES (?)", [SECRET])
            self.beside.execute("CREATE VIEW private_view AS SELECT note FROM private_notes")
        self.beside.execute("SELECT count(*) FROM sqlite_master").fetchone()
        self.before = self.state()

    def state(self) -> tuple[object, ...]:
        """What changes when anybody writes: the version of the data, and the files beside it."""
        version = self.beside.execute("PRAGMA data_version").fetchone()
        return version, sorted(path.name for path in Path(self.folder.name).iterdir())


_ground: list[_Ground] = []


def run(data: bytes) -> None:
    """Raises whatever the sandbox raises but `QueryProblem`, and `PromiseBroken`."""
    if not _ground:
        _ground.append(_Ground())
    ground = _ground[0]
    choices = Choices(data)
    query = choices.rest().decode("utf-8", "surrogateescape") if choices.number(4) == 0 else _query(choices)
    said = _answer(ground.engine, query)
    if SECRET in said or "CREATE TABLE" in said:
        raise PromiseBroken(f"{query!r} sees {said!r}")
    if ground.state() != ground.before:
        raise PromiseBroken(f"{query!r} has changed something")


def _query(choices: Choices) -> str:
    tokens = ["SELECT"] if choices.number(2) else []
    while choices.left:
        tokens.append(choices.one_of(_TOKENS))
    return " ".join(tokens)


def _answer(engine: Engine, query: str) -> str:
    try:
        return repr(run_query(engine, query, limit=20, seconds=_SECONDS).rows)
    except QueryProblem as problem:
        if len(str(problem).splitlines()) != 1:
            raise PromiseBroken(f"{query!r} is answered by {problem!r}") from problem
        return ""
