"""A dashboard on a free port of this machine, and a headless Chromium that looks at it.

Needs Playwright for Python and a Chromium of the system (Debian: `chromium`); Playwright's own browsers are not used.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

ROOT = Path(__file__).parents[1]
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60.0  # seconds until the server must have answered


def chromium() -> str | None:
    """The path of the system's Chromium (or Chrome), if it has one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@contextmanager
def dashboard(database: Path) -> Iterator[str]:
    """The URL of a dashboard that shows `database`; the server ends with the block."""
    with serve(ROOT / "dashboard" / "streamlit_app.py", database) as server:
        yield server.url


@dataclass(frozen=True, slots=True)
class Server:
    """Streamlit with one app; `process` is its number."""

    url: str
    process: int


@contextmanager
def serve(app: Path, database: Path) -> Iterator[Server]:
    """Any app of Streamlit, on a free port."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(app), f"--server.port={port}", "--server.headless=true"]
    environment = {**os.environ, "TIMELINE_DATABASE_URL": str(database), "PYTHONPATH": str(ROOT)}
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}/"
    try:
        _wait_for(url)
        yield Server(url, server.pid)
    finally:
        server.terminate()
        server.wait(timeout=20)


@contextmanager
def browser(width: int, height: int) -> Iterator[BrowserContext]:
    """A fresh profile in a window of that size, in pixels, as a reader with an Arabic browser has it."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium(),
            args=FLAGS,
            viewport={"width": width, "height": height},
            locale="ar",
            timezone_id="Asia/Beirut",
        )
        yield context
        context.close()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def _wait_for(url: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{url}_stcore/health", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise TimeoutError(f"the dashboard did not answer within {PATIENCE:.0f} seconds")
