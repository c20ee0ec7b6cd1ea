"""Text -> words: where it is cut, what a proclitic leaves behind, and that every offset is true."""

from __future__ import annotations

from itertools import pairwise

import pytest

from timeline.lexicon.fold import MARKS, fold
from timeline.words import Text, Word, vocabulary

CUT = {
    "الثلاثاء": "الثلاثاء",
    "والثلاثاء": "و الثلاثاء",
    "فالثلاثاء": "ف الثلاثاء",
    "بالقصف": "ب القصف",
    "وبالقصف": "و ب القصف",
    "فبالأمس": "ف ب الامس",
    "كالأمس": "ك الامس",
    "ومنذ": "و منذ",
    "وقُتِل": "و قتل",
    "فقتل": "ف قتل",
    "وأمس": "و امس",
    "وباقتحامها": "و ب اقتحامها",
    "و3": "و 3",
    "بـ15": "ب 15",
    "الـ24": "ال 24",
    "12قتيلاً": "12 قتيلا",
    "قتيلاً12": "قتيلا 12",
    "12Mayمايو": "12 May مايو",
    "مايو/أيار": "مايو / ايار",
    "«قتيل»": "« قتيل »",
    "(ت غ)": "( ت غ )",
    # Words that only begin like a proclitic stay whole.
    "وزارة": "وزاره",
    "وفد": "وفد",
    "بيان": "بيان",
    "لبنان": "لبنان",
    "ولبنان": "و لبنان",
    "فلسطين": "فلسطين",
    "كنيسة": "كنيسه",
    "كما": "كما",
    # So do words that the lexicon does not know.
    "وخرطبق": "وخرطبق",
    "الآن": "الان",
    "الثُّلاثاء": "الثلاثاء",
    "الثـــلاثاء": "الثلاثاء",
    "الأربعا\u200fء": "الاربعاء",
    "ﺍﻷﺭﺑﻌﺎﺀ": "الاربعاء",
    "٢٠٢٢": "2022",
    "۲۰۲۲": "2022",
    "46,913": "46,913",
    "10:30": "10:30",
}

SPANS = {
    # word or proclitic -> the words of the text that it spans
    "ومنذ فجر الأحد": ["و", "منذ", "فجر", "الأحد"],
    "للأربعاء": ["ل", "للأربعاء"],
    "وللأربعاء": ["و", "ل", "للأربعاء"],
    "وَالأحَدِ": ["وَ", "الأحَدِ"],
    "\u200fالأحد": ["الأحد"],
    "\u200fوالأحد\u200e.": ["و", "الأحد\u200e", "."],
    "بـ15 قتيلاً": ["بـ", "15", "قتيلاً"],
    "  أمس\u00a0": [" ", " ", "أمس"],
    "ﻭﺍﻷﺣﺪ": ["ﻭ", "ﺍﻷﺣﺪ"],
    "12قتيلاً": ["12", "قتيلاً"],
}

TEXTS = [
    "ومنذ فجر الثلاثاء 9 مايو/أيار 2023، أسفرت الهجمات عن استشهاد 21 فلسطينياً بينهم نساء وأطفال.",
    "«وَقُتِلَ» ـــ ثـلاثـة\u200f أشخاص (3) بـ15:30\r\nالأحد\u2028ﻻ ﷲ ١٢٣٤٥٫٦ 😀 e\u0301 naïve",
    "\ufeffنص\u200cنص\u00adنص\tنص\u3000نص",
]


def words_of(text: str) -> list[Word]:
    """The words of a text, with their code points in it."""
    cut = Text(text, vocabulary())
    positions = range(len(cut.letters))
    return [Word(*cut.word(position)[:2], cut.start(position), cut.end(position)) for position in positions]


@pytest.mark.parametrize(("text", "forms"), CUT.items(), ids=CUT)
def test_where_a_text_is_cut(text: str, forms: str) -> None:
    assert [word.form for word in words_of(text) if word.form] == forms.split()


@pytest.mark.parametrize(("text", "spans"), SPANS.items(), ids=SPANS)
def test_what_a_word_spans(text: str, spans: list[str]) -> None:
    assert [text[word.start : word.end] for word in words_of(text) if word.form] == [
        span for span in spans if span.strip()
    ]


@pytest.mark.parametrize("text", TEXTS, ids=["wire", "odd signs", "invisible signs"])
def test_a_span_folds_to_the_form_of_its_word(text: str) -> None:
    words = words_of(text)
    assert words
    for word in words:
        assert 0 <= word.start <= word.end <= len(text)
        assert fold(text[word.start : word.end]) == word.form


@pytest.mark.parametrize("text", [*TEXTS, *SPANS, "للأربعاء والخميس"])
def test_words_follow_each_other(text: str) -> None:
    """Only the article's lost alef lets a word begin with its proclitic."""
    words = words_of(text)
    for before, after in pairwise(words):
        assert after.start >= (before.start if before.form == "ل" else before.end)


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("الأحد", {"weekday", "the"}),
        ("فجر", {"part", "verb", "past"}),
        ("القصف", {"trigger", "the"}),
        ("اقتحامها", {"trigger", "pronoun"}),
        ("قصفته", {"trigger", "past", "pronoun"}),
        ("أوقفته", {"trigger", "past", "pronoun"}),
        ("سيعقد", {"future"}),
        ("خرطبق", {"unknown"}),
        ("وخرطبق", {"unknown", "prefixed"}),
        ("الخرطبق", {"unknown", "the"}),
        ("Reuters", {"latin"}),
        ("!", {"end"}),
        ("\n", {"end"}),
        ("،", {"comma"}),
        ("ـــ", {"dash"}),
    ],
)
def test_classes_of_a_word(text: str, classes: set[str]) -> None:
    (word,) = words_of(text)
    assert classes <= word.values.keys()


@pytest.mark.parametrize("text", ["لفتة", "ثابتة", "صامتة", "مؤقتة", "بصفته", "وزارته", "استقالته", "هجرته"])
def test_a_noun_is_no_verb_with_its_object(text: str) -> None:
    assert not any("pronoun" in word.values for word in words_of(text))


@pytest.mark.parametrize("text", ["\u200f", "\u064e", "\u202b \u202c", "\u200f\u00a0\u200f"])
def test_marks_alone_are_no_word(text: str) -> None:
    assert words_of(text) == []


def test_a_definite_noun_is_no_verb() -> None:
    """«قصف» may be a verb, «القصف» never."""
    assert "verb" in words_of("قصف")[0].values
    assert "verb" not in words_of("القصف")[0].values


@pytest.mark.parametrize("mark", sorted(MARKS), ids=lambda mark: f"U+{ord(mark):04X}")
def test_a_mark_inside_a_word_changes_nothing_but_its_span(mark: str) -> None:
    (plain,), (marked,) = words_of("الثلاثاء"), words_of(f"الثل{mark}اثاء")
    assert (marked.form, marked.values) == (plain.form, plain.values)
    assert (marked.start, marked.end) == (0, 9)
