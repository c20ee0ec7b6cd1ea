"""Writes the bulletins that would have reported the real series in `gaza_daily.csv`, in Arabic of our own.

The wording, the spelling of the numbers, the name of the ministry and the hour change from day to day, always in the
same way. What is planted beside the series (copies, outdated totals, claimants that contradict) is in `planted`.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from random import Random

from timeline.values import Document

GAZA = timezone(timedelta(hours=2))
SERIES = Path(__file__).with_name("gaza_daily.csv")
MINISTRY = "health_ministry ps"

Number = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Day:
    """What was reported on a day; None: nothing."""

    day: date
    killed: int | None
    killed_total: int | None
    injured: int | None
    injured_total: int | None
    children_total: int | None
    women_total: int | None


@cache
def days() -> tuple[Day, ...]:
    """The real series, in order."""
    columns = "killed killed_cum injured injured_cum killed_children_cum killed_women_cum".split()
    with SERIES.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return tuple(
        Day(date.fromisoformat(row["report_date"]), *(int(row[name]) if row[name] else None for name in columns))
        for row in rows
    )


def published(day: date) -> datetime:
    """Between eleven and two o'clock."""
    return datetime(day.year, day.month, day.day, 11, 5, tzinfo=GAZA) + timedelta(
        minutes=Random(day.toordinal()).randrange(175)
    )


def bulletins() -> list[Document]:
    """The reports of the ministry; a day's total and its count are one bulletin or two."""
    return [bulletin for number, day in enumerate(days()) for bulletin in _of_day(number, day)]


def planted() -> list[Document]:
    """Copies of wires, totals told again when they were outdated, and claimants that contradict the ministry."""
    told = {document.id: document for document in bulletins()}
    copies = [
        replace(
            told[name],
            id=f"copy of {name}",
            url=f"https://example.org/{name}",
            outlet="موقع أخبار",
            published=_later(told[name], 2),
        )
        for name in ("total 2023-10-29", "total 2023-11-22", "total 2023-12-10")
    ]
    return [*copies, *_contradictions(), *_outdated()]


def _contradictions() -> Iterator[Document]:
    yield _document(
        "army", date(2023, 10, 29), 20,
        "قال الجيش الإسرائيلي إن عدد القتلى في قطاع غزة بلغ 5100 منذ بدء الحرب.",
    )  # fmt: skip
    yield _document(
        "observatory", date(2023, 12, 2), 20,
        "ذكر المرصد الأورومتوسطي أن حصيلة القتلى في قطاع غزة ارتفعت إلى 20031 منذ السابع من أكتوبر 2023.",
    )  # fmt: skip
    yield _document(
        "parts", date(2023, 11, 7), 21,
        "أعلن الدفاع المدني في غزة مقتل 12 شخصاً بينهم 15 طفلاً في غارة على دير البلح فجر الثلاثاء.",
    )  # fmt: skip


def _outdated() -> Iterator[Document]:
    yield _document(
        "outdated", date(2023, 11, 4), 18,
        "ارتفعت حصيلة الشهداء في قطاع غزة إلى 8005 شهداء منذ السابع من أكتوبر.",
    )  # fmt: skip
    yield _document(
        "outdated ministry", date(2023, 12, 12), 22,
        "وبحسب وزارة الصحة في غزة، ارتفع عدد الشهداء إلى 17487 منذ بدء العدوان.",
    )  # fmt: skip


def _document(name: str, day: date, hour: int, text: str) -> Document:
    moment = datetime(day.year, day.month, day.day, hour, tzinfo=GAZA)
    return Document(name, text, moment, "given", outlet="وكالة الميناء")


def _later(document: Document, hours: int) -> datetime | None:
    return document.published and document.published + timedelta(hours=hours)


def _of_day(number: int, day: Day) -> Iterator[Document]:
    total, count = _total(number, day), _count(number, day)
    if total and count and number % 3 == 0:
        yield _bulletin("total", day, f"{count} {total}")
        return
    if total:
        yield _bulletin("total", day, total)
    if count:
        yield _bulletin("count", day, count)


