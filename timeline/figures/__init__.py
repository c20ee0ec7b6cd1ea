"""Counts and intervals -> figures: what was counted, of whom, over which period, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from ..grammar.reading import CountMention, Reading
from ..sentences import Sentence, Sentences
from ..values import Figure, Kind, TimeExpression
from .attribution import Attribution
from .claims import Claim
from .kinds import kind_of
from .parts import among, continues_list, is_counted_of_them, latest_whole, part_cue_between
from .periods import Timed, scope_of, time_of, timed_by_sentence
from .qualifiers import bounds_of

_SUFFERED = ("killed", "injured", "casualties", "missing")
_REMEMBERED = 60  # claims
_CATEGORIES = frozenset(
    "children women men elderly civilians journalists medics aid_workers rescuers students prisoners militants leaders "
    "soldiers police officers settlers".split()
)


def read_figures(
    reading: Reading,
    times: Sequence[TimeExpression],
    published: datetime | None = None,
    war_starts: frozenset[str] = frozenset(),
) -> list[Figure]:
    """The figures of a text in order; `times` are the resolved expressions of the same reading."""
    sentences = Sentences(reading.line, reading.sentence_ends)
    claims = _claims(reading.counts, sentences)
    if not claims:
        return []
    _attribute(claims, sentences)
    _date(claims, timed_by_sentence(reading, times), published, war_starts)
    names = {id(claim): f"f{number}" for number, claim in enumerate(claims, 1)}
    return [_figure(claim, names) for claim in claims]


def _claims(mentions: Iterable[CountMention], sentences: Sentences) -> list[Claim]:
    claims: list[Claim] = []
    for number, counts in groupby(mentions, lambda mention: sentences.number_of(mention.first)):
        sentence = sentences[number]
        for mention in counts:
            part = (_part(mention, sentence, claims) or _compared(mention, sentence, claims)) if claims else None
            if claim := part or _whole(mention, sentence):
                claims.append(claim)
    return claims


def _whole(mention: CountMention, sentence: Sentence) -> Claim | None:
    kind = kind_of(mention, sentence)
    return _claim(mention, sentence, kind) if kind else None


def _claim(mention: CountMention, sentence: Sentence, kind: Kind, whole: Claim | None = None) -> Claim:
    low, high, qualifier = bounds_of(mention, sentence)
    return Claim(mention, sentence, kind, low, high, qualifier, _categories(mention, sentence), whole)


def _part(mention: CountMention, sentence: Sentence, claims: list[Claim]) -> Claim | None:
    """A claim that breaks another down, or None: a whole of its own, or no figure."""
    last = claims[-1] if claims and claims[-1].sentence.number == sentence.number else None
    if (kind := among(sentence, mention.first)) and (whole := latest_whole(claims, kind)):
        return _claim(mention, sentence, whole.kind, whole)
    if is_counted_of_them(sentence, mention.past) and (whole := latest_whole(claims)):
        return _claim(mention, sentence, kind_of(mention, sentence) or whole.kind, whole)
    if last is None:
        return None
    if part_cue_between(sentence, last.past, mention.first):
        whole = last.whole or last
        if (mention.count.shape == "number" and mention.count.noun == "") or mention.count.noun != "other_counted":
            return _claim(mention, sentence, whole.kind, whole)
    if continues_list(sentence, last.past, mention.first):
        if last.whole is not None:
            return _claim(mention, sentence, last.kind, last.whole)
        if mention.count.shape in ("dual", "number", "single") and not _has_own_kind(mention):
            return _claim(mention, sentence, last.kind)
    return None


def _compared(mention: CountMention, sentence: Sentence, claims: list[Claim]) -> Claim | None:
    """«في مقابل أقل من 400»: the same kind as the count with which it is compared."""
    if not claims or not sentence.any(mention.first - 3, mention.first, "versus"):
        return None
    if mention.count.noun.endswith("_noun") or mention.count.shape in ("single", "plural"):
        return None
    last = latest_whole(claims) or claims[-1]
    return _claim(mention, sentence, last.kind)


def _has_own_kind(mention: CountMention) -> bool:
    return mention.count.noun.endswith("_noun") or mention.count.noun in ("projectile", "strike", "structure", "")


def _categories(mention: CountMention, sentence: Sentence) -> tuple[str, ...]:
    """The noun's category, or the group's, and the nationality beside it."""
    count = mention.count
    if count.noun in ("projectile", "strike", "structure"):
        return ()
    found = [name for name in (count.group or (count.category,)) if name in _CATEGORIES]
    if count.noun == "nationality":
        found.append(count.category)
    found = _of_whom(found, mention, sentence)
    for position in range(mention.past, mention.past + 3):
        classes = sentence.classes(position)
        if "nationality" in classes and not sentence.has(position - 1, "and"):
            found.append(sentence.value(position, "nationality"))
            break
        if not ("unknown" in classes and "the" not in classes and "prefixed" not in classes):
            break
    return tuple(dict.fromkeys(found))


def _of_whom(found: list[str], mention: CountMention, sentence: Sentence) -> list[str]:
    """«17 من الحوثيين», «19 عنصراً من الجيش والشرطة»: what the phrase with «من» adds, or knows better."""
    position = mention.past + 1 if sentence.has(mention.past, "quote") else mention.past
    if not sentence.has(position, "of"):
        return found
    forces = [sentence.value(p, "force_noun") for p in (position + 1, position + 3) if sentence.has(p, "force_noun")]
    if forces:
        return [*(name for name in found if name != "militants"), *forces]
    named = sentence.value(position + 1, "human") if sentence.has(position + 1, "the") else None
    return [*found, named] if named in _CATEGORIES and named not in found else found


def _attribute(claims: list[Claim], sentences: Sentences) -> None:
    """Parts take the source of their whole, unless a later sentence names its own."""
    attribution = Attribution()
    passed = 0
    for claim in claims:
        for number in range(passed, claim.sentence.number):
            attribution.read(sentences[number])
        passed = claim.sentence.number + 1
        whole = claim.whole
        if whole is not None and whole.sentence.number == claim.sentence.number and whole.kind == claim.kind:
            claim.source = whole.source
        else:
            claim.source = attribution.of(claim.sentence, claim.first) or (whole.source if whole else None)


def _date(
    claims: list[Claim], timed: dict[int, list[Timed]], published: datetime | None, war_starts: frozenset[str]
) -> None:
    """Parts take scope and time of their whole."""
    for number, claim in enumerate(claims):
        if claim.whole is not None and claim.kind == claim.whole.kind:
            claim.scope, claim.time = claim.whole.scope, claim.whole.time
            continue
        sentence = claim.sentence
        bound = published if claim.kind in _SUFFERED else None
        found = time_of(claim.first, claim.past, sentence, timed.get(sentence.number, ()), bound)
        if found is not None and _is_a_state(claim):
            found = None
        claim.scope = scope_of(claim.first, sentence, found, war_starts)
        claim.time = found[1].id if found else None
        if found is not None and found[1].type != "DURATION" and found[0].signal is None and _is_a_find(claim):
            claim.time = _time_of_the_deaths(claims, number)


def _is_a_state(claim: Claim) -> bool:
    """«ولا يزال خمسة في عداد المفقودين»: nothing that happened at the time which the sentence names."""
    near = range(claim.first - 4, claim.past + 4)
    return any(claim.sentence.has(position, "still") for position in near)


def _is_a_find(claim: Claim) -> bool:
    if claim.mention.count.noun != "killed_noun":
        return False
    near = range(claim.first - 6, claim.first)
    return any(claim.sentence.has(position, "finds") for position in near)


def _time_of_the_deaths(claims: list[Claim], find: int) -> str | None:
    """The time of the last dead or missing before bodies are found."""
    for claim in reversed(claims[max(find - _REMEMBERED, 0) : find]):
        if claim.kind in ("killed", "missing") and claim.whole is None:
            return claim.time
    return None


def _figure(claim: Claim, names: dict[int, str]) -> Figure:
    return Figure(
        names[id(claim)],
        claim.mention.start,
        claim.mention.end,
        claim.kind,
        claim.low,
        claim.high,
        claim.qualifier,
        claim.scope,
        claim.time,
        names[id(claim.whole)] if claim.whole else None,
        claim.categories,
        claim.source,
        sentence=claim.sentence.span(),
    )
