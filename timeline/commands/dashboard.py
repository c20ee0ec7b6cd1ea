"""`timeline dashboard`: the Streamlit app on this machine, for this machine only."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import webbrowser
from importlib.util import find_spec
from pathlib import Path

from timeline.commands.terminal import complain
from timeline.store.opening.database import database_url, open_existing

READ_ONLY = "TIMELINE_READ_ONLY"
_ADDRESS = "127.0.0.1"


def dashboard(port: int, database: str | None, *, read_only: bool = False) -> int:
    """Open the app on `port` and serve it until it is stopped; one that is `read_only` has no pages that write."""
    url = database_url(database)
    open_existing(url).dispose()
    if _in_use(port):
        return complain(f"port {port} is in use; give another with --port, such as {port + 1}")
    return _become(_command(port), os.environ | {"TIMELINE_DATABASE_URL": url, READ_ONLY: "1" if read_only else ""})


def _become(command: list[str], env: dict[str, str]) -> int:
    """Streamlit takes the place of this process (not on Windows): a signal to one is a signal to the other."""
    if sys.platform != "win32":
        sys.stdout.flush()
        os.execvpe(command[0], command, env)
    try:
        return subprocess.call(command, env=env)
    except KeyboardInterrupt:
        return 0


def _command(port: int) -> list[str]:
    return [
        *(sys.executable, "-m", "streamlit", "run", str(_app())),
        *("--server.address", _ADDRESS, "--server.port", str(port)),
        *("--server.headless", "false" if _has_browser() else "true"),
        *("--server.showEmailPrompt", "false", "--browser.gatherUsageStats", "false"),
    ]


def _app() -> Path:
    package = find_spec("dashboard")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError(2, "the dashboard is not installed; install the whole program again", "dashboard")
    return Path(package.submodule_search_locations[0]) / "streamlit_app.py"


def _in_use(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((_ADDRESS, port)) == 0


def _has_browser() -> bool:
    """On Linux a browser needs a display; a text browser in the terminal is none."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True
