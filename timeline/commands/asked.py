"""The filters of a command line -> `Filters`; whatever cannot be meant is wrong usage."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import PurePath
from typing import get_args

import typer

from timeline.export.formats import EXCEL, FORMATS, Format, format_of_file
from timeline.export.places import country_name
from timeline.export.taxonomy import EVENT_TYPES
from timeline.store.asking.filters import REVIEWS, Filters
from timeline.values import Group, Kind, Status


def filters_of(
    first_day: datetime | None,
    last_day: datetime | None,
    *,
    codes: Mapping[str, Sequence[str]],
    names: Mapping[str, Sequence[str]],
    words: str,
) -> Filters:
    """`codes` (type, kind, category, status, reviewed) may be separated by commas, `names` may hold them."""
    known: dict[str, Collection[str]] = {
        "type": EVENT_TYPES,
        "kind": get_args(Kind),
        "category": get_args(Group),
        "status": get_args(Status),
        "reviewed": REVIEWS,
    }
    asked = {option: _codes(option, given, known[option]) for option, given in codes.items()}
    filters = Filters(
        first_day and first_day.date(),
        last_day and last_day.date(),
        types=asked["type"],
        kinds=asked["kind"],
        categories=asked["category"],
        statuses=asked["status"],
        reviews=asked["reviewed"],
        places=tuple(names["place"]),
        claimants=tuple(names["source"]),
        outlets=tuple(names["outlet"]),
        words=words,
    )
    if filters.is_backwards:
        raise typer.BadParameter(f"--from {filters.first_day} is after --to {filters.last_day}")
    return filters


def format_of(name: str | None, output: str, excel: bool) -> Format:
    """The format named, else the one that the name of the file says."""
    if name is not None and name not in FORMATS:
        raise typer.BadParameter(f"--format {name} is not written{_meant(name, FORMATS)}; there are {_list(FORMATS)}")
    form = format_of_file(output) if name is None else FORMATS[name]
    if form is None:
        suffixes = {each.suffix: each for each in FORMATS.values()}
        meant = _meant(PurePath(output).suffix.lower(), suffixes)
        raise typer.BadParameter(f"no format is written to {output}{meant}; there are {_list(suffixes)}, or --format")
    if excel and form.name not in EXCEL:
        raise typer.BadParameter(f"--excel is for CSV; --format {form.name} needs no such thing")
    return form


def what_of(form: Format, what: str | None) -> str:
    """What is exported: as asked, else what the format is for."""
    if what is None:
        return form.holds[0]
    if what not in form.holds:
        raise typer.BadParameter(f"--format {form.name} holds {_list(form.holds)}, not {what}")
    return what


def _codes(option: str, given: Sequence[str], known: Collection[str]) -> tuple[str, ...]:
    codes = [code.strip() for each in given for code in each.split(",") if code.strip()]
    for code in codes:
        if code not in known and not (option == "category" and _is_country(code)):
            more = ", and countries: ps, lb" if option == "category" else ""
            raise typer.BadParameter(
                f"--{option} {code} is unknown{_meant(code, known)}; there are {_list(known)}{more}"
            )
    return tuple(codes)


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.islower() and country_name(code) is not None


def _meant(given: str, known: Collection[str]) -> str:
    close = get_close_matches(given, known, n=1)
    return f"; did you mean {close[0]}" if close else ""


def _list(names: Collection[str]) -> str:
    return ", ".join(names)
