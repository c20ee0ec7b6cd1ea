"""Which articles are read again, and as what."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.store.articles import AT, FEW, article, stored
from timeline.store.writing.rereading import documents_read_before, is_older


@pytest.mark.parametrize(
    ("version", "other", "older"),
    [
        ("0.9", "0.10", True),
        ("0.10", "0.9", False),
        ("1.0.0", "1.0.0", False),
        ("1.0", "1.0.1", True),
        ("1.0.dev3", "1.1", True),
        ("uninstalled", "0.1", True),
        ("0.1", "uninstalled", False),
        ("", "0", True),
    ],
)
def test_older(version: str, other: str, older: bool) -> None:
    assert is_older(version, other) == older


def test_only_what_an_older_version_read(engine: Engine) -> None:
    old, new, url = (
        article(title="عنوان"),
        FEW,
        article("خبر. غارة 21 فلسطينياً 4 أطفال فجر الثلاثاء انفجار وقت سابق", url=AT),
    )
    stored(engine, old, extractor="0.9")
    stored(engine, new, extractor="0.10")
    stored(engine, url, extractor="uninstalled")
    assert list(documents_read_before(engine, "0.10")) == [old.document, url.document]
    assert list(documents_read_before(engine, None)) == [old.document, new.document, url.document]


def test_an_article_is_the_same_document_again(engine: Engine) -> None:
    """Saving it while the next ones are still being looked up."""
    many = [
        article(f"خبر {number}. غارة 21 فلسطينياً 4 أطفال فجر الثلاثاء انفجار وقت سابق", id=f"a{number}")
        for number in range(450)
    ]
    stored(engine, *many, extractor="1")
    by_id = {each.document.id: each for each in many}
    saved = [stored(engine, by_id[document.id], extractor="2") for document in documents_read_before(engine, "2")]
    assert sum(each.changed for each in saved) == 450
    assert list(documents_read_before(engine, "2")) == []
