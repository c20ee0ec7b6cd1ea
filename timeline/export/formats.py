"""Every format that `timeline export` writes: what it is called, what it can hold and who writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, BinaryIO, Literal

from timeline.export import acled, csv, geojson, hxl, ical, jsonl_rows, package, parquet, timelinejs, ucdp, xlsx
from timeline.export.about import Request, Tally
from timeline.store.schema import TABLES

Takes = Literal["rows", "events with figures", "tables"]
Writer = Callable[[Any, BinaryIO, Request, Tally], None]
EVERYTHING = "documents, events and figures"
_ANY = tuple(TABLES)


@dataclass(frozen=True, slots=True)
class Format:
    """`holds` is what may be asked for, its first the one that is meant; `takes` is what its writer wants to be given.

    A format that can say nothing of itself has its metadata in a file beside it.
    """

    name: str
    suffix: str
    title: str
    write: Writer
    holds: tuple[str, ...]
    takes: Takes = "rows"
    is_text: bool = True
    describes_itself: bool = False


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("csv", ".csv", "CSV, for pandas, and with --excel for Excel", csv.write, ("figures", *_ANY)),
        Format("xlsx", ".xlsx", "a workbook", xlsx.write, ("figures", *_ANY), is_text=False, describes_itself=True),
        Format("parquet", ".parquet", "Parquet", parquet.write, ("figures", *_ANY), is_text=False, describes_itself=True),
        Format("jsonl", ".jsonl", "JSON Lines", jsonl_rows.write, ("figures", *_ANY)),
        Format(
            "datapackage", ".zip", "a Data Package", package.write, (EVERYTHING,), "tables",
            is_text=False, describes_itself=True,
        ),
        Format("hxl", ".hxl.csv", "HXL", hxl.write, ("figures",)),
        Format("geojson", ".geojson", "GeoJSON", geojson.write, ("events",), describes_itself=True),
        Format("ical", ".ics", "iCalendar", ical.write, ("events",), describes_itself=True),
        Format("timelinejs", ".timelinejs.csv", "the spreadsheet of TimelineJS", timelinejs.write, ("events",)),
        Format("acled", ".acled.csv", "like ACLED", acled.write, ("events",), "events with figures"),
        Format("ucdp", ".ucdp.csv", "like UCDP's GED", ucdp.write, ("events",), "events with figures"),
    )
}  # fmt: skip
EXCEL = frozenset({"csv", "hxl", "timelinejs", "acled", "ucdp"})  # CSV, that Excel may open


def format_of_file(name: str) -> Format:
    """By the longest suffix that fits: `x.ics` is a calendar, `x.hxl.csv` HXL, `x.txt` CSV."""
    suffixes = [suffix.lower() for suffix in PurePath(name).suffixes]
    endings = {"".join(suffixes[-2:]), "".join(suffixes[-1:])}
    fitting = [each for each in FORMATS.values() if each.suffix in endings]
    return max(fitting, key=lambda each: len(each.suffix), default=FORMATS["csv"])
