"""Every format that `timeline export` writes: what it is called, what it can hold and who writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, BinaryIO, Literal

from timeline.export import acled, csv, geojson, hxl, ical, jsonl_rows, package, parquet, timelinejs, ucdp, xlsx
from timeline.export.about import Request, Tally
from timeline.store.views.schema import TABLES

Takes = Literal["rows", "located figures", "events with figures", "tables"]
Writer = Callable[[Any, BinaryIO, Request, Tally], None]
EVERYTHING = "documents, events and figures"
_ANY = tuple(dict.fromkeys(("figures", *TABLES)))
_EVENTS = ("events",)


@dataclass(frozen=True, slots=True)
class Format:
    """`holds` is what may be asked for, its first the one that is meant; `takes` is what its writer wants to be given.

    A format that can say nothing of itself has its metadata in a file beside it.
    """

    name: str
    suffix: str
    audience: str
    write: Writer
    holds: tuple[str, ...]
    takes: Takes = "rows"
    is_text: bool = True
    is_described: bool = False  # a text that holds its own metadata, as every binary format does

    @property
    def describes_itself(self) -> bool:
        """Needs no file beside it."""
        return self.is_described or not self.is_text


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("csv", ".csv", "pandas, R; with `--excel` Excel", csv.write, _ANY),
        Format("xlsx", ".xlsx", "Excel, LibreOffice", xlsx.write, _ANY, is_text=False),
        Format("parquet", ".parquet", "data people", parquet.write, _ANY, is_text=False),
        Format("jsonl", ".jsonl", "data people", jsonl_rows.write, _ANY),
        Format("datapackage", ".zip", "archives", package.write, (EVERYTHING,), "tables", is_text=False),
        Format("hxl", ".hxl.csv", "humanitarian exchange", hxl.write, ("figures",), "located figures"),
        Format("geojson", ".geojson", "maps", geojson.write, _EVENTS, is_described=True),
        Format("ical", ".ics", "calendars", ical.write, _EVENTS, is_described=True),
        Format("timelinejs", ".timelinejs.csv", "newsrooms", timelinejs.write, _EVENTS),
        Format("acled", ".acled.csv", "researchers with tools for ACLED", acled.write, _EVENTS, "events with figures"),
        Format("ucdp", ".ucdp.csv", "researchers with tools for UCDP", ucdp.write, _EVENTS, "events with figures"),
    )
}
EXCEL = frozenset({"csv", "hxl", "timelinejs", "acled", "ucdp"})  # CSV, that Excel may open


def format_of_file(name: str) -> Format | None:
    """By the longest suffix that fits: `x.ics` is a calendar, `x.hxl.csv` HXL, `x.txt` CSV, `x.json` nothing."""
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes]
    if not suffixes or suffixes[-1] == ".txt":
        return FORMATS["csv"]
    endings = {"".join(suffixes[-2:]), "".join(suffixes[-1:])}
    fitting = [each for each in FORMATS.values() if each.suffix in endings]
    return max(fitting, key=lambda each: len(each.suffix), default=None)
