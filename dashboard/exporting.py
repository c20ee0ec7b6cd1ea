"""The export button: the rows that the filters leave, as a file of any format. The program's own export writes it."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO, cast

import streamlit as st

from dashboard import data
from dashboard.i18n import Words
from timeline.commands.version import program_version
from timeline.export.about import Request
from timeline.export.formats import EVERYTHING, EXCEL, FORMATS, Format
from timeline.store.asking.filters import Filters
from timeline.store.views.schema import TABLES

EVERYTHING_KEY = "everything"  # of the rows that `EVERYTHING` names in several words


@dataclass(frozen=True, slots=True)
class Export:
    """A file that is made when it is asked for, not before."""

    form: Format
    what: str
    filters: Filters
    excel: bool = False

    @property
    def name(self) -> str:
        """`figures.csv`."""
        return f"{self.what}{self.form.suffix}"

    def __call__(self) -> bytes:
        """The file; Streamlit wants all of it, so it is not in memory a second time while it is written."""
        what = EVERYTHING if self.what == EVERYTHING_KEY else self.what
        program = f"arabic-event-timeline {program_version()}"
        request = Request(what, datetime.now(UTC), self.filters.as_said(), program, self.excel)
        with tempfile.TemporaryFile() as target:
            data.export(self.form, request, self.filters, cast(BinaryIO, target))
            target.seek(0)
            return target.read()


def export_button(filters: Filters, words: Words, what: str) -> None:
    """Asks for rows and format, `what` being the rows that the page is about."""
    with st.popover(words.say("export.open"), icon=":material/download:", width="content"):
        rows = _rows(words, what)
        form = _format(rows, words)
        excel = form.name in EXCEL and st.checkbox(words.say("export.excel"), key="export_excel")
        export = Export(form, rows, filters, excel)
        st.download_button(
            words.say("export.download", name=export.name),
            export,
            export.name,
            mime="application/octet-stream",  # a browser saves it, whatever is in it
            on_click="ignore",
            type="primary",
            key="export_download",
        )


def _rows(words: Words, what: str) -> str:
    offered = [*TABLES, EVERYTHING_KEY]
    said = words.say("export.rows")
    return st.selectbox(
        said, offered, offered.index(what), format_func=lambda rows: words.name("rows", rows), key=f"export_rows_{what}"
    )


def _format(rows: str, words: Words) -> Format:
    held = EVERYTHING if rows == EVERYTHING_KEY else rows
    names = [form.name for form in FORMATS.values() if held in form.holds]
    said = words.say("export.format")
    name = st.selectbox(said, names, format_func=lambda form: words.name("format", form), key=f"export_format_{rows}")
    return FORMATS[name]
