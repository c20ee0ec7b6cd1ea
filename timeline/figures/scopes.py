"""Whether a count is of an incident, of a period, or a running total."""

from __future__ import annotations

from ..meanings import StartOf
from ..mention import Mention
from ..sentences import Sentence
from ..values import Scope
from .periods import Timed

_TOLL_REACH = 18
_WAR_REACH = 22  # words
INCIDENTS = (
    "air_strike",
    "shelling",
    "explosion",
    "suicide_attack",
    "attack",
    "raid",
    "accident",
    "disaster",
    "shooting",
)


def scope_of(first: int, sentence: Sentence, timed: Timed | None, war_starts: frozenset[str]) -> Scope:
    """cumulative for «ارتفعت الحصيلة إلى» and since a war's start; period for another stated time; else incident."""
    if is_running_total(first, sentence) or _is_brought_up_to_date(first, sentence):
        return "period" if timed and _is_a_tolls_own(timed, first, sentence, war_starts) else "cumulative"
    if timed is None:
        total = (
            _is_an_estimate(first, sentence)
            or _is_of_the_war(first, sentence)
            or _is_brought_up_to_date(first, sentence)
        )
        return "cumulative" if total else "incident"
    mention, expression = timed
    if _is_of_the_war(first, sentence, mention):
        return "cumulative"
    if mention.signal == "since":
        started = expression.value[:10] in war_starts or _began_there(mention, sentence)
        started = started or isinstance(mention.meaning, StartOf)
        return "cumulative" if started else "period"
    if mention.signal == "until" and "disaster" in sentence.values(sentence.first, mention.first, "trigger"):
        return "cumulative"  # «خلف الزلزال حتى صباح الأحد 2122 وفاة»
    if expression.type == "DURATION" or mention.signal in ("during", "until"):
        return "period"
    if mention.signal in ("between", "from") and expression.type == "DATE":
        return "period"
    coarse = (len(expression.value) < 10 or "-W" in expression.value) and expression.mod not in ("START", "END")
    return (
        "period"
        if coarse and expression.interval.begin is not None and not _names_an_attack(sentence, first)
        else "incident"
    )


def _is_over(timed: Timed, first: int, sentence: Sentence, war_starts: frozenset[str]) -> bool:
    """«بلغ عدد الجثث منذ غرة تموز 101», «بلغ العدد خلال النصف الأول»: a toll over a stated time, that does not rise."""
    mention, expression = timed
    if mention.signal not in ("since", "during"):
        return False
    if sentence.any(first - _TOLL_REACH, first, "rises", "exceeds", "total_noun"):
        return False
    if isinstance(mention.meaning, StartOf) or expression.value[:10] in war_starts or _began_there(mention, sentence):
        return False
    return not _is_of_the_war(first, sentence, mention)


def _is_an_estimate(first: int, sentence: Sentence) -> bool:
    """«وتقدر المنظمة عدد النازحين بنحو أربعة ملايين»: how many there are by now."""
    tolls = sentence.where(first - 8, first, "toll_noun")
    return any(sentence.has(toll + 1, "displaced_noun", "missing_noun") for toll in tolls)


def _is_of_the_war(first: int, sentence: Sentence, mention: Mention | None = None) -> bool:
    """«أودت الحرب بحياة 377 ألف شخص», «وشرد النزاع منذ 2009»: all that a war has done."""
    wars = sentence.where(first - _WAR_REACH, first, "armed_conflict")
    if not wars or sentence.any(wars[-1], first, "while", "that"):
        return False
    begun = sentence.has(wars[-1] - 1, "begins")
    if mention is not None and mention.signal not in ("since", "by") and not (mention.begins or begun):
        return False
    return _acts(wars[-1], sentence) and sentence.any(wars[-1] - 3, first, "yields", "harm", "destroys", "causes")


def _acts(war: int, sentence: Sentence) -> bool:
    """The war is the subject: no «في الحرب», no «ضحايا الحرب»."""
    return war == sentence.first or sentence.has(
        war - 1, "and", "that", "past", "present", "yields", "comma", "dash", "of"
    )


def _is_brought_up_to_date(first: int, sentence: Sentence) -> bool:
    """«في حصيلة محدثة … خلّف 2122 وفاة»."""
    return sentence.any(sentence.first, first, "updated_toll")


def _is_a_tolls_own(timed: Timed, first: int, sentence: Sentence, war_starts: frozenset[str]) -> bool:
    """«حصيلة النصف الأول من العام», «بلغ عدد القتلى خلال النصف الأول»."""
    return sentence.has(timed[0].first - 1, "toll_noun") or _is_over(timed, first, sentence, war_starts)


def _began_there(mention: Mention, sentence: Sentence) -> bool:
    """«منذ بدء الهجوم», «السيول التي تضرب البلاد منذ»: counted from the beginning of a war or disaster."""
    near = mention.first - 7, mention.first
    return sentence.any(*near, "beginning") or "disaster" in sentence.values(*near, "trigger")


def _names_an_attack(sentence: Sentence, first: int) -> bool:
    near = sentence.where(first - 12, first + 12, "trigger")
    return any(_is_one_happening(sentence.value(p, "trigger"), sentence.has(p, "plural")) for p in near)


def _is_one_happening(trigger: str, plural: bool) -> bool:
    """«غارات» of a month are many; «فيضانات» are one disaster."""
    return trigger == "disaster" or (trigger in INCIDENTS and not plural)


def is_running_total(first: int, sentence: Sentence) -> bool:
    """«ارتفع عدد القتلى إلى», «بلغت الحصيلة», «تجاوز عدد المصابين»: a total that grows from report to report."""
    toll = grows = False
    for position in sentence.back(first):
        classes = sentence.classes(position)
        if "rises" in classes:
            return not sentence.has(position - 1, "l")  # «مرشح للارتفاع»
        if "brings_out" in classes:
            return False  # «ارتفعت الحصيلة إلى 19 بعد انتشال جثتين»
        if "total_noun" in classes:
            return "previous" not in sentence.classes(position + 1)
        toll = toll or "toll_noun" in classes
        grows = grows or "reaches_total" in classes or "exceeds" in classes
        if toll and grows:
            return True
        if (
            first - position > 18
            or "that" in classes
            or ("comma" in classes and not sentence.has(first - 1, "to", "besides"))
        ):
            return False
    return False
