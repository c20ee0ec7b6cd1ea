"""What a chart says of a mark: the expressions that Vega computes, as Vega-Lite takes them."""

from __future__ import annotations

from typing import Any

import altair as alt

from dashboard.hover import description, tooltip


def channel(**encodings: object) -> dict[str, Any]:
    chart = alt.Chart(alt.NamedData("rows")).mark_point().encode(**encodings)
    encoded: dict[str, Any] = chart.to_dict()["encoding"]
    return encoded


def test_a_line_for_each_field_under_its_title_and_none_for_an_empty_one() -> None:
    expression = """{"المكان": datum["place"] || datum.nothing, "A \\"title\\"": datum["when"] || datum.nothing}"""
    said = channel(tooltip=tooltip({"place": "المكان", "when": 'A "title"'}))
    assert said == {"tooltip": {"value": {"expr": expression}}}


def test_the_fields_are_read_aloud_one_after_the_other() -> None:
    [said] = channel(description=description(("type", "place"), "، ")).values()
    assert """datum["type"] + (datum["place"] ? "، " + datum["place"] : '')""" in said["value"]["expr"]
