"""Counts and intervals -> figures: what was counted, of whom, over which period, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby

from ..grammar.reading import CountMention, Reading
from ..sentences import Sentence, Sentences
from ..values import Figure, Kind, TimeExpression
from .attribution import Attribution
from .breakdown import Share, share_in
from .broken import is_no_number
from .categories import categories_of
from .claimants import name_roles
from .claims import Claim
from .dating import date_claims
from .kinds import kind_of
from .origins import since_when
from .periods import timed_by_sentence
from .qualifiers import bounds_of
from .where import set_places


def read_figures(
    reading: Reading,
    times: Sequence[TimeExpression],
    published: datetime | None = None,
    war_starts: frozenset[str] = frozenset(),
) -> list[Figure]:
    """The figures of a text in order; `times` are the resolved expressions of the same reading."""
    sentences = reading.sentences
    claims = _claims(reading.counts, sentences)
    if not claims:
        return []
    _attribute(claims, sentences)
    name_roles(claims)
    date_claims(claims, timed_by_sentence(reading, times), published, war_starts)
    set_places(claims)
    since_when(claims, times, published)
    names = {id(claim): f"f{number}" for number, claim in enumerate(claims, 1)}
    return [_figure(claim, names) for claim in claims]


def _claims(mentions: Iterable[CountMention], sentences: Sentences) -> list[Claim]:
    claims: list[Claim] = []
    for number, counts in groupby(mentions, lambda mention: sentences.number_of(mention.first)):
        sentence = sentences[number]
        for mention in counts:
            if is_no_number(mention, sentence):
                continue
            share = share_in(mention, sentence, claims) if claims else None
            if kind := share.kind if share else kind_of(mention, sentence):
                claims.append(_claim(mention, sentence, kind, share))
    return claims


def _claim(mention: CountMention, sentence: Sentence, kind: Kind, share: Share | None) -> Claim:
    low, high, qualifier = bounds_of(mention, sentence)
    whole, beside = (share.whole, share.beside) if share else (None, None)
    return Claim(mention, sentence, kind, low, high, qualifier, categories_of(mention, sentence), whole, beside)


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
        source_role=claim.role,
        place=claim.place,
        since=claim.since,
        rule=claim.mention.rule,
    )
