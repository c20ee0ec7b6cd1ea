"""Texts that hypothesis puts together from the words of the lexicon, numerals, punctuation and noise."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import strategies as st

from fuzz.material import BY_CLASS, CLASSES, CLITICS, EXAMPLES, FRAMES, SIGNS

_NUMERALS = st.one_of(
    st.integers(0, 40).map(str),
    st.integers(0, 10**15).map(str),
    st.integers(1900, 2100).map(str),
    st.tuples(st.integers(0, 40), st.sampled_from("/-.:,٫٬"), st.integers(0, 99)).map(lambda t: f"{t[0]}{t[1]}{t[2]}"),
    st.tuples(st.integers(0, 40), st.sampled_from("/-."), st.integers(0, 40), st.integers(0, 9999)).map(
        lambda t: f"{t[0]}{t[1]}{t[2]}{t[1]}{t[3]:04d}"
    ),
)
# A class first, then a word of it: a class of three words comes up as often as one of three hundred.
_WORDS = st.sampled_from(CLASSES).flatmap(lambda name: st.sampled_from(BY_CLASS[name]))
_TOKENS = st.one_of(st.tuples(st.sampled_from(CLITICS), _WORDS).map("".join), _WORDS, _NUMERALS, st.sampled_from(SIGNS))
_EXAMPLES, _FRAMES = st.sampled_from(EXAMPLES), st.sampled_from(FRAMES)

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
