"""«بحسب وزارة الصحة في غزة», «قالت الوزارة إن …»: who reported a figure, in the words of the text."""

from __future__ import annotations

from dataclasses import dataclass

from ..sentences import Sentence

_LONGEST = 9
_STOPS = frozenset(
    (
        "that comma end open close colon date time period length window part harm trigger number past present future "
        "until since reference dash relative statement_place qualifier approx destroys vague about toll_noun while "
        "firing yields sometime tonight part_adverb rises"
    ).split()
)
_OPENING = ("according", "reports", "declares")
_NO_NAME = ("to", "in", "of", "on", "during", "place_word", "with_pronoun", "after", "before", "past_marker")
_LINKS = ("in", "of", "on", "l", "b", "and")


@dataclass(frozen=True, slots=True)
class _Source:
    """A named source: where it is introduced, by «بحسب» or by a verb, and whether that verb says the count."""

    position: int
    text: str
    according: bool
    says: bool


class Attribution:
    """Finds sources sentence by sentence and remembers the last one, which «وأضافت أن» speaks for again."""

    def __init__(self) -> None:
        self.last: str | None = None
        self._sentence = -1
        self._found: list[_Source] = []

    def of(self, sentence: Sentence, first: int) -> str | None:
        """Who reports the count at `first`: who says it before, else who is named after it, else who is named."""
        named = self._in(sentence)
        said = [source for source in named if source.says and source.position < first]
        if said:
            return said[-1].text
        after = [source for source in named if source.position > first and source.according]
        before = [source for source in named if source.position < first and source.according]
        if after and before:
            return min(after[0], before[-1], key=lambda source: abs(source.position - first)).text
        return after[0].text if after else before[-1].text if before else None

    def _in(self, sentence: Sentence) -> list[_Source]:
        if self._sentence == sentence.number:
            return self._found
        self._sentence, self._found = sentence.number, []
        position = sentence.first
        if (colon := _headline_colon(sentence)) is not None:  # «المرصد السوري: مقتل …»
            self.last = _words(sentence, position, colon)
            self._found.append(_Source(position, self.last, False, True))
            position = colon
        for opening in sentence.where(position, sentence.past, *_OPENING):
            start = self._opening(sentence, opening) if opening >= position else None
            if start is None:
                continue
            position = opening
            past = _phrase_end(sentence, start)
            text = _name(sentence, position, start, past) if past > start else self._again(sentence, position, start)
            if text:
                according = sentence.has(position, "according")
                self._found.append(_Source(position, text, according, not according and _says(sentence, past)))
                self.last = text
            position = max(past, position + 1)
        return self._found

    def _again(self, sentence: Sentence, position: int, start: int) -> str | None:
        """«وأضافت أن …», «كما ذكرت»: a verb with no name speaks for the last one named."""
        if sentence.has(position, "according"):
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
            elif sentence.line.word(position).form == "كما":
                return None
            while sentence.has(start, "l", "with_pronoun"):
                start += 1
            return _past_the_toll(sentence, start)
        if ("reports" in classes or "declares" in classes) and ("past" in classes or "present" in classes):
            return position + 2 if sentence.has(position + 1, "with_pronoun") else position + 1
        return None


def _headline_colon(sentence: Sentence) -> int | None:
    """Where the colon stands after a name that opens the sentence, when harm follows it."""
    for position in range(sentence.first, min(sentence.first + 7, sentence.past)):
        if sentence.has(position, "colon"):
            told = sentence.any(position + 1, position + 4, "harm", "number", "trigger")
            return position if told and sentence.has(sentence.first, "body") else None
        if not _STOPS.isdisjoint(sentence.classes(position)):
            return None
    return None


def _past_the_toll(sentence: Sentence, start: int) -> int:
    """«وفق حصيلة جديدة أعلنتها الحماية المدنية»: the source comes after the verb."""
    if sentence.has(start, "toll_noun", "statement_place"):
        for position in range(start + 1, start + 5):
            if sentence.has(position, "reports", "declares"):
                return position + 1
    return start


_SAID = ("that", "harm", "number", "qualifier", "vague", "trigger", "destroys", "about", "toll_noun")
_ASIDES = ("date", "part", "part_adverb", "tonight", "sometime", "open", "in", "b")
_SAID_WITHIN = 14
_STRANGERS = 2


def _says(sentence: Sentence, past: int) -> bool:
    """Whether what is said follows: «إن», a word of harm or a number, also after «، أمس،» or «في بيان»."""
    strangers = 0
    for position in range(past, past + _SAID_WITHIN):
        if sentence.has(position, *_SAID):
            return True
        strangers += sentence.has(position, "unknown")
        if strangers > _STRANGERS:
            return False  # «أعلن المجلس حال الطوارئ …»: something else is said
        if sentence.has(position, "comma") and not sentence.has(position + 1, *_SAID, *_ASIDES):
            return sentence.has(position + 1, "relative") and _resumes(sentence, position + 1)
    return False


def _resumes(sentence: Sentence, aside: int) -> bool:
    """«وقالت البعثة، التي أدانت الهجوم، إن …»: what is said follows the aside."""
    comma = next((p for p in range(aside, aside + 12) if sentence.has(p, "comma")), None)
    return comma is not None and sentence.has(comma + 1, "that")


def _phrase_end(sentence: Sentence, start: int) -> int:
    """The noun phrase from `start`: up to a comma, a verb, a time or a clause."""
    if sentence.has(start, *_NO_NAME):
        return start
    past = start
    quoted = False
    while past < sentence.past and past - start < _LONGEST:
        classes = sentence.classes(past)
        if "l" in classes and sentence.has(past + 1, "quote", "journalist", "name_noun"):
            break  # «مصدر أمني لـ«الإذاعة»»: to whom it was said
        if "quote" in classes:
            quoted = not quoted
        elif not quoted and not _STOPS.isdisjoint(classes) and not _is_inside(sentence, past):
            break
        past += 1
    while past > start and (sentence.has(past - 1, *_LINKS) or _is_about(sentence, past - 1)):
        past -= 1
    return past


def _is_inside(sentence: Sentence, position: int) -> bool:
    """«مسؤول مطلع على الوساطة»: what the source knows of belongs to its name."""
    return sentence.has(position, "trigger") and sentence.has(position - 1, "on")


def _is_about(sentence: Sentence, position: int) -> bool:
    return sentence.line.word(position).form in ("عن", "الي", "علي", "ما", "قد", "عقب", "اثر", "حول")


def _name(sentence: Sentence, opening: int, start: int, past: int) -> str:
    """The words of a source; «وفقاً لمصدر» has an ل before it that is no part of the name."""
    text = _words(sentence, start, past)
    after_to = sentence.line.word(opening).form in ("وفقا", "طبقا", "خلافا")
    return text[1:] if after_to and sentence.has(start, "prefixed") and text.startswith("ل") else text


def _words(sentence: Sentence, first: int, past: int) -> str:
    start, end = sentence.line.word(first).start, sentence.line.word(past - 1).end
    return sentence.line.text.text[start:end]
