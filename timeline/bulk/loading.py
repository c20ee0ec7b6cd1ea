"""What `timeline extract --output`, or Spark, has written -> what was read in the articles, a row group at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.bulk.batches import Outcome
from timeline.bulk.columns import schema
from timeline.bulk.readback import extractions_in
from timeline.sources import SourceProblem, Unreadable


@dataclass(frozen=True, slots=True)
class Group:
    """A row group of a file."""

    path: str
    number: int
    rows: int


def groups_below(folder: Path) -> list[Group | Unreadable]:
    """Every row group in the folder, file after file, and what is no such file. Raises SourceProblem where none is."""
    paths = sorted(folder.glob("*.parquet")) if folder.is_dir() else [folder]
    groups = [group for path in paths for group in _groups(path)]
    if not groups:
        raise SourceProblem(
            f"{folder}: nothing to load is there; give a folder that timeline extract --output has made"
        )
    return groups


def read_group(group: Group) -> Iterator[Outcome]:
    """What was read in each article, or why nothing was."""
    with _opened(Path(group.path)) as file:
        for batch in file.iter_batches(row_groups=[group.number], columns=schema().names):
            yield from extractions_in(batch.cast(schema()))


def _groups(path: Path) -> list[Group | Unreadable]:
    try:
        about = _about(path)
    except FileNotFoundError as error:
        raise SourceProblem(f"{path}: there is no such file or folder") from error
    except (OSError, ValueError) as error:  # those of Arrow are among them
        return [Unreadable(str(path), f"it is not a whole Parquet file ({str(error).splitlines()[0]})")]
    if about is None:
        return [Unreadable(str(path), "timeline extract --output has not written it; timeline ingest reads articles")]
    return [Group(str(path), number, about.row_group(number).num_rows) for number in range(about.num_row_groups)]


def _about(path: Path) -> Any:
    """The metadata of a file, None where its columns are not ours."""
    with _opened(path) as file:
        return file.metadata if set(file.schema_arrow.names) >= set(schema().names) else None


def _opened(path: Path) -> Any:
    """Spark writes instants in a form of its own (INT96), which is read as ours."""
    import pyarrow.parquet as pq

    return pq.ParquetFile(path, coerce_int96_timestamp_unit="us")
