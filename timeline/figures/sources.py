"""The words that name a source: where they stand around a verb of saying, where they end, and what is said."""

from __future__ import annotations

from ..sentences import Sentence

_LONGEST = 9
_OPENS_WITHIN = 6
_QUOTED = 9  # letters of a name between double brackets, the brackets among them
_STOPS = frozenset(
    (
        "that comma end open close colon date time period length window part harm trigger number past present future "
        "until since reference dash relative statement_place qualifier approx destroys vague about toll_noun while "
        "firing yields sometime tonight part_adverb rises occasion seated this to during"
    ).split()
)
OPENING = ("according", "reports", "declares", "denies", "participle_says", "accuses")
_NO_NAME = ("at", "to", "in", "of", "on", "during", "place_word", "with_pronoun", "after", "before", "past_marker")
_OF_A_CLOCK = ("hour_word", "hour_noun", "clock", "clock_with_point")
_LINKS = ("in", "of", "on", "l", "b", "and")


def named_before(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """«لكن مسؤولاً في مأرب قال إن», «وكانت الوزارة قد أعلنت»: where the name before its verb stands."""
    if not sentence.has(verb, "reports", "declares", "denies"):
        return None
    if (opening := _name_that_opens(sentence, verb)) is not None:
        return opening
    if not sentence.has(verb, "past"):
        return None
    past = verb - 1 if sentence.has(verb - 1, "and", "past_marker") else verb
    openers = ("was",) if sentence.has(past, "past_marker") else ("but",)
    opened = sentence.where(past - _LONGEST, past, *openers, "that", "comma", "relative", "harm", *OPENING)
    if not opened or not sentence.has(opened[-1], *openers) or past - opened[-1] < 2:
        return None
    return opened[-1] + 1, past


def _name_that_opens(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """«وزارة الصحة نفت», «من جهتها الشرطة أكدت», «الجيش يعلن»: a body that opens the sentence, up to its verb."""
    first = sentence.first
    while sentence.has(first, "quote", "and", "aside"):
        first += 1
    if not first < verb <= first + _OPENS_WITHIN or not sentence.has(first, "body"):
        return None
    return (first, verb) if all(not _stops(sentence, position) for position in range(first + 1, verb)) else None


def counts_itself(sentence: Sentence, start: int) -> bool:
    """«كانت حصيلة سابقة قد أشارت إلى», «سجلت أثقل حصيلة»: the subject is the toll, and nobody is named."""
    return sentence.has(start + sentence.has(start, "superlative"), "toll_noun")


def headline_colon(sentence: Sentence) -> int | None:
    """Where the colon stands after a name that opens the sentence, when harm follows it."""
    for position in range(sentence.first, min(sentence.first + 7, sentence.past)):
        if sentence.has(position, "colon"):
            told = sentence.any(position + 1, position + 4, "harm", "number", "trigger")
            return position if told and sentence.has(sentence.first, "body") else None
        if not _STOPS.isdisjoint(sentence.classes(position)):
            return None
    return None


def past_the_toll(sentence: Sentence, start: int) -> int:
    """«وفق حصيلة جديدة أعلنتها الحماية المدنية»: the source comes after the verb."""
    if sentence.has(start, "toll_noun", "statement_place"):
        for position in range(start + 1, start + 5):
            if sentence.has(position, "reports", "declares", "issued"):
                past = position + 1
                while sentence.has(past, "date", "part", "part_adverb"):
                    past += 1
                return past
    return start


_SAID = ("that", "harm", "number", "qualifier", "vague", "trigger", "destroys", "about", "toll_noun")
_ASIDES = ("date", "part", "part_adverb", "tonight", "sometime", "open", "in", "b", "during")
_SAID_WITHIN = 14
_STRANGERS = 2
_IN_A_STATEMENT = 6  # «في بيان نشرته مواقع … إن»
SHORTEST = 3  # letters; «د.» is a title


def is_told(sentence: Sentence, past: int) -> bool:
    """Whether what is said follows: «إن», a word of harm or a number, also after «، أمس،» or «في بيان»."""
    strangers = 0
    for position in range(past, past + _SAID_WITHIN):
        if sentence.has(position, *_SAID) and not sentence.has(position - 1, "occasion"):
            return True
        strangers += sentence.has(position, "unknown")
        if strangers > (_IN_A_STATEMENT if sentence.any(past, position, "statement_place") else _STRANGERS):
            return False  # «أعلن المجلس حال الطوارئ …»: something else is said
        if sentence.has(position, "comma") and not sentence.has(position + 1, *_SAID, *_ASIDES):
            return sentence.has(position + 1, "relative") and _resumes(sentence, position + 1)
    return False


def _resumes(sentence: Sentence, aside: int) -> bool:
    """«وقالت البعثة، التي أدانت الهجوم، إن …»: what is said follows the aside."""
    comma = next((p for p in range(aside, aside + 12) if sentence.has(p, "comma")), None)
    return comma is not None and sentence.has(comma + 1, "that")


def phrase_end(sentence: Sentence, start: int) -> int:
    """The noun phrase from `start`: up to a comma, a verb, a time or a clause."""
    if sentence.has(start, *_NO_NAME):
        return start
    past = start
    quoted = False
    while past < sentence.past and past - start < _LONGEST:
        classes = sentence.classes(past)
        if "l" in classes and sentence.has(past + 1, "quote", "journalist", "name_noun", "agency"):
            break  # «مصدر أمني لـ«الإذاعة»»: to whom it was said
        if "quote" in classes:
            quoted = not quoted
        elif (closed := _double_brackets(sentence, past)) is not None:
            past = closed
        elif not quoted and _stops(sentence, past) and (past > start or "this" not in classes):
            break  # «هذه المصادر» is a name
        past += 1
    while past > start and (sentence.has(past - 1, *_LINKS) or _is_about(sentence, past - 1)):
        past -= 1
    return past


def _double_brackets(sentence: Sentence, position: int) -> int | None:
    """«قناة ((المثال)) التابعة ل…»: some agencies' quotation marks; the position of the last bracket."""
    if not (sentence.has(position, "open") and sentence.has(position + 1, "open")):
        return None
    closing = sentence.where(position + 2, position + _QUOTED, "close")
    return closing[1] if len(closing) > 1 and closing[1] == closing[0] + 1 else None


def _stops(sentence: Sentence, position: int) -> bool:
    if sentence.has(position, "at") and sentence.has(position + 1, *_OF_A_CLOCK):
        return True  # «رئيس البلدية عند الثالثة عصراً»
    return not _STOPS.isdisjoint(sentence.classes(position)) and not _is_inside(sentence, position)


def _is_inside(sentence: Sentence, position: int) -> bool:
    """«مسؤول مطلع على الوساطة»: what the source knows of belongs to its name."""
    return sentence.has(position, "trigger") and sentence.has(position - 1, "on")


def _is_about(sentence: Sentence, position: int) -> bool:
    return sentence.line.word(position).form in ("عن", "الي", "علي", "ما", "قد", "عقب", "اثر", "حول")


def name(sentence: Sentence, opening: int, start: int, past: int) -> str:
    """The words of a source; «وفقاً لمصدر» has an ل before it that is no part of the name."""
    text = words(sentence, start, past)
    after_to = sentence.line.word(opening).form in ("وفقا", "طبقا", "خلافا")
    return text[1:] if after_to and sentence.has(start, "prefixed") and text.startswith("ل") else text


def words(sentence: Sentence, first: int, past: int) -> str:
    return sentence.line.written(first, past)
