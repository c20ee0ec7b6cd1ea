"""A reading that breaks a promise is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from fuzz.promises import PromiseBroken, broken_promises, check, meaning
from timeline.pipeline import read_article
from timeline.values import Document, Extraction, Interval

WEDNESDAY = datetime.fromisoformat("2023-05-10T20:15:00+03:00")
TEXT = "منذ فجر الثلاثاء قُتل 21 شخصاً بينهم 4 أطفال في قصف على غزة الاثنين."
SOUND = read_article(Document("", TEXT, WEDNESDAY))


def changed(field: str, number: int, **values: Any) -> Extraction:
    items = list(getattr(SOUND, field))
    items[number] = replace(items[number], **values)
    return replace(SOUND, **{field: tuple(items)})  # type: ignore[arg-type]  # whichever field


BROKEN: dict[str, Callable[[], Extraction]] = {
    "t1 stands at 5 to 5": lambda: changed("times", 0, start=5, end=5),
    "t1 stands at 3 to 4": lambda: changed("times", 0, start=3, end=4),
    "f2 stands at 0 to 999": lambda: changed("figures", 1, start=0, end=999),
    "f1 is not in its sentence": lambda: changed("figures", 0, sentence=(0, 3)),
    "t2 and its like are out of order": lambda: replace(SOUND, times=SOUND.times[::-1]),
    "two times overlap": lambda: changed("times", 0, end=len(TEXT)),
    "t1 has the value ''": lambda: changed("times", 0, value=""),
    "and runs": lambda: changed("times", 0, interval=Interval(WEDNESDAY, WEDNESDAY.replace(year=1999))),
    "in another zone": lambda: changed("times", 0, interval=Interval(WEDNESDAY.astimezone(UTC), None)),
    "f1 is 21 to 4": lambda: changed("figures", 0, high=4),
    "f1 is -1 to 21": lambda: changed("figures", 0, low=-1),
    "f2 is part of f2": lambda: changed("figures", 1, part_of="f2"),
    "f2 is part of f7": lambda: changed("figures", 1, part_of="f7"),
    "two have one id": lambda: changed("figures", 1, id="f1"),
    "f1 has the time t9": lambda: changed("figures", 0, time="t9"),
    "f1 has the event e9": lambda: changed("figures", 0, event="e9"),
}


def test_a_sound_reading() -> None:
    assert (len(SOUND.times), len(SOUND.figures), len(SOUND.events)) == (2, 2, 1)
    check(SOUND)


@pytest.mark.parametrize(("says", "reading"), BROKEN.items(), ids=BROKEN)
def test_a_broken_promise(says: str, reading: Callable[[], Extraction]) -> None:
    assert says in "; ".join(broken_promises(reading()))
    with pytest.raises(PromiseBroken):
        check(reading())


def test_the_meaning_is_what_was_read_and_not_where() -> None:
    assert meaning(changed("times", 0, start=1)) == meaning(SOUND)
    assert meaning(changed("times", 0, value="2023")) != meaning(SOUND)
    assert meaning(changed("figures", 0, low=20)) != meaning(SOUND)