def _bulletin(name: str, day: Day, text: str) -> Document:
    known = f"{name} {day.day}"
    return Document(
        known,
        text,
        published(day.day),
        "given",
        f"https://example.com/{known.replace(' ', '/')}",
        outlet="وكالة الميناء",
    )


NAMES = ("وزارة الصحة في غزة", "وزارة الصحة الفلسطينية", "وزارة الصحة في قطاع غزة", "صحة غزة", "وزارة الصحة بغزة")
SINCE = (
    "منذ السابع من أكتوبر 2023",
    "منذ بدء العدوان",
    "منذ 7 تشرين الأول/أكتوبر",
    "منذ بدء الحرب في السابع من أكتوبر الماضي",
    "منذ بداية الحرب",
)
TOTALS = (
    "أعلنت {who} ارتفاع حصيلة الشهداء في قطاع غزة إلى {killed} شهيداً{parts}{injured} {since}.",
    "قالت {who} إن حصيلة العدوان على قطاع غزة ارتفعت إلى {killed} شهيداً{parts}{injured} {since}.",
    "بلغ عدد الشهداء في قطاع غزة {killed}{parts}{injured} {since}، وفق ما أعلنت {who}.",
    "ارتفع عدد ضحايا القصف الإسرائيلي على قطاع غزة {since} إلى {killed} شهيداً{parts}{injured}، بحسب {who}.",
    "أفادت {who} بأن إجمالي الشهداء في قطاع غزة {since} وصل إلى {killed}{parts}{injured}.",
    "وارتفعت الحصيلة الإجمالية في قطاع غزة إلى {killed} شهيداً{parts}{injured} {since}، بحسب {who}.",
)
INJURED = (" و{n} جريحاً", " و{n} مصاباً", "، وعدد المصابين إلى {n}", "، إضافة إلى {n} جريحاً")
PARTS = ("، بينهم {c} طفلاً و{w} امرأة", "، من بينهم {c} طفلاً و{w} سيدة")
COUNTS = (
    "استشهد {killed} فلسطينياً{injured} في قطاع غزة خلال الساعات الـ24 الماضية، بحسب {who}.",
    "وصل إلى مستشفيات قطاع غزة {killed} شهيداً{injured} خلال الـ24 ساعة الماضية، وفق {who}.",
    "أعلنت {who} استشهاد {killed} شخصاً{injured} في غارات إسرائيلية على قطاع غزة خلال 24 ساعة الماضية.",
    "قالت {who} إن {killed} فلسطينياً استشهدوا{injured} خلال آخر 24 ساعة في قطاع غزة.",
)
ALSO_INJURED = (" وأصيب {n} آخرون", " و{n} جريحاً", " وإصابة {n} آخرين", " وأصيب {n}")


def _total(number: int, day: Day) -> str | None:
    if day.killed_total is None:
        return None
    shown = _numbers(number)
    # Only every other bulletin breaks the dead down, but all that are needed for the totals that fell.
    parts = (
        PARTS[number % 2].format(c=shown(day.children_total), w=shown(day.women_total))
        if day.children_total and day.women_total
        else ""
    )
    injured = INJURED[number % 4].format(n=shown(day.injured_total)) if day.injured_total else ""
    aside = "،" if parts and not injured.startswith("،") else ""
    words = {"who": NAMES[number % 5], "since": SINCE[number % 5], "parts": parts + aside, "injured": injured}
    return TOTALS[number % 6].format(killed=shown(day.killed_total), **words)


def _count(number: int, day: Day) -> str | None:
    if day.killed is None:
        return None
    injured = ALSO_INJURED[number % 4].format(n=day.injured) if day.injured else ""
    return COUNTS[number % 4].format(killed=day.killed, injured=injured, who=NAMES[(number + 2) % 5])


def _numbers(number: int) -> Number:
    return (str, _with_thousands, _arabic_digits, _with_comma)[number % 4]


def _with_thousands(count: int) -> str:
    thousands, rest = divmod(count, 1000)
    if thousands < 11:  # «3 آلاف و478»
        return str(count)
    return f"{thousands} ألفاً و{rest}" if rest else f"{thousands} ألف"


def _arabic_digits(count: int) -> str:
    return str(count).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))


def _with_comma(count: int) -> str:
    return f"{count:,}"
