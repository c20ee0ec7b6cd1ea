"""`make soak` (MINUTES=20): an ingest, dashboard sessions and SQL at once on one database: no error, flat memory.

The same articles are read again and again, every second time with other titles, so that there is always something to
write and the database does not grow after the first round. The pages are run by Streamlit's own AppTest.
"""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import random
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

MINUTES = float(os.environ.get("MINUTES", "20"))
SESSIONS = int(os.environ.get("SESSIONS", "2"))  # processes that look at pages
ARTICLES = int(os.environ.get("ARTICLES", "400"))
APP = Path(__file__).parent.parent / "dashboard" / "streamlit_app.py"
PAGES = ("overview", "timeline", "tolls", "map", "article", "review", "sql")
ADDRESSES: tuple[dict[str, str], ...] = (
    {},
    {"lang": "ar"},
    {"type": "air_strike"},
    {"kind": "killed", "from": "2024-01-01"},
    {"words": "غزة"},
)
QUERIES = (
    "SELECT type, count(*) FROM timeline_events GROUP BY type",
    "SELECT outlet, count(*) FROM documents GROUP BY outlet",
    "SELECT kind, max(low) FROM reported_figures WHERE begin >= '2024' GROUP BY kind",
    "SELECT * FROM tolls LIMIT 50",
)
DEADLINE = 60  # seconds for a query: the machine is busy
GROWTH, SLACK = 1.1, 15  # times, and megabytes, that the last fifth of the run may be above the second

Sample = tuple[str, float, str | None]
"""Who says it, the megabytes that its process has, and what went wrong."""


def megabytes() -> float:
    """What this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def write_wire(path: Path, number: int) -> None:
    """The articles of round `number`."""
    from .texts import articles

    lines = (
        {
            "url": f"https://example.org/{n}",
            "title": f"خبر {number % 2}",
            "text": each.text,
            "published": str(each.published),
        }
        for n, each in enumerate(articles(ARTICLES))
    )
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")


def ingest(folder: Path) -> Iterator[str | None]:
    """The command itself, in this process: what it leaves behind would show."""
    from timeline.commands.ingest import ingest as read

    sys.stderr = sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115  # for as long as the process lives
    for number in count():
        write_wire(folder / "wire.jsonl", number)
        status = read([str(folder / "wire.jsonl")], None, None, (), str(folder / "timeline.db"))
        yield f"the ingest ended with {status}" if status else None


def ask(folder: Path) -> Iterator[str | None]:
    from timeline.sql import run_query
    from timeline.store.opening.database import open_existing

    engine = open_existing(folder / "timeline.db")
    for number in count():
        run_query(engine, QUERIES[number % len(QUERIES)], seconds=DEADLINE)
        yield None


def look(folder: Path) -> Iterator[str | None]:
    """A reader who opens one page after another, each in a session of its own."""
    from streamlit.testing.v1 import AppTest

    logging.disable(logging.WARNING)
    os.environ["TIMELINE_DATABASE_URL"] = str(folder / "timeline.db")
    draw = random.Random(os.getpid())
    for number in count():
        app = AppTest.from_file(str(APP), default_timeout=120)
        app.query_params.update(draw.choice(ADDRESSES))
        app.switch_page(f"app_pages/{PAGES[number % len(PAGES)]}.py").run()
        yield next((f"{each.message}" for each in app.exception), None)


def keep_on(name: str, work: Callable[[Path], Iterator[str | None]], folder: Path, until: float, told: Any) -> None:
    """Works until it is time to stop, and says after each piece of work how it went."""
    try:
        for wrong in work(folder):
            told.put((name, megabytes(), wrong))
            if time.monotonic() > until:
                return
    except Exception as error:  # noqa: BLE001  # whatever it is, it is what the soak is looking for
        told.put((name, megabytes(), repr(error)))


def soak(folder: Path) -> list[Sample]:
    """All at once, for as long as was asked for."""
    context = multiprocessing.get_context("spawn")
    told, until = context.Queue(), time.monotonic() + MINUTES * 60
    roles = {"ingest": ingest, "sql": ask} | {f"dashboard {n + 1}": look for n in range(SESSIONS)}
    running = [context.Process(target=keep_on, args=(*role, folder, until, told)) for role in roles.items()]
    for process in running:
        process.start()
    found: list[Sample] = []
    while any(process.is_alive() for process in running) or not told.empty():
        while not told.empty():
            found.append(told.get())
        time.sleep(0.2)
    died = [process for process in running if process.exitcode]
    return found + [("process", 0.0, f"ended with {process.exitcode}") for process in died]


def report(found: list[Sample]) -> Iterator[str]:
    """A line for each; those that begin with FAILED say that the soak has failed."""
    samples: dict[str, list[float]] = defaultdict(list)
    for name, size, wrong in found:
        samples[name].append(size)
        if wrong:
            yield f"FAILED {name}: {wrong}"
    for name, sizes in sorted(samples.items()):
        fifth = max(1, len(sizes) // 5)
        early, late = statistics.mean(sizes[fifth : 2 * fifth] or sizes), statistics.mean(sizes[-fifth:])
        flat = late <= early * GROWTH + SLACK
        words = (
            f"{name:<14}{len(sizes):>7} rounds, {early:.0f} MB early, {late:.0f} MB late, {max(sizes):.0f} MB at most"
        )
        yield words if flat else f"FAILED {words}: it grows"


def main() -> None:
    from timeline.store.opening.database import open_database

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        open_database(folder / "timeline.db").dispose()
        lines = list(report(soak(folder)))
    print(f"{MINUTES:g} minutes", *lines, sep="\n")
    sys.exit(any(line.startswith("FAILED") for line in lines))


if __name__ == "__main__":
    main()
