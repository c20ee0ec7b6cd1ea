"""Bytes -> text: a byte order mark is believed, then UTF-8, then the encoding that was named, then what it looks like.

Of the old Arabic encodings charset-normalizer tells Windows-1256 and ISO-8859-6 apart. MacArabic, which it does not
know, has the letters of ISO-8859-6 and others beside them: it is what is neither of the two and comes out as Arabic.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from timeline.sources.streams import LONGEST_LINE, Rejoined, lines, some

NOT_TEXT = "its bytes are not text in UTF-8; save it as UTF-8 and try again"
TOO_LONG = f"a line is longer than {LONGEST_LINE // 1_000_000} MB, which no article is"
_WIDE = (  # the longer mark first: that of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096  # bytes by which UTF-16 without a mark is told
_HIGH = b"\x00\x06"  # beside each sign of ASCII and each letter of Arabic in UTF-16, and in no other text
_ENCODINGS = {  # the names in pages and headers of what Arabic is written in, and of what Python calls them
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "windows-1256": "cp1256",
    "cp1256": "cp1256",
    "iso-8859-6": "iso8859-6",
    "iso8859-6": "iso8859-6",
    "x-mac-arabic": "mac_arabic",
    "macarabic": "mac_arabic",
}
_TOLD_APART = ["cp1256", "iso8859_6"]
_ENOUGH = 40  # bytes beyond ASCII by which the encoding of a whole file is told
_SAMPLE = 20_000  # bytes by which an encoding is told
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_LETTER = re.compile(r"[^\W\d_]")
_ASCII = re.compile(r"[\x00-\x7f]+")


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text of a file or of one line; `declared` is an encoding that somebody named.

    Raises ValueError when these bytes are no text.
    """
    try:
        text = raw.decode(wide_encoding(raw) or "utf-8-sig")
    except UnicodeDecodeError as error:
        if wide_encoding(raw):
            raise ValueError(NOT_TEXT) from error
        text = _decode_old(raw, declared)
    if len(_CONTROL.findall(text)) > max(1, len(text) // 20):
        raise ValueError(NOT_TEXT)
    return text


def _decode_old(raw: bytes, declared: str | None) -> str:
    encoding = known_encoding(declared) or looks_like(raw) or "cp1256"
    text = raw.decode(encoding, errors="replace")
    if not is_mostly_arabic(text):
        raise ValueError(NOT_TEXT)
    return text


def looks_like(raw: bytes) -> str | None:
    """The encoding of Arabic bytes that are not UTF-8; None where they are not Arabic."""
    from charset_normalizer import from_bytes

    sample = raw[:_SAMPLE]
    best = from_bytes(sample, cp_isolation=_TOLD_APART, enable_fallback=False).best()
    encoding = best.encoding if best else "mac_arabic"
    if encoding == "iso8859_6" and sample.count(b"\xa0") > sample.count(b" "):
        encoding = "mac_arabic"  # which has a second space, for text that runs to the left
    return encoding if is_mostly_arabic(sample.decode(encoding, errors="replace")) else None


def known_encoding(name: str | None) -> str | None:
    """What Python calls the encoding of that name, where Arabic is written in it."""
    return _ENCODINGS.get(name.strip().lower()) if name else None


def wide_encoding(raw: bytes) -> str | None:
    """UTF-16 or UTF-32 where the bytes begin with its mark, and UTF-16 also where every other byte says so."""
    marked = next((encoding for mark, encoding in _WIDE if raw.startswith(mark)), None)
    return marked or _unmarked(raw[:_HEAD])


def _unmarked(head: bytes) -> str | None:
    even, odd = (_share_of_high(head[first::2]) for first in (0, 1))
    if len(head) < 6 or min(even, odd) > 0.2 or max(even, odd) < 0.8:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _share_of_high(half: bytes) -> float:
    return sum(map(half.count, _HIGH)) / max(1, len(half))


def utf8_lines(stream: IO[bytes], declared: str | None = None) -> Iterator[bytes | None]:
    """The lines of a stream, made UTF-8 when it is wider; None for one that is too long. Raises ValueError."""
    head = stream.read(4)
    head += some(stream, _HEAD) if len(head) == 4 else b""
    stream = io.BufferedReader(Rejoined(head, stream))
    if encoding := wide_encoding(head):
        yield from _narrowed(stream, encoding)
    else:
        recoded = _OldLines(known_encoding(declared))
        yield from (line and recoded(line) for line in lines(stream))


def _narrowed(stream: IO[bytes], encoding: str) -> Iterator[bytes | None]:
    try:
        for line in lines(io.TextIOWrapper(stream, encoding, newline="\n")):
            yield None if line is None else line.encode()
    except UnicodeDecodeError as error:
        raise ValueError(NOT_TEXT) from error


@dataclass
class _OldLines:
    """Lines of one file, made UTF-8: what it is written in is told once, from a line that is long enough."""

    encoding: str | None

    def __call__(self, line: bytes) -> bytes:
        try:
            line.decode()
        except UnicodeDecodeError:
            return self._recoded(line)
        return line

    def _recoded(self, line: bytes) -> bytes:
        encoding = self.encoding or looks_like(line) or "cp1256"
        text = line.decode(encoding, errors="replace")
        if not is_mostly_arabic(_ASCII.sub("", text) if self.encoding else text):
            return line  # whoever reads it says that it is no text
        if sum(byte > 127 for byte in line) >= _ENOUGH:
            self.encoding = encoding
        return text.encode()


def storable(text: str) -> str:
    """NUL and lone surrogates, which no file or database can hold, become U+FFFD: as many characters as before."""
    return _UNSTORABLE.sub("\ufffd", text)


def is_mostly_arabic(text: str) -> bool:
    """More than half of its letters are Arabic."""
    return len(_ARABIC.findall(text)) > len(_LETTER.findall(text)) / 2
