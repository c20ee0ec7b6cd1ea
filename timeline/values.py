"""The nouns of the program. Everything here is frozen; nothing here knows a file, a database or a clock.

A `Document` goes in, an `Extraction` comes out. The field names are those of the JSON that
`timeline extract` prints, of the database columns and of the CSV headers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Mod = Literal["START", "MID", "END", "APPROX"]
Signal = Literal["since", "until", "from", "to", "between", "during", "before", "after", "by"]
Kind = Literal[
    "killed",
    "injured",
    "casualties",
    "missing",
    "detained",
    "abducted",
    "released",
    "rescued",
    "displaced",
    "projectiles",
    "strikes",
    "structures",
]
Qualifier = Literal[
    "exact",
    "approximate",
    "at_least",
    "more_than",
    "at_most",
    "fewer_than",
    "range",
    "dozens",
    "hundreds",
    "thousands",
    "several",
    "unspecified",
]
Scope = Literal["incident", "period", "cumulative"]
Role = Literal[
    "health_ministry",
    "civil_defence",
    "hospital",
    "army",
    "armed_group",
    "un_agency",
    "ngo",
    "police",
    "government",
    "media",
    "witness",
    "unnamed",
    "outlet",
]
Group = Literal[  # a category of people; the others are ISO codes of countries
    "children",
    "women",
    "men",
    "elderly",
    "civilians",
    "journalists",
    "medics",
    "aid_workers",
    "rescuers",
    "students",
    "prisoners",
    "militants",
    "leaders",
    "soldiers",
    "police",
    "officers",
    "settlers",
]
Status = Literal["asserted", "planned", "denied", "alleged"]
PlaceKind = Literal["country", "region", "governorate", "city", "neighbourhood", "camp", "crossing", "hospital", "site"]
GeoPrecision = Literal["exact", "city", "division", "country", "region"]


@dataclass(frozen=True, slots=True)
class Document:
    """One article. `published` is the document creation time (DCT), with its UTC offset, or None.

    `published_from` says where it came from: "given", "metadata", "feed", "dateline" or None.
    """

    id: str
    text: str
    published: datetime | None = None
    published_from: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None

    def __reduce__(self) -> tuple[type[Document], tuple[object, ...]]:
        """For another process, by its fields: a frozen class that is compiled cannot be pickled without."""
        fields = (self.id, self.text, self.published, self.published_from, self.url, self.title, self.outlet)
        return Document, fields


@dataclass(frozen=True, slots=True)
class Interval:
    """Half-open, in the local time of the publication; either end may be open (None)."""

    begin: datetime | None
    end: datetime | None


OPEN = Interval(None, None)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """«فجر الثلاثاء» as TIMEX3: `text[start:end]`, its value, and the interval that it names.

    `rule` and `reading` say how it was read, `alternatives` what else it could mean (TIMEX3 values), `confidence`
    (0 to 1, the levels of docs/reading.md) what the value rests on.
    """

    id: str
    start: int
    end: int
    type: TimexType
    value: str
    mod: Mod | None = None
    signal: Signal | None = None
    interval: Interval = OPEN
    rule: str = ""
    reading: str = ""
    alternatives: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Figure:
    """«21 فلسطينياً»: what one document says that somebody (`source`) counted.

    `high` is None when the count is open above. `time` and `part_of` are ids of the same extraction.
    `rule` says how the count was read, `source_role` what kind of body `source` is ("outlet" where none is named,
    None where it is not known),
    `place` where the counted were, as written, and `since` the day from which a running total is counted.
    """

    id: str
    start: int
    end: int
    kind: Kind
    low: int
    high: int | None
    qualifier: Qualifier = "exact"
    scope: Scope = "incident"
    time: str | None = None
    part_of: str | None = None
    categories: tuple[str, ...] = ()
    source: str | None = None
    event: str | None = None
    sentence: tuple[int, int] = (0, 0)
    source_role: Role | None = None
    place: str | None = None
    since: date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Location:
    """What a place name means: an entry of the gazetteer. `country` is an ISO 3166 code, degrees are WGS 84.

    `geo_precision` says what the point stands for; `alternatives` are other places of that name («طرابلس (LB)»).
    """

    gazetteer_id: str
    location: str
    place_kind: PlaceKind
    country: str
    admin1: str | None
    admin2: str | None
    latitude: float
    longitude: float
    geo_precision: GeoPrecision
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Coding:
    """What ACLED and PLOVER call a happening; None where a scheme has no name for it."""

    acled_event_type: str | None = None
    acled_sub_event_type: str | None = None
    plover_type: str | None = None
    plover_mode: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A happening named by its trigger, `text[start:end]`. `type` is one of those in docs/reading.md.

    `rule` says what the trigger is: "noun of air_strike", "verb of attack, here air_strike", "cue of targeting".
    """

    id: str
    start: int
    end: int
    type: str
    time: str | None = None
    place: str | None = None
    status: Status = "asserted"
    sentence: tuple[int, int] = (0, 0)
    location: Location | None = None
    coding: Coding = Coding()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read in one document, each list in text order."""

    document: Document
    times: tuple[TimeExpression, ...] = field(default=())
    figures: tuple[Figure, ...] = field(default=())
    events: tuple[Event, ...] = field(default=())

    def text_of(self, item: TimeExpression | Figure | Event) -> str:
        """The words of the document that `item` stands for."""
        return self.document.text[item.start : item.end]

    def sentence_of(self, item: Figure | Event) -> str:
        """The sentence of the document in which `item` stands."""
        return self.document.text[slice(*item.sentence)]
