"""A PostgreSQL server for the tests, which nobody has to set up.

In this order: the one that TIMELINE_TEST_POSTGRES_URL names, one of our own made by the system's `initdb`, one of the
`pgserver` wheel. Ours listen on a socket in a temporary folder only, and end with the tests.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import URL, Engine, create_engine, make_url, text

from timeline.store.models import Row
from timeline.store.opening.database import open_database

VARIABLE = "TIMELINE_TEST_POSTGRES_URL"
_numbers = count()
# A test database need not survive a loss of power.
_FAST = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=40"


class Postgres:
    """A server, and a migrated database on it that every test gets a copy of."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self._template: str | None = None
        self._shared: str | None = None

    def emptied(self) -> str:
        """The URL of the one database that the tests share, without rows: cheaper than a new one."""
        if self._shared is None:
            self._shared = _new_name()
            self._run(f"CREATE DATABASE {self._shared} TEMPLATE {self._migrated()}")
        url = self._address(self._shared)
        self._run(f"TRUNCATE {', '.join(Row.metadata.tables)} RESTART IDENTITY", url)
        return url

    @contextmanager
    def database(self, *, empty: bool = False) -> Iterator[str]:
        """The URL of a new database with the newest schema, or with none (`empty`); it is dropped at the end."""
        name = _new_name()
        self._run(f"CREATE DATABASE {name}" if empty else f"CREATE DATABASE {name} TEMPLATE {self._migrated()}")
        try:
            yield self._address(name)
        finally:
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def close(self) -> None:
        """Drops what a server of somebody else's would keep."""
        for name in filter(None, (self._template, self._shared)):
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _migrated(self) -> str:
        if self._template is None:
            name = _new_name()
            self._run(f"CREATE DATABASE {name}")
            self._template = name
            open_database(self._address(name)).dispose()
        return self._template

    def _address(self, name: str) -> str:
        return self.url.set(database=name).render_as_string(hide_password=False)

    def _run(self, statement: str, url: str | URL = "") -> None:
        engine = create_engine(url or self.url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()


def _new_name() -> str:
    return f"timeline_test_{os.getpid()}_{next(_numbers)}"


@contextmanager
def postgres_server() -> Iterator[Postgres]:
    """The first server that can be had; the test is skipped, and says why, where there is none."""
    pytest.importorskip("psycopg", reason="the extra `postgres` is not installed")
    with ExitStack() as stack:
        postgres = Postgres(_url(stack))
        stack.callback(postgres.close)
        yield postgres


def _url(stack: ExitStack) -> URL:
    if given := os.environ.get(VARIABLE):
        return make_url(given).set(drivername="postgresql+psycopg")
    if programs := _programs():
        return stack.enter_context(_own_server(programs))
    if found := _wheel(stack):
        return found
    pytest.skip(f"no PostgreSQL: install it, or pip install pgserver, or set {VARIABLE}")


def _programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`: Debian keeps it off the path."""
    on_path = [Path(found).resolve() for found in [shutil.which("initdb")] if found]
    beside = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return next((path.parent for path in [*on_path, *reversed(beside)] if (path.parent / "pg_ctl").exists()), None)


@contextmanager
def restartable_server() -> Iterator[tuple[str, Callable[[], None]]]:
    """A server of its own for one test, and what restarts it as a crash would: nobody is waited for."""
    programs = _programs()
    if programs is None:
        pytest.skip("no programs of PostgreSQL to restart a server with")
    with _own_server(programs) as url:
        folder = Path(str(url.query["host"]))
        data = ["-D", str(folder / "data"), "-w", "-l", str(folder / "log"), "-m", "immediate"]
        run = _runner(programs, folder)
        yield url.render_as_string(hide_password=False), lambda: run("pg_ctl", *data, "restart")


@contextmanager
def _own_server(programs: Path) -> Iterator[URL]:
    with tempfile.TemporaryDirectory(prefix="timeline-pg-") as name:
        folder = Path(name)
        _hand_over(folder)
        run = _runner(programs, folder)
        data = str(folder / "data")
        run("initdb", "-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
        # The log goes to a file: a pipe that the server inherits would keep us waiting for its end.
        run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", f"{_FAST} -k {folder}", "start")
        try:
            yield URL.create("postgresql+psycopg", "postgres", database="postgres", query={"host": str(folder)})
        finally:
            run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _hand_over(folder: Path) -> None:
    """PostgreSQL does not run as root: its folder, and its programs, are those of the user `postgres`."""
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")


def _runner(programs: Path, folder: Path) -> Any:
    as_user: dict[str, Any] = {"user": "postgres", "group": "postgres", "extra_groups": []}

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(programs / program), *arguments],
            check=True, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            **(as_user if os.geteuid() == 0 else {}),
        )  # fmt: skip

    return run


def _wheel(stack: ExitStack) -> URL | None:
    if find_spec("pgserver") is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries that it brings along
        import pgserver  # type: ignore[import-not-found,unused-ignore]  # a last resort that need not be installed
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="timeline-pg-"))
    server = pgserver.get_server(folder)
    stack.callback(server.cleanup)
    return make_url(server.get_uri()).set(drivername="postgresql+psycopg")


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """An engine that is closed at the end: a database with a connection cannot be dropped."""
    engine = open_database(url)
    yield engine
    engine.dispose()
