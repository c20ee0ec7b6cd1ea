"""Marks of the map: every place in exactly one of them at every zoom, towns apart from areas, names not on each other."""

from __future__ import annotations

import json
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.map.chart import outlines
from dashboard.map.clusters import APART, DEEPEST, Cluster, Spot, cluster_named, clusters
from dashboard.map.mercator import NARROWEST, WORLD, plane, view_of
from dashboard.map.names import _box, written

GAZA = Spot("gaza", "غزة", "city", "PS", 31.5, 34.47, count=9)
JABALIA = Spot("jabalia", "جباليا", "city", "PS", 31.53, 34.48, count=4)
STRIP = Spot("strip", "قطاع غزة", "division", "PS", 31.42, 34.37, count=30)
RABAT = Spot("rabat", "الرباط", "city", "MA", 34.02, -6.83, count=2)

degrees = st.floats(-1, 1)
places = st.lists(
    st.builds(
        Spot,
        id=st.uuids().map(str),
        name=st.text(min_size=1, max_size=30),
        precision=st.sampled_from(["exact", "city", "division", "region", "country"]),
        country=st.sampled_from(["LB", "SY", None]),
        latitude=st.one_of(degrees.map(lambda part: 33 + part * 6), degrees.map(lambda part: part * 90)),
        longitude=st.one_of(degrees.map(lambda part: 36 + part * 6), degrees.map(lambda part: part * 180)),
        count=st.integers(1, 1000),
    ),
    max_size=40,
)


def at(zoom: int, found: list[Cluster]) -> list[Cluster]:
    return [cluster for cluster in found if cluster.first <= zoom <= cluster.last]


def test_neighbours_part_as_one_zooms_in() -> None:
    found = clusters([GAZA, JABALIA, STRIP, RABAT])
    names = {zoom: [[spot.id for spot in each.spots] for each in at(zoom, found)] for zoom in (5, DEEPEST)}
    assert names[5] == [["strip"], ["gaza", "jabalia"], ["rabat"]]
    assert names[DEEPEST] == [["strip"], ["gaza"], ["jabalia"], ["rabat"]]


@given(places)
@settings(max_examples=40, deadline=None)
def test_every_place_is_in_one_mark_of_every_zoom(spots: list[Spot]) -> None:
    found = clusters(spots)
    for zoom in range(DEEPEST + 1):
        there = [spot.id for cluster in at(zoom, found) for spot in cluster.spots]
        assert sorted(there) == sorted(spot.id for spot in spots)


@given(places)
@settings(max_examples=40, deadline=None)
def test_marks_of_one_kind_are_apart(spots: list[Spot]) -> None:
    found = clusters(spots)
    for zoom in (0, 4, 8):
        for one, other in combinations(at(zoom, found), 2):
            (x1, y1), (x2, y2) = one.name.at, other.name.at
            far = (x1 - x2) ** 2 + (y1 - y2) ** 2 > (APART * WORLD / 2**zoom) ** 2
            assert far or one.name.shape != other.name.shape


@given(places)
@settings(max_examples=40, deadline=None)
def test_no_name_lies_on_another(spots: list[Spot]) -> None:
    found = clusters(spots)
    labels = {cluster.id: cluster.name.name for cluster in found}
    zooms = written(found, labels)
    for zoom in (2, 6):
        named = [each for each in at(zoom, found) if zoom in zooms[each.id]]
        assert not named or named[0] is at(zoom, found)[0], "the largest has its name"
        boxes = [_box(each, len(labels[each.id]), zoom) for each in named]
        assert not any(one.meets(other) for one, other in combinations(boxes, 2))


@pytest.mark.parametrize(
    ("name", "spots"),
    [
        ("gaza@5", ["gaza", "jabalia"]),
        (f"gaza@{DEEPEST}", ["gaza"]),
        ("jabalia", ["jabalia"]),
        ("jabalia@5", None),
        ("gaza@", None),
        ("gaza@-1", None),
        ("gaza@99999", None),
        ("gaza@٥", None),
        ("", None),
    ],
)
def test_a_mark_is_known_again_by_its_name(name: str, spots: list[str] | None) -> None:
    found = cluster_named(name, clusters([GAZA, JABALIA, STRIP, RABAT]))
    assert (found and [spot.id for spot in found.spots]) == spots


def test_a_mark_that_a_link_names_is_the_one_that_was_clicked() -> None:
    found = clusters([GAZA, JABALIA, STRIP, RABAT])
    assert all(cluster_named(each.id, found) == each for each in found)


def test_a_meeting_far_away_does_not_squeeze_the_rest() -> None:
    near = [plane(33 + step / 10, 36 + step / 10) for step in range(10)]
    view = view_of([*near, plane(39.9, 116.4)], [10] * 10 + [1])
    assert view.width < 0.1
    alone = view_of([plane(33.9, 35.5)], [1])
    assert (alone.width, alone.height) == (NARROWEST, NARROWEST)


def test_the_poles_are_on_the_map() -> None:
    assert all(abs(part) < WORLD / 2 for latitude in (-90, 90) for part in plane(latitude, 180 - 1e-9))


def test_the_outlines_are_small_and_have_the_arab_countries() -> None:
    codes = {each["id"] for each in outlines()["objects"]["countries"]["geometries"]}
    assert set("DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE".split()) <= codes
    assert len(json.dumps(outlines())) < 300_000
