"""Bytes -> text: a byte order mark is believed, then UTF-8, then the old Arabic code page where it gives Arabic."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator

NOT_TEXT = "its bytes are not text in UTF-8; save it as UTF-8 and try again"
_WIDE = (  # the longer mark first: that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_LETTER = re.compile(r"[^\W\d_]")


def decode(raw: bytes) -> str:
    """The text of a file or of one line. Raises ValueError when these bytes are no text."""
    try:
        text = raw.decode(wide_encoding(raw) or "utf-8-sig")
    except UnicodeDecodeError as error:
        text = raw.decode("cp1256", errors="replace")
        if wide_encoding(raw) or not is_mostly_arabic(text):
            raise ValueError(NOT_TEXT) from error
    if len(_CONTROL.findall(text)) > max(1, len(text) // 20):
        raise ValueError(NOT_TEXT)
    return text


def wide_encoding(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 where the bytes begin with its mark."""
    return next((encoding for mark, encoding in _WIDE if raw.startswith(mark)), None)


def utf8_lines(stream: Iterable[bytes]) -> Iterator[bytes]:
    """The lines of a stream, made UTF-8 when its mark says that it is wider. Raises ValueError."""
    lines = iter(stream)
    first = next(lines, b"")
    if wide_encoding(first):
        yield from io.BytesIO(decode(b"".join([first, *lines])).encode())
    elif first:
        yield first
        yield from lines


def storable(text: str) -> str:
    """NUL and lone surrogates, which no file or database can hold, become U+FFFD: as many characters as before."""
    return _UNSTORABLE.sub("\ufffd", text)


def is_mostly_arabic(text: str) -> bool:
    """More than half of its letters are Arabic."""
    return len(_ARABIC.findall(text)) > len(_LETTER.findall(text)) / 2
