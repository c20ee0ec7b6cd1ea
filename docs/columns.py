"""Writes docs/columns.md from the program: python docs/columns.py"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.export import acled, hxl, timelinejs, ucdp
from timeline.export.formats import FORMATS, Format
from timeline.store.views.schema import TABLES

PAGE = Path(__file__).parent / "columns.md"
OPENING = """\
# Columns

Written by `python docs/columns.py` from the program; a test says when that is due.

The columns of the views have the same names in SQL, in CSV, XLSX, Parquet, JSON Lines, in the data package and in the
properties of GeoJSON. [schema.md](schema.md) says what each one means, [reading.md](reading.md) what the values mean;
here stands how they are written.

| type | CSV, JSON Lines, GeoJSON | XLSX | Parquet | data package |
|---|---|---|---|---|
| text | text | text | string | string |
| integer | digits | number | int64 | integer |
| number | digits | number | float64 | number |
| local | 2023-05-09T03:00, the clock where the article was written | date | timestamp without zone | datetime |
| offset | 2023-05-10T20:15:00+03:00 | date that shows its offset | string | datetime |
| instant | 2023-05-09T00:00:00Z | date in UTC | timestamp in UTC | datetime |

"""
OTHERS = {
    "hxl": ("HXL", "For `--what figures`. Days are those of the article's own clock, the last one included."),
    "timelinejs": ("TimelineJS", "For events with a time; the others are left out and counted."),
    "acled": (
        "Like ACLED",
        "For events that ACLED would record: dated, asserted or alleged, no accidents and no disasters. Nobody coded "
        "them: what is empty here takes a person.",
    ),
    "ucdp": ("Like UCDP's GED", "For dated events, asserted or alleged, with a count of killed above 0."),
}
CALENDAR = """
## iCalendar

| property | meaning |
|---|---|
| `DTSTART`, `DTEND` | whole days as dates, the end not included; else in UTC, or floating where the offset is unknown |
| `SUMMARY` | the trigger and the place |
| `DESCRIPTION` | `sentence`, `time`, `title`, `outlet`, a line each |
| `CATEGORIES` | `type` |
| `STATUS` | CONFIRMED: asserted; TENTATIVE: planned, alleged; CANCELLED: denied |
| `LOCATION`, `GEO`, `URL` | `place`, its coordinates, `url` |
| `UID` | the same in every export |
| `X-TIMELINE` | of the calendar: when it was made, the filters, how many events, from which outlets |
"""


def page() -> str:
    """The whole of docs/columns.md."""
    return "".join([OPENING, *formats(FORMATS.values()), *views(), *others(), CALENDAR])


def formats(known: Iterable[Format]) -> Iterator[str]:
    yield "\n## Formats\n\n| `--format` | file | for | holds | its metadata |\n|---|---|---|---|---|\n"
    for form in known:
        holds = ", ".join(form.holds).replace("_", " ")
        where = "in the file" if form.describes_itself else "beside it, in `FILE.meta.json`"
        yield f"| `{form.name}` | `{form.suffix}` | {form.audience} | {holds} | {where} |\n"


def views() -> Iterator[str]:
    """How the columns of the views are written; what they mean stands in docs/schema.md."""
    for table in TABLES.values():
        yield f"\n## {table.view.name}\n\n`--what {table.name}`: {table.rows_are}.\n\n"
        yield "| written as | columns |\n|---|---|\n"
        for kind in dict.fromkeys(column.type for column in table.columns):
            names = ", ".join(f"`{column.name}`" for column in table.columns if column.type == kind)
            yield f"| {kind} | {names} |\n"


def others() -> Iterator[str]:
    yield heading("hxl") + "| column | hashtag | meaning |\n|---|---|---|\n"
    yield from (f"| `{each.name}` | `{each.tag}` | {each.meaning} |\n" for each in hxl.COLUMNS)
    for name, columns in (("timelinejs", timelinejs.COLUMNS), ("acled", acled.COLUMNS), ("ucdp", ucdp.COLUMNS)):
        yield heading(name) + "| column | meaning |\n|---|---|\n"
        yield from (f"| `{column}` | {meaning} |\n" for column, meaning in columns.items())


def heading(name: str) -> str:
    title, said = OTHERS[name]
    return f"\n## {title}\n\n`--format {name}`. {said}\n\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
