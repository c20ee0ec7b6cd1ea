"""Pages, redirects, refusals, slow and broken answers of a real server."""

from __future__ import annotations

import gzip
import time
from pathlib import Path

import pytest

from tests.web.site import Reply, Site
from timeline.web import Unreachable, Web
from timeline.web.answer import media_type
from timeline.web.pace import Pace

REFUSED = {
    401: "password",
    403: "forbidden",
    404: "no such page",
    410: "taken away",
    418: "the server answered 418",
    451: "legal reasons",
}
NO_ADDRESSES = {
    "ftp://example.org/a": "begins with https:// or http://",
    "http://": "begins with https:// or http://",
    "http://user:secret@example.org/": "a name or a password",
    "https://[::1": "no address",
}


def test_a_page(site: Site, web: Web) -> None:
    site.pages["/a"] = Reply("نص".encode("cp1256"), headers={"Content-Type": "text/html; charset=windows-1256"})
    answer = web.get(site.url("/a#part"))
    assert (answer.url, answer.kind, answer.charset) == (site.url("/a"), "text/html", "windows-1256")
    assert answer.read(100).decode("cp1256") == "نص"
    assert site.headers[-1]["User-Agent"].startswith("arabic-event-timeline")


def test_redirects_are_followed_and_the_last_address_counts(site: Site, web: Web) -> None:
    site.pages["/a"] = Reply(status=301, headers={"Location": "/b"})
    site.pages["/b"] = Reply(status=302, headers={"Location": site.url("/c")})
    site.pages["/c"] = Reply(b"x")
    answer = web.get(site.url("/a"))
    assert (answer.url, answer.read(9)) == (site.url("/c"), b"x")


def test_redirects_in_a_circle_end(site: Site, web: Web) -> None:
    site.pages["/a"] = Reply(status=302, headers={"Location": "/a"})
    with pytest.raises(Unreachable, match="redirected more than 5 times"):
        web.get(site.url("/a"))


