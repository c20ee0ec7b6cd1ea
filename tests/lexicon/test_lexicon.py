"""The word lists load, a broken one says what is wrong with it, and spellings become one."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lexicon import FOLDER, LexiconProblem, lexicon, load
from timeline.lexicon.fold import MARKS, fold, fold_pieces

FILES = sorted(FOLDER.glob("*.toml"))
Write = Callable[[str, str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Adds a file to a folder that otherwise holds a small valid lexicon, and returns the folder."""
    (tmp_path / "classes.toml").write_text('countable = ["human"]\n', encoding="utf-8")
    (tmp_path / "days.toml").write_text('[weekday]\n7 = ["الأحد"]\n', encoding="utf-8")

    def add(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return add


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_every_shipped_file_is_toml(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def test_the_shipped_lexicon_knows_words_and_phrases() -> None:
    words = lexicon()
    assert words.forms["الثلاثاء"]["weekday"] == 2
    assert words.phrases[("كانون", "الثاني")]["month"] == 1
    assert words.forms["كانون"]["phrase_head"] is True


def test_every_shipped_form_is_folded() -> None:
    """A form that is not folded could never be found."""
    words = lexicon()
    assert [form for form in words.forms if fold(form) != form or not form] == []
    assert [phrase for phrase in words.phrases if fold(" ".join(phrase)) != " ".join(phrase)] == []


def test_a_small_lexicon(write: Write) -> None:
    words = load(write("people.toml", '[noun.human]\nperson = ["شخص أشخاص"]\n'))
    assert words.forms["الاحد"] == {"weekday": 7}
    assert words.forms["شخصان"] == {"human": "person", "two": True, "countable": "person"}
    assert words.inflected >= {"شخص", "اشخاص"}


def test_a_word_in_two_classes_has_both(write: Write) -> None:
    words = load(write("more.toml", '[name]\nday = ["الأحد"]\n[weekday]\n1 = ["الأحد"]\n'))
    assert words.forms["الاحد"] == {"weekday": 7, "name": "day"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[weekday\n1 = []", ["bad.toml", "TOML"]),
        ('[weekday]\n1 = "الاثنين"\n', ["bad.toml", "[weekday] 1", "الاثنين"]),
        ("[weekday]\n1 = [1, 2]\n", ["bad.toml", "[weekday] 1"]),
        ('[weekday]\n1 = ["الاثنين", ""]\n', ["bad.toml", "[weekday] 1"]),
        ('[noun.human]\nperson = "شخص"\n', ["bad.toml", "[noun.human] person"]),
        ('[verb.harm]\nkilled = "قتل يقتل"\n', ["bad.toml", "[verb.harm] killed"]),
        ('[verb.trigger_verb]\nambush = ["كمن يكمن"]\n', ["bad.toml", "[trigger_verb] ambush", "air_strike"]),
        ('[trigger_noun]\nambush = ["كمين"]\n', ["bad.toml", "[trigger_noun] ambush", "taxonomy.toml"]),
        ('[adverb.human]\nperson = ["شخص"]\n', ["bad.toml", "[adverb] human"]),
    ],
    ids=[
        "not TOML",
        "no list",
        "numbers",
        "an empty word",
        "a noun",
        "a verb",
        "an event type",
        "another",
        "an unknown inflection",
    ],
)
def test_a_broken_file_is_named_with_its_entry(write: Write, text: str, said: list[str]) -> None:
    with pytest.raises(LexiconProblem) as problem:
        load(write("bad.toml", text))
    assert [part for part in said if part not in str(problem.value)] == []


def test_bytes_that_are_not_text_are_named(write: Write) -> None:
    folder = write("good.toml", "")
    (folder / "bad.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LexiconProblem, match=r"bad\.toml"):
        load(folder)


FOLDED = {
    "أحمد إلى آخر ٱلله": "احمد الي اخر الله",
    "مستشفى": "مستشفي",
    "مدرسة": "مدرسه",
    "قُتِلَ": "قتل",
    "مـــدرسة": "مدرسه",
    "الأَربِعـاء": "الاربعاء",
    "کریم": "كريم",
    "٠١٢٣٤٥٦٧٨٩": "0123456789",
    "۰۱۲۳۴۵۶۷۸۹": "0123456789",
    "ﺍﻷﺣﺪ": "الاحد",
    "ﻻ": "لا",
    "\u200fنص\u200e": "نص",
    "\u2067نص\u2069": "نص",
    "مؤتمر بئر": "مؤتمر بئر",
    "Reuters 24": "Reuters 24",
    "": "",
}


@pytest.mark.parametrize(("text", "folded"), FOLDED.items(), ids=FOLDED)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", FOLDED, ids=FOLDED)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(
    st.text(st.sampled_from(["ا", "أ", "ى", "ة", "٣", "a", " ", "\n", "\u202f", "\u2028", "ﷺ", "ﹰ", *sorted(MARKS)]))
)
def test_pieces_are_those_of_the_whole_text(text: str) -> None:
    """White space that folding makes or keeps, pieces of marks alone, letters that fold into several words."""
    assert fold_pieces(text) == fold(text).split()
