"""«بحسب وزارة الصحة في غزة», «قالت الوزارة إن …»: who reported a figure, in the words of the text."""

from __future__ import annotations

from dataclasses import dataclass

from ..sentences import Sentence
from .accusers import accuser
from .sources import (
    OPENING,
    SHORTEST,
    counts_itself,
    headline_colon,
    is_told,
    name,
    named_before,
    past_the_toll,
    phrase_end,
    words,
)

_CONVEYED_WITHIN = 8  # words from «نقلت» to «عن»


@dataclass(frozen=True, slots=True)
class _Source:
    """A named source: where it is introduced, by «بحسب» or by a verb, and whether that verb says the count."""

    position: int
    text: str
    according: bool
    tells: bool


class Attribution:
    """Finds sources sentence by sentence and remembers the last one, which «وأضافت أن» speaks for again."""

    def __init__(self) -> None:
        self.last: str | None = None
        self._sentence = -1
        self._found: list[_Source] = []

    def of(self, sentence: Sentence, first: int) -> str | None:
        """Who reports the count at `first`: who says it before, else who is named after it, else who is named."""
        named = self._in(sentence)
        said = [source for source in named if source.tells and source.position < first]
        if said:
            return said[-1].text
        after = [source for source in named if source.position > first and source.according]
        before = [source for source in named if source.position < first and source.according]
        if after and before and sentence.any(first, after[0].position, "while"):
            return before[-1].text  # «وفق الوزارة، قتل 5، بينما جرح 9 بحسب الإسعاف»
        if after and before:
            return min(after[0], before[-1], key=lambda source: abs(source.position - first)).text
        return after[0].text if after else before[-1].text if before else None

    def _in(self, sentence: Sentence) -> list[_Source]:
        if self._sentence == sentence.number:
            return self._found
        self._sentence, self._found = sentence.number, []
        position = sentence.first
        if (colon := headline_colon(sentence)) is not None:  # «المرصد السوري: مقتل …»
            self.last = words(sentence, position, colon)
            self._found.append(_Source(position, self.last, False, True))
            position = colon
        for opening in sentence.where(position, sentence.past, *OPENING):
            if opening >= position:
                position = self._introduce(sentence, opening, position)
        return self._found

    def _introduce(self, sentence: Sentence, opening: int, position: int) -> int:
        """Keep the source that the word at `opening` introduces; where to go on reading."""
        if (named := named_before(sentence, opening)) is not None:
            if not counts_itself(sentence, named[0]):
                tells = not sentence.has(opening, "denies") and is_told(sentence, opening + 1)
                self._keep(opening, words(sentence, *named), tells=tells)
            return opening + 1
        if sentence.has(opening, "accuses"):
            if (accusing := self._accuser(sentence, opening)) is not None:
                self._keep(opening, accusing, tells=True)
            return position
        start = self._opening(sentence, opening)
        if start is None or (counts_itself(sentence, start) and not sentence.has(opening, "according")):
            return position
        past = phrase_end(sentence, start)
        text = name(sentence, opening, start, past) if past > start else self._again(sentence, opening, start)
        if text and len(text) >= SHORTEST:
            according = sentence.has(opening, "according")
            tells = not according and not sentence.has(opening, "denies") and is_told(sentence, past)
            self._keep(opening, text, according=according, tells=tells)
        return max(past, opening + 1)

    def _accuser(self, sentence: Sentence, verb: int) -> str | None:
        """«ونفى المتحدث … واتهم الجيش بقصف …»: the one name behind the verb is the accused, the last named accuses."""
        named = accuser(sentence, verb)
        if named is None:
            return None
        alone = sentence.has(named[1], "b", "prefixed") and sentence.has(verb - 1, "and")
        return self.last if alone else words(sentence, *named)

    def _keep(self, position: int, text: str, *, according: bool = False, tells: bool) -> None:
        self._found.append(_Source(position, text, according, tells))
        self.last = text

    def _again(self, sentence: Sentence, position: int, start: int) -> str | None:
        """«وأضافت أن …», «كما ذكرت»: a verb with no name speaks for the last one named."""
        if sentence.has(position, "according", "participle_says"):
            return self.last
        return self.last if sentence.has(position, "past") and sentence.has(start, "that", "to") else None

    def read(self, sentence: Sentence) -> None:
        """Pass over a sentence, so that the next one may refer to its source."""
        self._in(sentence)

    def _opening(self, sentence: Sentence, position: int) -> int | None:
        """The place at which the name of a source begins, after a word that introduces one."""
        classes = sentence.classes(position)
        if "according" in classes:
            start = position + 1
            if sentence.has(start, "what"):
                start += 1
            if sentence.has(start, "reports", "declares"):
                start += 1
            elif sentence.value(position, "according") == "verb":
                return None  # «كما», «على ما يبدو»
            while sentence.has(start, "l", "with_pronoun"):
                start += 1
            return past_the_toll(sentence, start)
        if "participle_says" in classes:
            return position + 1 if sentence.any(position + 1, position + 5, "that") else None
        if "denies" in classes:
            return position + 1 if "past" in classes else None
        return _after_the_verb(sentence, position)


def _after_the_verb(sentence: Sentence, verb: int) -> int | None:
    """«أفاد به مصدر»; not «في بيان نشرته», «لنقل الحجارة», «نقلت سيارات الإسعاف»."""
    if not (sentence.has(verb, "reports", "declares") and sentence.has(verb, "past", "present")):
        return None
    if sentence.has(verb, "pronoun") or sentence.has(verb - 1, "l", "b", "in", "of", "other_counted"):
        return None
    if sentence.value(verb, "reports") == "conveys" and not sentence.any(verb + 1, verb + _CONVEYED_WITHIN, "about"):
        return None
    return verb + 2 if sentence.has(verb + 1, "with_pronoun") else verb + 1
