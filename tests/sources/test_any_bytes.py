"""Whatever bytes a file of whatever kind holds, the answer is documents, or one line for what is wrong."""

from __future__ import annotations

import io
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sources.archives import PAGES, compressed, lines, warc, zipped
from tests.web.site import item, page, rss
from timeline.sources import Given, Note, Unreadable
from timeline.sources.compressed import unpacked
from timeline.sources.decoding import decode
from timeline.sources.inputs import Input, read_input
from timeline.sources.kinds import COMPRESSED, KINDS, sniffed
from timeline.sources.mojibake import garbled
from timeline.values import Document

WHOLE = {
    ".jsonl": lines(2),
    ".html": page(),
    ".rss": rss(item("https://example.org/a")).body,
    ".warc": warc(*PAGES),
    ".zip": zipped({"a.jsonl": lines(2), "b.html": page()}),
    ".gz": compressed(lines(3), ".gz"),
    ".zst": compressed(lines(3), ".zst"),
    ".csv": b"id,text\n1,a\n2,b\n",
}


def check(raw: bytes, kind: str) -> None:
    """It ends, with nothing but what may come."""
    for each in read_input(Input("a", io.BytesIO(raw), kind), Given()):
        assert isinstance(each, Document | Unreadable | Note)
        assert not isinstance(each, Unreadable) or "\n" not in each.where


@pytest.mark.parametrize("kind", sorted(KINDS | COMPRESSED | {""}))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(raw=st.binary(max_size=200))
def test_any_bytes(kind: str, raw: bytes) -> None:
    check(raw, kind)


@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_whole_file_with_some_bytes_changed_or_missing(kind: str, data: st.DataObject) -> None:
    raw = bytearray(WHOLE[kind])
    for _ in range(data.draw(st.integers(0, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    check(bytes(raw[: data.draw(st.integers(0, len(raw)))]), kind)


@given(raw=st.binary(max_size=300))
def test_the_beginning_is_of_some_kind_and_letters_are_read_or_refused(raw: bytes) -> None:
    assert sniffed(raw) in KINDS | COMPRESSED
    with suppress(ValueError):
        assert garbled(decode(raw)) != ""


@pytest.mark.parametrize("kind", sorted(COMPRESSED))
@given(raw=st.binary(max_size=5_000))
def test_what_is_compressed_comes_out_as_it_went_in(kind: str, raw: bytes) -> None:
    assert unpacked(io.BytesIO(compressed(raw, kind)), kind).read() == raw
