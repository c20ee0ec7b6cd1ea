"""One task: its articles read, its file written under another name and renamed, or left alone where it is there.

A reader of the folder sees whole files only, and whatever dies leaves no more behind than a hidden file.
"""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from timeline.bulk.batches import Outcome, as_batch, attempt
from timeline.bulk.columns import schema
from timeline.bulk.tasks import Part, Task
from timeline.sources import Note, Unreadable, read_documents
from timeline.sources.decoding import storable
from timeline.sources.tables import check_columns, documents_in
from timeline.values import Document

KEY = b"arabic-event-timeline"
ROWS = 1_000  # articles in memory, and in a row group of the output
_LISTED = 20  # problems kept for the list at the end; all of them are rows of the output


@dataclass(frozen=True, slots=True)
class Done:
    """How a task ended. `lost` says why nothing was written; `remarks` are some of what was left out or noted."""

    task: str
    articles: int = 0
    failed: int = 0
    remarks: tuple[str, ...] = ()
    is_skipped: bool = False
    lost: str | None = None


def run(task: Task) -> Done:
    """Does the task unless its output is there, made of the same input with the same options. Never raises."""
    try:
        return _done_before(task) or _write(task)
    except FileNotFoundError as gone:  # another run has done the task, and cleared away what this one was writing
        return _done_before(task) or Done(task.name, lost=f"{gone.filename}: {gone.strerror}")
    except ValueError as problem:
        return Done(task.name, lost=str(problem))
    except OSError as error:
        return Done(task.name, lost=f"{error.filename or task.output}: {error.strerror or error}")
    except Exception as error:  # noqa: BLE001  # one file must never stop the others
        return Done(task.name, lost=" ".join(f"unexpected {type(error).__name__}: {error}".split()))


def lost(task: Task) -> Done:
    """What is said of a task whose processes were killed."""
    return Done(task.name, lost="each process that read it was killed, perhaps for lack of memory")


def clear_away(folder: Path, tasks: Sequence[Task]) -> None:
    """When all of them have ended: removes what processes that were killed have left half-written."""
    outputs = {Path(task.output).stem for task in tasks}
    for part in folder.glob(".*.part"):
        if part.name[1:].partition(".")[0] in outputs:
            part.unlink(missing_ok=True)


def _done_before(task: Task) -> Done | None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with suppress(OSError, ValueError, KeyError, TypeError, pa.ArrowException):
        about = json.loads(pq.read_metadata(task.output).metadata[KEY])
        if about["stamp"] == task.stamp:
            return Done(task.name, about["articles"], about["failed"], tuple(about["remarks"]), is_skipped=True)
    return None


def _write(task: Task) -> Done:
    import pyarrow.parquet as pq

    final = Path(task.output)
    part = final.with_name(f".{final.stem}.{socket.gethostname()}.{os.getpid()}.part")
    done = Done(task.name)
    try:
        with pq.ParquetWriter(part, schema(), compression="zstd") as writer:
            items = _items(task)
            while some := list(islice(items, ROWS)):
                outcomes = [attempt(item, task.anchors) for item in some if not isinstance(item, Note)]
                writer.write_batch(as_batch(outcomes))
                done = _counted(done, outcomes, [item for item in some if isinstance(item, Note)])
            writer.add_key_value_metadata({KEY: json.dumps(_about(task, done), ensure_ascii=False)})
        part.replace(final)
    finally:
        part.unlink(missing_ok=True)
    return done


def _counted(done: Done, outcomes: list[Outcome], notes: list[Note]) -> Done:
    problems = [outcome for outcome in outcomes if isinstance(outcome, Unreadable)]
    read, failed = done.articles + len(outcomes) - len(problems), done.failed + len(problems)
    remarks = (*done.remarks, *map(str, (*problems, *notes)))[:_LISTED]
    return replace(done, articles=read, failed=failed, remarks=remarks)


def _about(task: Task, done: Done) -> dict[str, Any]:
    counted = asdict(done)
    return {"stamp": task.stamp} | {name: counted[name] for name in ("articles", "failed", "remarks")}


def _items(task: Task) -> Iterator[Document | Unreadable | Note]:
    for part in task.parts:
        read = read_documents([part.full], task.given) if part.group is None else _row_group(part, part.group, task)
        yield from (_as_given(item, part) for item in read)


def _row_group(part: Part, group: int, task: Task) -> Iterator[Document | Unreadable]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(part.full) as file:
        check_columns(file.schema_arrow.names, task.given.columns)
        wanted = [name for name in asdict(task.given.columns).values() if name in file.schema_arrow.names]
        batches = file.iter_batches(batch_size=ROWS, row_groups=[group], columns=wanted)
        rows = (row for batch in batches for row in batch.to_pylist())
        yield from documents_in(rows, part.full, task.given, part.first)


def _as_given(item: Document | Unreadable | Note, part: Part) -> Document | Unreadable | Note:
    """Called by the path as it was given, wherever it was read."""
    name = item.id if isinstance(item, Document) else item.where
    if not name.startswith(part.full):
        return item
    name = storable(part.path) + name.removeprefix(part.full)
    return replace(item, id=name) if isinstance(item, Document) else replace(item, where=name)
