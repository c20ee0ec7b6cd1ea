"""A web site on this machine, whose pages a test writes: also broken ones, slow ones and those that change."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

PARAGRAPH = "قتل 21 فلسطينياً في غارة على القطاع منذ فجر الثلاثاء، وفق وزارة الصحة التي نشرت الحصيلة."
WHEN = "2023-05-10T20:15:00+03:00"


@dataclass(frozen=True)
class Reply:
    """What a path answers. `cut` leaves out as many bytes at the end, `drip` seconds pass after each."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    drip: float = 0.0


@dataclass
class Site:
    """`site.pages["/a"] = Reply(b"…")`; `asked` are the paths that were asked for, in their order."""

    address: str
    pages: dict[str, Reply | list[Reply]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def url(self, path: str) -> str:
        """The address of a path."""
        return self.address + path

    def reply(self, path: str) -> Reply:
        """What stands there; the last of several stays."""
        page = self.pages.get(path, Reply(status=404))
        if isinstance(page, list):
            return page.pop(0) if len(page) > 1 else page[0]
        return page


def page(paragraph: str = PARAGRAPH, head: str = "") -> bytes:
    """A page with an article."""
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>عنوان</title>{head}</head>'
        f"<body><article><h1>عنوان</h1><p>{paragraph}</p><p>{paragraph[::-1]}</p></article></body></html>"
    ).encode()


def dated(when: str = WHEN) -> str:
    """The element of a page that says when it was published."""
    return f'<meta property="article:published_time" content="{when}">'


def rss(*items: str) -> Reply:
    """A feed with these items."""
    body = (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>وكالة المثال</title>{"".join(items)}</channel></rss>'
    )
    return Reply(body.encode(), headers={"Content-Type": "application/rss+xml"})


def item(link: str = "", text: str = PARAGRAPH, date: str = "Wed, 10 May 2023 20:15:00 +0300") -> str:
    """An entry of a feed."""
    parts = (f"<link>{link}</link>" if link else "", f"<pubDate>{date}</pubDate>" if date else "")
    return f"<item><title>عنوان</title>{''.join(parts)}<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>"


@contextmanager
def local_site() -> Iterator[Site]:
    """A site that is there until the block ends."""
    site = Site("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(site: Site) -> Callable[..., BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # the name that http.server looks for
            site.asked.append(self.path)
            site.headers.append(dict(self.headers))
            self._send(site.reply(self.path))

        def _send(self, reply: Reply) -> None:
            self.send_response(reply.status)
            for name, value in ({"Content-Length": str(len(reply.body))} | reply.headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.close_connection = True
            body = reply.body[: len(reply.body) - reply.cut]
            try:
                for part in [body[n : n + 1] for n in range(len(body))] if reply.drip else [body]:
                    self.wfile.write(part)
                    time.sleep(reply.drip)
            except OSError:
                pass  # whoever asked has left

        def log_message(self, format: str, *args: object) -> None:  # as the base class calls it
            pass

    return Handler
