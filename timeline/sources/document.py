"""Named fields -> Document: the same checks for a line of JSON and the header of a text file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from timeline.sources.dateline import find_dateline
from timeline.sources.decoding import storable
from timeline.sources.given import Given
from timeline.sources.language import check_arabic
from timeline.sources.mojibake import garbled
from timeline.sources.outlets import name_of_outlet, zone_of_outlet
from timeline.sources.published import read_number, read_published
from timeline.told import told
from timeline.values import Document

LONGEST = 1_000_000  # characters


def make_document(fields: Mapping[str, Any], given: Given) -> Document:
    """`fields` has `id` and `text`, perhaps `published`, `title`, `outlet` and `url`; others are ignored.

    The publication time is the given one, else the document's own, else that of the dateline; a field `published`
    that is null says that it is unknown, and no dateline is looked for. Its zone is its own, else the given one, else
    that of the outlet. Raises ValueError or SourceProblem.
    """
    text = storable(_string(fields, "text") or "")
    if not text.strip():
        raise ValueError(told("no_text", 'it has no text; an article needs a field "text" that is not empty'))
    if len(text) > LONGEST:
        line = "it is longer than {most} characters, which no article is; split it"
        raise ValueError(told("too_long", line, most=f"{LONGEST:,}"))
    if why := garbled(text):
        raise ValueError(why)
    check_arabic(text)
    published, published_from = _published(fields, text, given)
    return Document(
        id=storable(_identifier(fields["id"])),
        text=text,
        published=published,
        published_from=published_from,
        url=_label(fields, "url"),
        title=_label(fields, "title"),
        outlet=name_of_outlet(_label(fields, "url"), _label(fields, "outlet")),
    )


def _published(fields: Mapping[str, Any], text: str, given: Given) -> tuple[datetime | None, str | None]:
    zone = given.zone or zone_of_outlet(_label(fields, "url"), _label(fields, "outlet"))
    if given.published:
        return given.published if given.published.tzinfo else given.published.replace(tzinfo=zone), "given"
    number = fields.get("published")
    if isinstance(number, int | float) and not isinstance(number, bool):
        return read_number(number, zone), "metadata"
    if own := (_string(fields, "published") or "").strip():
        return read_published(own, zone), "metadata"
    dateline = None if "published" in fields else find_dateline(text, zone)
    return dateline, "dateline" if dateline else None


def _string(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'its field "{name}" is not a string')
    return value


def _label(fields: Mapping[str, Any], name: str) -> str | None:
    return storable(_string(fields, name) or "").strip() or None


def _identifier(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "":
        raise ValueError('its field "id" is neither a string nor a whole number')
    return str(value)
