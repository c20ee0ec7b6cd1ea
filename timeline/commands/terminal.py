"""Standard output for results, standard error for everything else."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

import typer

from timeline.store.opening.passwords import without_passwords

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

Parameters = ParamSpec("Parameters")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_PIPE_WIDTH = 160


def guarded(command: Callable[Parameters, int]) -> Callable[Parameters, None]:
    """Ends the program with the exit status of `command`; what it raises becomes one line and status 1."""

    @wraps(command)
    def run(*args: Parameters.args, **options: Parameters.kwargs) -> None:
        try:
            with _reader_may_leave():
                status = command(*args, **options)
        except KeyboardInterrupt:
            status = complain("stopped")
        except (typer.Exit, typer.BadParameter):
            raise
        except Exception as error:  # noqa: BLE001  # the last guard: whatever it is, no traceback reaches a user
            tell(without_passwords(_explanation(error)))
            status = 2 if _is_wrong_usage(error) else 1
        raise typer.Exit(status)

    return run


def say(line: str) -> None:
    """One line of the result, on standard output."""
    sys.stdout.write(f"{line}\n")


def complain(line: str) -> int:
    """One line on standard error; the exit status of something that failed."""
    tell(line)
    return 1


def tell(line: str) -> None:
    """One line on standard error, beside the result."""
    sys.stderr.write(f"timeline: {line}\n")


def console() -> Console:
    """Standard output for tables; wide where no terminal sets the width."""
    from rich.console import Console

    class Terminal(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError  # `| head` is no failure, for which rich takes it

    return Terminal(width=None if sys.stdout.isatty() or os.environ.get("COLUMNS") else _PIPE_WIDTH)


def table(title: str, columns: Sequence[str], rows: Iterator[Sequence[str]] | Sequence[Sequence[str]]) -> Table:
    """A table whose cells show what they hold: no markup, no control characters."""
    from rich.table import Table

    result = Table(*columns, title=title, title_justify="left")
    for row in rows:
        result.add_row(*map(_cell, row))
    return result


def plain(value: str) -> str:
    """Without what a terminal would obey instead of show."""
    return _CONTROL.sub(" ", value)


def _cell(value: str) -> Text:
    from rich.text import Text

    return Text(plain(value))


@contextmanager
def _reader_may_leave() -> Iterator[None]:
    """`timeline extract … | head`: when nobody reads any more, the rest is not written, and that is no failure."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def _explanation(error: Exception) -> str:
    if isinstance(error, _problems()):
        return str(error)
    if isinstance(error, OSError):
        return f"{error.filename or 'output'}: {error.strerror or error}"
    return f"unexpected {type(error).__name__}: {error}; this is a fault of the program, please report it"


def _is_wrong_usage(error: Exception) -> bool:
    """An argument that cannot be understood; what is wrong with an input never comes this far."""
    from timeline.sources import SourceProblem

    return isinstance(error, SourceProblem)


def _problems() -> tuple[type[Exception], ...]:
    """What says itself in one line; loaded only when something went wrong."""
    from timeline.bulk.cluster import ClusterProblem
    from timeline.evaluate import GoldProblem
    from timeline.export.files import ExportProblem
    from timeline.lexicon.problems import LexiconProblem
    from timeline.sources import SourceProblem
    from timeline.sql import QueryProblem
    from timeline.store.asking.searching import SearchProblem
    from timeline.store.opening.problems import DatabaseProblem
    from timeline.store.reviewing.corrections import ReviewProblem

    return (
        *(SourceProblem, GoldProblem, LexiconProblem, DatabaseProblem, ClusterProblem),
        *(QueryProblem, ReviewProblem, SearchProblem, ExportProblem),
    )
