"""The zone of an outlet, and whose zone counts where several are known."""

from __future__ import annotations

import tomllib
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.lexicon import FOLDER
from timeline.lexicon.fold import fold
from timeline.sources.document import make_document
from timeline.sources.given import read_given
from timeline.sources.outlets import zone_of_outlet

OUTLETS = tomllib.loads((FOLDER / "outlets.toml").read_text(encoding="utf-8"))["outlet"]
BY_ADDRESS = {
    "https://www.wafa.ps/Pages/Details/1": "Asia/Hebron",
    "https://arabic.wafa.ps/1": "Asia/Hebron",
    "http://WAFA.PS": "Asia/Hebron",
    "https://wafa.ps:443/x": "Asia/Hebron",
    "https://wafa.ps./x": "Asia/Hebron",
    "https://gate.ahram.org.eg/News/1.aspx": "Africa/Cairo",
    "https://notwafa.ps/1": None,
    "https://wafa.ps.example.org/1": None,
    "https://example.org/wafa.ps": None,
    "wafa.ps": None,
    "https://[::1": None,
    "": None,
    "https://www.alarabiya.net/ar/1": "Asia/Riyadh",
    "https://www.aa.com.tr/ar/1": "Europe/Istanbul",
}
BY_NAME = {
    "وفا": "Asia/Hebron",
    " وكالة  وفا ": "Asia/Hebron",
    "WAFA": "Asia/Hebron",
    "wafa": "Asia/Hebron",
    "الاهرام": "Africa/Cairo",
    "العربية": "Asia/Riyadh",
    "وكالة الأناضول": "Europe/Istanbul",
    "وفاء": None,
    "": None,
}


def test_forty_outlets_and_more() -> None:
    assert len(OUTLETS) >= 40
    for entry in OUTLETS.values():
        assert entry.keys() == {"domains", "names", "zone"}
        assert ZoneInfo(entry["zone"]).key == entry["zone"]
        assert all(domain == domain.lower() and "." in domain and "/" not in domain for domain in entry["domains"])


def test_no_domain_or_name_belongs_to_two() -> None:
    for key in ("domains", "names"):
        listed = [fold(word) for entry in OUTLETS.values() for word in entry[key]]
        assert len(set(listed)) == len(listed)


@pytest.mark.parametrize(("url", "zone"), BY_ADDRESS.items(), ids=[repr(url) for url in BY_ADDRESS])
def test_by_address(url: str, zone: str | None) -> None:
    found = zone_of_outlet(url, None)
    assert (found and found.key) == zone


@pytest.mark.parametrize(("outlet", "zone"), BY_NAME.items(), ids=[repr(name) for name in BY_NAME])
def test_by_name(outlet: str, zone: str | None) -> None:
    found = zone_of_outlet(None, outlet)
    assert (found and found.key) == zone


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_no_outlet_or_one_with_a_zone(url: str, outlet: str) -> None:
    assert isinstance(zone_of_outlet(url, outlet), ZoneInfo | None)


@pytest.mark.parametrize(
    ("url", "outlet", "name"),
    [
        ("https://arabic.wafa.ps/1", None, "وفا"),
        ("https://www.aljazeera.net/1", "aljazeera.net", "الجزيرة"),
        ("https://www.alarabiya.net/1", "www.alarabiya.net", "العربية"),
        ("https://www.aa.com.tr/ar/1", "", "الأناضول"),
        (None, "WAFA.PS", "وفا"),
        ("https://wafa.ps/1", "رويترز", "رويترز"),
        ("https://wafa.ps/1", "WAFA", "WAFA"),
        ("https://example.org/1", "example.org", "example.org"),
        ("https://example.org/1", None, None),
    ],
)
def test_the_name_where_only_the_domain_is_known(url: str | None, outlet: str | None, name: str | None) -> None:
    document = make_document({"id": "1", "text": "نص", "url": url, "outlet": outlet}, read_given(None, None))
    assert document.outlet == name


WHOSE_ZONE = [
    # published, --published, --timezone, url, outlet -> publication
    ("2023-07-10T20:15+01:00", None, "Asia/Gaza", "https://wafa.ps/1", None, "2023-07-10T20:15:00+01:00"),
    ("2023-07-10T20:15", None, "Africa/Tunis", "https://wafa.ps/1", None, "2023-07-10T20:15:00+01:00"),
    ("2023-07-10T20:15", None, None, "https://wafa.ps/1", None, "2023-07-10T20:15:00+03:00"),
    ("2023-01-10T20:15", None, None, "https://wafa.ps/1", None, "2023-01-10T20:15:00+02:00"),
    ("2023-07-10T20:15", None, None, None, "هسبريس", "2023-07-10T20:15:00+01:00"),
    ("2023-07-10T20:15", None, None, "https://wafa.ps/1", "هسبريس", "2023-07-10T20:15:00+03:00"),
    ("2023-07-10T20:15", None, None, "https://example.org/1", "جريدة ما", "2023-07-10T20:15:00"),
    (None, "2023-07-10 20:15", None, "https://wafa.ps/1", None, "2023-07-10T20:15:00+03:00"),
    (None, "2023-07-10T20:15Z", None, "https://wafa.ps/1", None, "2023-07-10T20:15:00+00:00"),
    (None, None, None, "https://wafa.ps/1", None, "2023-07-10T23:59:00+03:00"),
    (None, None, "Asia/Dubai", "https://wafa.ps/1", None, "2023-07-10T23:59:00+04:00"),
]


@pytest.mark.parametrize(("own", "given_time", "timezone", "url", "outlet", "published"), WHOSE_ZONE)
def test_whose_zone_counts(
    own: str | None, given_time: str | None, timezone: str | None, url: str | None, outlet: str | None, published: str
) -> None:
    fields = {"id": "1", "text": "رام الله 10-7-2023 وفا- قال", "url": url, "outlet": outlet}
    document = make_document(fields | ({"published": own} if own else {}), read_given(given_time, timezone))
    assert document.published
    assert document.published.isoformat() == published
