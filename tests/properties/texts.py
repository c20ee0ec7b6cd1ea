"""Texts that hypothesis puts together from the words of the lexicon, numerals, punctuation and noise."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from timeline.grammar import clocks, counts, dates, times
from timeline.lexicon import lexicon

DIGITS = "0123456789"
SCRIPTS = ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
MARKS = ("\u0640", "\u064e", "\u0651", "\u0652", "\u200f", "\u200e", "\u2067", "\ufeff")

_BY_CLASS: dict[str, list[str]] = {}
for _form, _values in sorted(lexicon().forms.items()):
    for _name in _values:
        _BY_CLASS.setdefault(_name, []).append(_form)
for _phrase, _values in sorted(lexicon().phrases.items()):
    for _name in _values:
        _BY_CLASS.setdefault(_name, []).append(" ".join(_phrase))

_NUMERALS = st.one_of(
    st.integers(0, 40).map(str),
    st.integers(0, 10**15).map(str),
    st.integers(1900, 2100).map(str),
    st.tuples(st.integers(0, 40), st.sampled_from("/-.:,٫٬"), st.integers(0, 99)).map(lambda t: f"{t[0]}{t[1]}{t[2]}"),
    st.tuples(st.integers(0, 40), st.sampled_from("/-."), st.integers(0, 40), st.integers(0, 9999)).map(
        lambda t: f"{t[0]}{t[1]}{t[2]}{t[1]}{t[3]:04d}"
    ),
)
_CLITICS = st.sampled_from(("", "", "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "وب"))
# A class first, then a word of it: a class of three words comes up as often as one of three hundred.
_WORDS = st.sampled_from(sorted(_BY_CLASS)).flatmap(lambda name: st.sampled_from(_BY_CLASS[name]))
_SIGNS = st.sampled_from(("،", ".", "/", "-", "(", ")", "«", "»", ":", "%", "\n", "؟", "…", "ـ"))
_TOKENS = st.one_of(st.tuples(_CLITICS, _WORDS).map("".join), _WORDS, _NUMERALS, _SIGNS)
# What the rules read, so that most texts hold times and counts, and what makes figures and events of them.
_EXAMPLES = st.sampled_from(
    [
        text
        for book in (*dates.BOOKS, times.BOOK, clocks.BOOK, counts.BOOK)
        for rule in book.rules
        for text in rule.examples
    ]
)
_FRAMES = st.sampled_from(
    (
        "قُتل", "أصيب", "اعتقلت الشرطة", "أسفر القصف عن", "بينهم", "ارتفعت حصيلة القتلى إلى", "أكثر من", "منذ", "حتى", "بين",
        "وقع انفجار في", "بحسب وزارة الصحة", "وأضافت أن", "يعقد المجلس", "من المقرر أن", "نفى الجيش", "في بلدة", "اليوم نفسه",
        "قُتل 9 أشخاص بينهم طفلان", "استشهاد 21 مدنياً بينهم نساء وأطفال", "من بينهم 3", "سبعة منهم", "وثلاثة جرحى",
    )
)  # fmt: skip

sentences = st.lists(st.one_of(_EXAMPLES, _FRAMES, _EXAMPLES, _FRAMES, _TOKENS), min_size=6, max_size=24).map(" ".join)
noisy = st.lists(st.one_of(_TOKENS, st.text(max_size=6)), max_size=24).flatmap(
    lambda tokens: st.sampled_from((" ", "", "\u00a0", "\n")).map(lambda space: space.join(tokens))
)
anything = st.one_of(sentences, noisy, st.text(max_size=80))

_OFFSETS = st.sampled_from([timezone(timedelta(minutes=minutes)) for minutes in (-720, -300, 0, 180, 210, 840)])
published = st.one_of(
    st.none(),
    st.datetimes(datetime(1990, 1, 1), datetime(2035, 1, 1), timezones=_OFFSETS),
    st.datetimes(timezones=_OFFSETS),
)


def in_script(text: str, digits: str) -> str:
    """The text with its digits in another script."""
    return text.translate(str.maketrans(DIGITS, digits))


def marked(text: str, mark: str, every: int) -> str:
    """The text with a mark in each word, after its letter number `every`; shorter words stay as they are."""
    return " ".join(
        word[:every] + mark + word[every:] if word.isalpha() and len(word) > every else word for word in text.split(" ")
    )
