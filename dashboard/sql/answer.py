"""The answer of a query: a table a page at a time, a chart where there are numbers, the rows as CSV."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard import data
from dashboard.address import page_in
from dashboard.article import notice_html
from dashboard.i18n import Words
from dashboard.opening import rewrite
from dashboard.plain import plain_table_html
from dashboard.sql.charted import MOST, chart, drawable
from dashboard.tables import pager
from timeline.export.csv import write_lines
from timeline.sql import Result

TABS = ("table", "chart")


def show_answer(result: Result, words: Words) -> None:
    """How many rows, and the tabs of table and chart."""
    st.html(f'<p class="counts" dir="{words.direction}">{_counted(result, words)}</p>')
    if not result.rows:
        st.html(notice_html(words.say("sql.no_rows"), words.direction))
        return
    table, picture = _tabs(words)
    with table:
        _table(result, words)
    with picture:
        _chart(result, words)
    _download(result, words)


def _tabs(words: Words) -> Sequence[Any]:
    """The tabs; which one is open stands in the URL."""
    labels = {words.say(f"sql.{name}"): name for name in TABS}
    asked, key = st.query_params.get("tab"), f"sql_tab_{words.language}"
    opened = asked if asked in TABS else TABS[0]

    def keep() -> None:
        chosen = labels[st.session_state[key]]
        rewrite({"tab": "" if chosen == TABS[0] else chosen})

    return st.tabs(list(labels), key=key, default=words.say(f"sql.{opened}"), on_change=keep)


def csv_of(result: Result, *, excel: bool) -> bytes:
    """The rows as the program's own export writes them; a cell that begins like a formula does not run."""
    stream = io.BytesIO()
    write_lines([result.columns], result.rows, stream, excel=excel, guarded=True)
    return stream.getvalue()


def _counted(result: Result, words: Words) -> str:
    rows = words.counted("rows_found", len(result.rows))
    return f"{rows} · {words.say('sql.cut')}" if result.cut else rows


def _table(result: Result, words: Words) -> None:
    page = data.page_of(result.rows, page_in(st.query_params, "answer"))
    st.html(plain_table_html(result.columns, page.rows, words.say("sql.table"), "ltr"))
    if page.total > len(page.rows):
        pager("answer", page, words)


def _chart(result: Result, words: Words) -> None:
    columns = drawable(result)
    if columns is None:
        st.html(notice_html(words.say("sql.no_chart"), words.direction))
        return
    with st.container(horizontal=True):
        value = _column("y", columns.values, words)
        name = _column("x", tuple(each for each in columns.names if each != value), words)
    st.vega_lite_chart(chart(result, name, value), width="stretch", alt=words.say("sql.alt"))
    if len(result.rows) > MOST:
        st.html(f'<p class="counts" dir="{words.direction}">{words.say("sql.drawn", number=words.number(MOST))}</p>')


def _column(parameter: str, columns: tuple[str, ...], words: Words) -> str:
    """The column that the URL names, or the first that fits."""
    asked = st.query_params.get(parameter)
    chosen = asked if asked in columns else columns[0]
    st.session_state[f"sql_{parameter}"] = chosen
    label = words.say(f"sql.{parameter}")
    st.selectbox(label, columns, key=f"sql_{parameter}", on_change=_keep, args=(parameter,), width=260)
    return chosen


def _keep(parameter: str) -> None:
    rewrite({parameter: st.session_state[f"sql_{parameter}"]})


def _download(result: Result, words: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        excel = st.checkbox(words.say("export.excel"), key="sql_excel", width="content")
        label = words.say("export.download", name="answer.csv")
        file = csv_of(result, excel=excel)
        st.download_button(label, file, "answer.csv", "text/csv", on_click="ignore", key="sql_csv")
