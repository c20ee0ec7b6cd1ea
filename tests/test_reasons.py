"""The chain of each mark, and the marks that it leads to."""

from __future__ import annotations

from tests.store.articles import TEXT, article, undated
from timeline.reasons import COLUMNS, Reason, reasons


def of(item: str, start: int) -> Reason:
    return next(each for each in reasons(article()) if (each.item, each.start) == (item, start))


def test_every_mark_has_its_chain() -> None:
    found = reasons(article())
    assert [each.item for each in found] == ["time", "time", "figure", "figure", "event", "event"]
    assert all(tuple(each.cells) == COLUMNS[each.item] for each in found)


def test_a_figure_leads_to_its_time_its_whole_and_its_event() -> None:
    children = of("figure", TEXT.index("4 أطفال"))
    assert children.cells["part of"] == "21 فلسطينياً"
    assert children.links == {
        "time": TEXT.index("فجر الثلاثاء"),
        "part of": TEXT.index("21 فلسطينياً"),
        "event": TEXT.index("غارة"),
    }


def test_what_is_not_said_is_empty_and_leads_nowhere() -> None:
    whole = of("figure", TEXT.index("21 فلسطينياً"))
    assert whole.cells["part of"] == ""
    assert "part of" not in whole.links


def test_a_relative_time_waits_for_the_publication() -> None:
    time = reasons(undated())[0]
    assert time.cells["interval"] == "unresolved"
    assert of("time", TEXT.index("فجر")).cells["interval"] == "2023-05-09 03:00 → 2023-05-10 20:15"
