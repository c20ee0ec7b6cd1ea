"""Every encoding that Arabic news came in, by name or by its looks; and letters that were lost before us."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.sources import Unreadable, read_documents
from timeline.sources.decoding import decode, looks_like, wide_encoding
from timeline.sources.html import decode_page
from timeline.sources.mojibake import garbled
from timeline.values import Document

WIRE = "قتل 21 شخصا وأصيب العشرات في غارة على مخيم جباليا فجر الثلاثاء، وفق وزارة الصحة"
OLD = ["cp1256", "iso8859-6", "mac_arabic"]
MARKED = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
NAMES = {"windows-1256": "cp1256", "ISO-8859-6": "iso8859-6", "x-mac-arabic": "mac_arabic", "UTF-8": "utf-8"}
ENGLISH = "Three people were killed in a raid on Tuesday, officials said, and nobody else was hurt."
FRENCH = "Déjà vu à Gaza: des évènements où l'armée a été mêlée, d'après les témoins interrogés là-bas."
URDU = "غزہ میں اسرائیلی حملوں میں تین افراد ہلاک ہو گئے، وزارت صحت نے بتایا ہے کہ زخمیوں کی تعداد زیادہ ہے۔"


def old(text: str, encoding: str) -> bytes:
    """Python writes the signs of ASCII in MacArabic as those for text that runs to the left, which markup never is."""
    if encoding != "mac_arabic":
        return text.encode(encoding)
    return b"".join(sign.encode("ascii" if sign.isascii() else encoding) for sign in text)


@pytest.mark.parametrize("encoding", [*OLD, *MARKED])
def test_an_encoding_is_told_by_its_looks(encoding: str) -> None:
    assert decode(WIRE.encode(encoding)) == decode(old(WIRE, encoding)) == WIRE


@pytest.mark.parametrize("encoding", OLD)
@pytest.mark.parametrize("length", range(24, len(WIRE), 7))
def test_a_few_words_are_enough(encoding: str, length: int) -> None:
    assert decode(WIRE[:length].encode(encoding)) == WIRE[:length]


@pytest.mark.parametrize("encoding", OLD)
def test_what_is_not_arabic_looks_like_nothing(encoding: str) -> None:
    assert looks_like(FRENCH.encode("latin-1")) is None
    with pytest.raises(ValueError, match="not text in UTF-8"):
        decode(FRENCH.encode("latin-1"), encoding)


@pytest.mark.parametrize("name", NAMES)
def test_a_server_and_a_page_may_name_it(name: str) -> None:
    word = "غزة"  # too short to tell
    page = f"<html><p>{word}</p></html>"
    assert word in decode_page(old(page, NAMES[name]), name)
    named = f'<html><meta http-equiv="Content-Type" content="text/html; charset={name}"><p>{word}</p></html>'
    assert word in decode_page(old(named, NAMES[name]))


@pytest.mark.parametrize("encoding", OLD)
def test_a_page_that_names_none_is_told_by_its_words(encoding: str) -> None:
    page = f"<html><body class='{'x' * 500}'><p>{WIRE}</p></body></html>"
    assert WIRE in decode_page(old(page, encoding))
    assert WIRE in decode_page(old(page, encoding), "utf-8")  # a server may be wrong


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("غزة".encode("utf-16-le"), "utf-16-le"),
        ('{"text": "غزة – “رفح”"}'.encode("utf-16-be"), "utf-16-be"),
        (f"<html><p>{WIRE}".encode("utf-16-le"), "utf-16-le"),
        ("<html><meta charset=utf-16><p>غزة".encode(), None),
        (WIRE.encode("utf-16-le")[1:], "utf-16-be"),
        (bytes(100), None),
        (b"\x06\x06\x06\x00" * 9, None),
        (b"", None),
        *((WIRE.encode(encoding), None) for encoding in (*OLD, "utf-8")),
    ],
    ids=ascii,
)
def test_utf_16_without_a_mark(raw: bytes, encoding: str | None) -> None:
    assert wide_encoding(raw) == encoding


def test_a_page_that_calls_itself_utf_16_and_is_not() -> None:
    page = f"<html><meta charset=utf-16><p>{WIRE}</p></html>"
    for encoding in ("utf-8", "utf-16-le", "utf-16"):
        assert decode_page(page.encode(encoding), "utf-16") == page


@pytest.mark.parametrize("encoding", [*OLD, *MARKED])
def test_the_lines_of_a_corpus(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(old(f'{{"text": "{WIRE}"}}\n{{"text": "غزة"}}\n', encoding))
    (tmp_path / "b.csv").write_bytes(old(f'text,id\n"{WIRE}\nغزة",1\n', encoding))
    documents = [item for item in read_documents([str(tmp_path)]) if isinstance(item, Document)]
    assert [document.text for document in documents] == [WIRE, "غزة", f"{WIRE}\nغزة"]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp1256", "mac_arabic", "cp1251"])
def test_utf_8_that_was_read_as_something_else(encoding: str) -> None:
    assert garbled(WIRE.encode().decode(encoding, errors="replace"))


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
@pytest.mark.parametrize("written", OLD)
def test_old_arabic_that_was_read_as_latin(written: str, encoding: str) -> None:
    assert garbled(WIRE.encode(written).decode(encoding, errors="replace"))


@pytest.mark.parametrize(
    "text",
    [WIRE, ENGLISH, FRENCH, URDU, "", "?", "ماذا حدث؟ ???? لا أحد يعرف شيئا عن ذلك حتى الآن", "طظ", "a\ufffdb\ufffdc"],
    ids=ascii,
)
def test_what_is_not_garbled(text: str) -> None:
    assert garbled(text) is None


@pytest.mark.parametrize(
    "text", ["?? ???? ?????? ?? ???????? ????? ??? 21 ????", "قتل \ufffd\ufffd\ufffd في \ufffd\ufffd\ufffd\ufffd"]
)
def test_letters_that_are_lost(text: str) -> None:
    assert "of its letters are lost" in str(garbled(text))


@pytest.mark.parametrize(
    "paragraph",
    [
        WIRE.encode().decode("cp1252", "replace"),
        WIRE.encode().decode("cp1256", "replace"),
        WIRE.encode("cp1256").decode("latin-1"),
        "?? ???? ?????? ?? ???????? ????? ??? 21 ????",
        "قتل \ufffd\ufffd\ufffd في \ufffd\ufffd\ufffd\ufffd",
    ],
    ids=ascii,
)
def test_one_garbled_paragraph_among_many_is_enough(paragraph: str) -> None:
    assert garbled("\n".join([*[WIRE] * 40, paragraph, WIRE]))
    assert garbled("\n".join([*[WIRE] * 40, paragraph[:7], WIRE])) is None


def test_what_is_garbled_is_not_stored(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{WIRE.encode().decode("cp1252", "replace")}"}}\n', encoding="utf-8")
    (bad,) = read_documents([str(tmp_path / "a.jsonl")])
    assert isinstance(bad, Unreadable)
    assert "its letters are garbled (Arabic read as Latin letters)" in bad.why
