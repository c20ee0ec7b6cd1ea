"""Which document is it, and does reading it again change anything?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine, text

from tests.store.articles import AT, FEW, READ_AT, TEXT, article, dump, stored, undated
from timeline.store.writing.save import save
from timeline.values import Extraction

LATER = READ_AT + timedelta(days=1)


@pytest.mark.parametrize(
    "batch",
    [
        pytest.param([article()], id="without url"),
        pytest.param([article(url=AT), FEW], id="two"),
        pytest.param([article(), article()], id="the same twice"),
        pytest.param([article(), undated()], id="with and without date"),
        pytest.param([undated(), article()], id="without and with date"),
        pytest.param(
            [article(url=AT), replace(FEW, document=replace(FEW.document, url=AT))], id="two texts at one url"
        ),
        pytest.param([article(), article(url=AT), article(url="https://example.org/2")], id="one text, two urls"),
        pytest.param([article(url=AT), replace(FEW, document=replace(FEW.document, url=AT)), article()], id="old text"),
        pytest.param([article(title="أ"), article(title="ب")], id="two titles"),
        pytest.param([], id="nothing"),
    ],
)
def test_saving_again_changes_nothing(engine: Engine, batch: list[Extraction]) -> None:
    first = stored(engine, *batch)
    before = dump(engine)
    again = save(engine, batch, LATER, "1")
    assert dump(engine) == before
    assert (again.new, again.changed) == (0, 0)
    assert again.unchanged == first.new
    assert first.new + first.repeated == len(batch)


def test_the_text_a_url_had_before_does_not_depend_on_order(engine: Engine) -> None:
    stored(engine, article(url=AT))
    batch = [article(), replace(FEW, document=replace(FEW.document, url=AT))]
    stored(engine, *batch)
    before = dump(engine)
    stored(engine, *batch)
    assert dump(engine) == before
    assert len(before["document"]) == 2


@pytest.mark.parametrize(
    ("first", "second", "documents"),
    [
        (article(), article(TEXT.replace("استشهاد", "اسـتشْهاد").replace(" عن", "\n عن")), 1),
        (article(), article(url=AT), 1),
        (article(url=AT), article(), 1),
        (article(url=AT), article(url="https://example.org/2"), 2),
        (article(url=AT), replace(FEW, document=replace(FEW.document, url=AT)), 1),
        (article(), FEW, 2),
    ],
)
def test_who_is_who(engine: Engine, first: Extraction, second: Extraction, documents: int) -> None:
    stored(engine, first)
    stored(engine, second)
    assert len(dump(engine)["document"]) == documents


@pytest.mark.parametrize("batch", [[article(), undated()], [undated(), article()]])
def test_a_reading_without_publication_time_knows_less(engine: Engine, batch: list[Extraction]) -> None:
    for extraction in batch:
        stored(engine, extraction)
    with engine.connect() as connection:
        query = text("SELECT begin FROM timeline_events WHERE type = 'air_strike'")
        assert connection.scalar(query) == "2023-05-09T03:00"
