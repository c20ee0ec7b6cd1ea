"""Which addresses are the Internet's, and that nothing else is connected to, whatever a name says."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from tests.web.site import Reply, Site
from timeline.web import Unreachable, Web
from timeline.web.addresses import is_public
from timeline.web.pace import Pace

PUBLIC = "93.184.215.14 8.8.8.8 2606:2800:21f:cb07:6820:80da:af6b:8b2c 64:ff9b::8.8.8.8 2002:808:808::1".split()
PRIVATE = """
    127.0.0.1 127.9.9.9 0.0.0.0 10.1.2.3 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 198.18.0.1 192.0.2.1
    224.0.0.1 240.0.0.1 255.255.255.255
    ::1 :: fe80::1 fc00::1 fd12:3456::1 ff02::1 fec0::1 2001:db8::1
    ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::127.0.0.1 64:ff9b::a00:1 2002:7f00:1::1 2002:a00:1::1
    2001:0:7f00:1::1 fe80::1%eth0
    """.split()
NAMES = ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "127.1"]


@pytest.mark.parametrize("address", PUBLIC)
def test_an_address_of_the_internet(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_of_ones_own(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("name", NAMES)
def test_no_spelling_of_this_machine_is_connected_to(name: str, site: Site) -> None:
    site.pages["/"] = Reply(b"secret")
    port = site.address.rpartition(":")[2]
    with pytest.raises(Unreachable, match=r"of your own machine|not known|no address"):
        Web(pace=Pace(0.0)).get(f"http://{name}:{port}/")
    assert site.asked == []


def test_a_name_that_changes_its_address_is_not_asked_twice(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: public when it is checked, private when it is connected to."""
    answers = ["93.184.215.14", "127.0.0.1"]
    opened: list[str] = []
    port = int(site.address.rpartition(":")[2])

    def resolve(host: str, asked: int, *_: Any, **__: Any) -> list[Any]:
        address = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, asked))]

    def connect(to: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        opened.append(to[0])
        raise OSError("no route")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    monkeypatch.setattr("timeline.web.fetch.sleep", lambda _: None)
    with pytest.raises(Unreachable):
        Web(pace=Pace(0.0)).get(f"http://rebinding.example:{port}/", robots=False)
    assert opened == ["93.184.215.14"]  # and the second try, of a private address, opened nothing
    assert site.asked == []


def test_of_several_addresses_only_the_public_ones_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in ("10.0.0.1", "93.184.215.14")]
    opened: list[str] = []

    def connect(to: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        opened.append(to[0])
        raise OSError("no route")

    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    monkeypatch.setattr(socket, "create_connection", connect)
    monkeypatch.setattr("timeline.web.fetch.sleep", lambda _: None)
    with pytest.raises(Unreachable, match="no connection"):
        Web(pace=Pace(0.0)).get("http://both.example/", robots=False)
    assert set(opened) == {"93.184.215.14"}
