"""Which articles are found by which words, and what is shown of them."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine, text

from tests.store.articles import AT, TEXT, article, dump, stored
from timeline.store.asking.searching import SearchProblem, find_articles
from timeline.store.opening.health import faults
from timeline.values import Document, Extraction

ARTICLES = {
    "strike": "أدّى القَصْفُ على غزّة، مُسَاءَ الأربِعاء، إلى مقتل ٢١ شخصاً.",
    "talks": "قال المتحدث إن وقف إطلاق النار للأسرى بدأ، ولإطلاق سراحهم شروط في القاهرة.",
    "latin": "تقرير AFP: 1,200 قتيل في 2014_x والـ BBC",
}


@pytest.fixture
def filled(engine: Engine) -> Engine:
    stored(engine, *(Extraction(Document(name, words, title=f"عنوان {name}")) for name, words in ARTICLES.items()))
    return engine


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("قصف", "strike"),
        ("قصف غزه", "strike"),
        ("القصف", "strike"),
        ("غزة", "strike"),
        ("مساء", "strike"),
        ("مساءَ الاربعاء", "strike"),
        ("21", "strike"),
        ("٢١", "strike"),
        ("الى", "strike"),
        ("اسرى", "talks"),
        ("الاسرى", "talks"),
        ("اطلاق", "talks"),
        ("«وقف إطلاق النار»", "talks"),
        ('"إطلاق سراحهم"', "talks"),
        ('"سراحهم إطلاق"', ""),
        ('"وقف النار"', ""),
        ("وقف النار", "talks"),
        ("قصف القاهرة", ""),
        ("متحد*", "talks"),
        ("متحد", ""),
        ("afp", "latin"),
        ("bbc 2014", "latin"),
        ("1,200", "latin"),
        ("عنوان", "strike talks latin"),
        ("عنوان talks", "talks"),
        ("قصف OR القاهرة", ""),
        ("NOT قصف", ""),
        ("NEAR(قصف)", ""),
        ("folded:قصف", ""),
        ("قصف')", "strike"),
        ('"قصف', "strike"),
        ("قصف & | ! <-> :* ^", "strike"),
    ],
)
def test_found(filled: Engine, words: str, found: str) -> None:
    assert [each.given_id for each in find_articles(filled, words)] == found.split()


@pytest.mark.parametrize("words", ["", " ", '""', "؟!", "*", "«»", "\x00", "ـ", "َ"])
def test_nothing_to_search_for(filled: Engine, words: str) -> None:
    with pytest.raises(SearchProblem, match="no word to search for"):
        find_articles(filled, words)


def test_too_many_words(filled: Engine) -> None:
    with pytest.raises(SearchProblem, match="at most 20"):
        find_articles(filled, "قصف " * 21)


def test_a_word_of_any_length(filled: Engine) -> None:
    assert find_articles(filled, "ق" * 5_000) == []


def test_the_words_are_shown_as_they_are_written(filled: Engine) -> None:
    (found,) = find_articles(filled, "قصف اربعاء")
    assert found.snippet == "أدّى [القَصْفُ] على غزّة، مُسَاءَ [الأربِعاء،] إلى مقتل ٢١ شخصاً."
    (found,) = find_articles(filled, "سراحهم")
    assert found.snippet.startswith("… المتحدث إن وقف")
    (found,) = find_articles(filled, "عنوان latin")  # in the title only
    assert found.snippet == ARTICLES["latin"]


def test_latest_first(engine: Engine) -> None:
    stored(engine, article(id="undated", published=None), article(TEXT + " أ", id="dated"))
    assert [each.given_id for each in find_articles(engine, "غارة")] == ["dated", "undated"]
    assert [each.given_id for each in find_articles(engine, "غارة", limit=1)] == ["dated"]


def test_the_index_follows_the_articles(engine: Engine) -> None:
    stored(engine, article(url=AT))
    assert find_articles(engine, "قديم") == []
    stored(engine, article(TEXT + " خبر جديد", url=AT))
    assert find_articles(engine, "جديد")
    stored(engine, article(url=AT, title="قديم"))
    assert find_articles(engine, "قديم")
    assert find_articles(engine, "جديد") == []
    with engine.begin() as connection:
        assert list(faults(connection)) == []
        connection.execute(text("DELETE FROM document"))
    assert find_articles(engine, "غارة") == []


def test_a_text_beyond_what_postgresql_indexes(engine: Engine) -> None:
    words = " ".join(f"كلمة{number}" for number in range(120_000))
    stored(engine, Extraction(Document("long", words)))
    assert find_articles(engine, "كلمة7")
    assert len(dump(engine)["document"]) == 1
