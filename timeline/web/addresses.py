"""«127.0.0.1», «::ffff:10.0.0.1», «169.254.169.254» are private: which addresses may be connected to."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from timeline.told import told
from timeline.web.problems import LOCAL, Unreachable

_TRANSLATED = IPv6Network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an address of IPv4


def addresses_of(host: str, port: int, *, allow_local: bool) -> list[str]:
    """The addresses of a host that may be connected to. Raises Unreachable where there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(
            told("host_unknown", "the host {host!r} is not known", host=host), passing=_may_pass(error)
        ) from error
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    allowed = [each for each in addresses if allow_local or is_public(each)]
    if not allowed:
        line = f"{{host}} is an address of your own machine or network ({{address}}); {LOCAL}"
        raise Unreachable(told("local_address", line, host=host, address=addresses[0]))
    return allowed


def is_public(written: str) -> bool:
    """Whether an address belongs to the public Internet, and every address that is written into it."""
    address = ip_address(written)
    inner = _inner(address) if isinstance(address, IPv6Address) else []
    return all(map(_is_public, [address, *inner]))


def is_local_name(host: str) -> bool:
    """`localhost`, `192.168.0.2`: what is known for local without asking."""
    try:
        return not is_public(host.strip("[]"))
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    special = address.is_multicast or address.is_reserved or getattr(address, "is_site_local", False)
    in_translation = address in _TRANSLATED if isinstance(address, IPv6Address) else False
    return in_translation or (address.is_global and not special)


def _inner(address: IPv6Address) -> list[IPv4Address]:
    """The addresses of IPv4 that tunnels and translators would connect to."""
    teredo = address.teredo or ()
    translated = [IPv4Address(int(address) & 0xFFFFFFFF)] if address in _TRANSLATED else []
    return [each for each in (address.ipv4_mapped, address.sixtofour, *teredo, *translated) if each is not None]


def _may_pass(error: Exception) -> bool:
    """The servers of names did not answer, or said that there is no such name."""
    return isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN
