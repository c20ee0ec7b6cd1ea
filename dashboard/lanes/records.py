"""Records -> bytes in Arrow's format, which Streamlit passes on as they are: made once, sent as often as asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as arrow


def as_arrow(records: Sequence[dict[str, Any]]) -> bytes:
    """A stream of one table; all records have the keys of the first."""
    table = arrow.Table.from_pylist(list(records))
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    content: bytes = sink.getvalue().to_pybytes()
    return content
