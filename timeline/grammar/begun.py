"""«منذ بدء الحرب على غزة», «قبل اندلاع الثورة»: beginnings that a table of anchors dates."""

from __future__ import annotations

from ..lexicon.fold import without_marks
from ..meanings import StartOf
from .rule import Match, RuleBook

# What may say which one is meant: an adjective («الروسية»), a place («على غزة», «في السودان», «حرب غزة»).
_ADJECTIVE = "(unknown&the&!begun | nationality&the)"
BEGUN_FRAGMENTS = {
    "of_a_place": f"begun&the {_ADJECTIVE}? {_ADJECTIVE}? ((on | in | b) place_word? place)? | begun&!the {_ADJECTIVE}? place",
}
BOOK = RuleBook(BEGUN_FRAGMENTS)
rule = BOOK.rule
_WITHIN = 8  # words in which a date may follow, which then says the time itself
_NEAR = 7  # words between a war and the number of its day


@rule(
    "beginning of a war",
    "beginning ({of_a_place})",
    {
        "منذ بدء الحرب على غزة": StartOf("war", "على غزة"),
        "قبل اندلاع الحرب في السودان": StartOf("war", "في السودان"),
        "منذ بدء الحرب الروسية": StartOf("war", "الروسية"),
        "منذ اندلاع الثورة": StartOf("uprising"),
        "منذ بدء الحرب في 7 أكتوبر": None,
        "أعلن بدء الحرب": None,
    },
    after="since before after",
)
def beginning_of_a_war(m: Match) -> StartOf | None:
    return None if _is_dated(m) else StartOf(m["begun"], _names(m))


@rule(
    "war since which",
    "({of_a_place})",
    {"منذ الحرب على غزة": StartOf("war", "على غزة"), "خلال الحرب على غزة": None},
    after="since",
)
def war_since_which(m: Match) -> StartOf | None:
    return None if _is_dated(m) or "place" not in m else StartOf(m["begun"], _names(m))


def _is_dated(m: Match) -> bool:
    """«منذ بدء الهجوم على طرابلس الخميس الماضي»: the date is the expression."""
    for classes in m.after(_WITHIN):
        if not classes.isdisjoint(("comma", "open", "past", "present")):
            return False
        if not classes.isdisjoint(("date", "period")):
            return True
    return False


def _names(m: Match) -> str:
    """What stands behind the word for the war."""
    begun = m.position("begun")
    if begun is None:
        return ""
    return without_marks(m.line.text.text[m.line.end(begun) : m.line.end(m.past - 1)]).strip()


def war_beside(m: Match) -> tuple[str, str]:
    """(kind, names) of the war whose day a number counts: «اليوم الـ45 للحرب على غزة», «دخلت الحرب يومها الـ87»."""
    following = range(m.past, min(m.past + 3, len(m.line.letters)))
    for position in following:
        classes = m.line.classes(position)
        if "begun" in classes:
            return m.line.word(position).values["begun"], _text(m, position + 1, position + 5)
        if classes.isdisjoint(("of", "l", "on", "and", "quote")):
            break
    for position in range(m.first - 1, max(m.first - 1 - _NEAR, -1), -1):
        classes = m.line.classes(position)
        if "end" in classes:
            break
        if "begun" in classes:
            return m.line.word(position).values["begun"], _text(m, position + 1, m.first)
    return "", ""


def _text(m: Match, first: int, past: int) -> str:
    """The words of letters first to past, up to the end of the sentence or a comma."""
    past = min(past, len(m.line.letters))
    end = next((p for p in range(first, past) if not m.line.classes(p).isdisjoint(("end", "comma"))), past)
    if end <= first:
        return ""
    return without_marks(m.line.written(first, end)).strip()