@pytest.mark.parametrize("target", ["file:///etc/hostname", "FILE:/etc/hostname", "ftp://example.org/"])
def test_a_redirect_leads_to_no_file(target: str, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.web.connection.addresses_of", lambda *_, **__: ["127.0.0.1"])
    site.pages["/a"] = Reply(status=302, headers={"Location": target})
    with pytest.raises(Unreachable, match=r"a file of your own machine|no address that can be read"):
        Web().get(site.url("/a"), robots=False)


def test_a_redirect_leads_to_no_private_address(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first server is taken for a public one; where it leads is looked at anew."""
    real = __import__("timeline.web.addresses", fromlist=["addresses_of"]).addresses_of

    def resolve(host: str, port: int, *, allow_local: bool) -> list[str]:
        return ["127.0.0.1"] if host == "public.example" else list(real(host, port, allow_local=allow_local))

    monkeypatch.setattr("timeline.web.connection.addresses_of", resolve)
    site.pages["/a"] = Reply(status=302, headers={"Location": site.url("/secret")})
    site.pages["/secret"] = Reply(b"secret")
    with pytest.raises(Unreachable, match="of your own machine"):
        Web().get(site.url("/a").replace("127.0.0.1", "public.example"), robots=False)
    assert site.asked == ["/a"]


@pytest.mark.parametrize("status", REFUSED)
def test_what_is_refused_is_asked_once(status: int, site: Site, web: Web) -> None:
    site.pages["/a"] = Reply(status=status)
    with pytest.raises(Unreachable, match=REFUSED[status]):
        web.get(site.url("/a"))
    assert site.asked == ["/robots.txt", "/a"]


def test_what_passes_is_tried_again_ever_later(site: Site, web: Web, pauses: list[float]) -> None:
    site.pages["/a"] = [Reply(status=503), Reply(status=429, headers={"Retry-After": "7"}), Reply(b"x")]
    assert web.get(site.url("/a")).read(9) == b"x"
    assert pauses == [1.0, 7.0]


def test_three_tries_are_enough(site: Site, web: Web, pauses: list[float]) -> None:
    site.pages["/a"] = Reply(status=503, headers={"Retry-After": "86400"})
    with pytest.raises(Unreachable, match="503"):
        web.get(site.url("/a"))
    assert site.asked == ["/robots.txt", *["/a"] * 3]
    assert pauses == [60.0, 60.0]  # nobody waits a day


def test_an_answer_that_breaks_off_is_no_answer(site: Site, web: Web, pauses: list[float]) -> None:
    site.pages["/a"] = [Reply(b"x" * 1000, cut=500), Reply(b"x" * 1000)]
    assert len(web.get(site.url("/a")).read(2000)) == 1000
    site.pages["/a"] = Reply(b"x" * 1000, cut=500)
    with pytest.raises(Unreachable, match="breaks off"):
        web.get(site.url("/a"))


def test_a_server_that_drips_is_not_waited_for(site: Site, pauses: list[float]) -> None:
    site.pages["/a"] = Reply(b"x" * 1000, drip=0.02)  # 20 seconds, and a byte in time for every patience
    begun = time.monotonic()
    with pytest.raises(Unreachable, match=r"in time|too long"):
        Web(allow_local=True, seconds=0.3).get(site.url("/a"), robots=False)
    assert time.monotonic() - begun < 5
    assert site.asked == ["/a"]  # nor asked again


def test_all_tries_and_redirects_share_one_deadline(site: Site, pauses: list[float]) -> None:
    site.pages["/a"] = Reply(status=503, headers={"Retry-After": "50"})
    with pytest.raises(Unreachable, match="503"):
        Web(allow_local=True, seconds=30).get(site.url("/a"), robots=False)
    assert (site.asked, pauses) == (["/a"], [])
    for number in range(5):
        site.pages[f"/{number}"] = Reply(b"x" * 10, status=301, headers={"Location": f"/{number + 1}"}, drip=0.05)
    site.pages["/5"] = Reply(b"x" * 100, drip=0.05)
    begun = time.monotonic()
    with pytest.raises(Unreachable, match=r"in time|too long"):
        Web(allow_local=True, seconds=1).get(site.url("/0"), robots=False)
    assert time.monotonic() - begun < 4


def test_what_is_too_large_is_not_read(site: Site, web: Web) -> None:
    site.pages["/a"] = Reply(b"x" * 2000)
    site.pages["/b"] = Reply(gzip.compress(b"x" * 50_000_000), headers={"Content-Encoding": "gzip"})
    for path in ("/a", "/b"):
        with pytest.raises(Unreachable, match=r"larger than 0\.001 MB"):
            web.get(site.url(path), most=1000)


def test_nobody_answers(web: Web, pauses: list[float]) -> None:
    with pytest.raises(Unreachable, match="no connection"):
        web.get("http://127.0.0.1:9/")


@pytest.mark.parametrize("url", NO_ADDRESSES)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(Unreachable, match=NO_ADDRESSES[url]):
        Web().get(url)


def test_robots_are_asked_once_and_obeyed(site: Site, web: Web) -> None:
    site.pages["/robots.txt"] = Reply(b"User-agent: *\nDisallow: /*secret$\n\nUser-agent: other\nDisallow: /")
    site.pages["/a"] = site.pages["/secret"] = Reply(b"x")
    assert web.get(site.url("/a")).read(9) == b"x"
    with pytest.raises(Unreachable, match=r"robots\.txt"):
        web.get(site.url("/secret"))
    assert web.get(site.url("/secret"), robots=False).read(9) == b"x"
    assert site.asked == ["/robots.txt", "/a", "/secret"]


def test_a_site_that_cannot_say_what_it_allows_allows_nothing(site: Site, web: Web, pauses: list[float]) -> None:
    site.pages["/robots.txt"] = Reply(status=503)
    site.pages["/a"] = Reply(b"x")
    with pytest.raises(Unreachable, match=r"its robots\.txt cannot be read: the server answered 503"):
        web.get(site.url("/a"))


def test_a_host_is_asked_in_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []
    monkeypatch.setattr("timeline.web.pace.monotonic", lambda: 100.0)
    monkeypatch.setattr("timeline.web.pace.sleep", waited.append)
    pace = Pace(delay=1.0)
    for host, asked_for in (("a.org", None), ("b.org", None), ("a.org", None), ("a.org", 5.0), ("a.org", 900.0)):
        pace.wait(host, asked_for)
    pace.wait("127.0.0.1")
    pace.wait("127.0.0.1")
    assert waited == [1.0, 5.0, 30.0, 0.0]


def test_a_file_only_where_it_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    assert Web(allow_local=True).get(path.as_uri()).read(9) == b"x"
    with pytest.raises(Unreachable, match="--allow-local"):
        Web().get(path.as_uri())
    with pytest.raises(Unreachable, match="No such file"):
        Web(allow_local=True).get((tmp_path / "none").as_uri())
    with pytest.raises(Unreachable, match="another machine"):
        Web(allow_local=True).get("file://server/a.txt")


@pytest.mark.parametrize(
    ("header", "found"),
    [
        ("text/html; charset=UTF-8", ("text/html", "UTF-8")),
        ('text/html;charset="windows-1256"', ("text/html", "windows-1256")),
        ("TEXT/HTML", ("text/html", None)),
        ("", ("", None)),
    ],
)
def test_what_a_server_calls_it(header: str, found: tuple[str, str | None]) -> None:
    assert media_type(header) == found
