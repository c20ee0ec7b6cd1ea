"""Writes the pictures of the README, of the example articles: `python scripts/screenshot.py`

docs/dashboard.png is the timeline with the card of an event, docs/overview.png the overview.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))  # a script's own folder is the only one that Python would look in

from scripts.browsing import browser, chromium, dashboard  # noqa: E402  (after the path that it needs)

PICTURES = ROOT / "docs"
EXAMPLES = ROOT / "examples"
AROUND = timedelta(days=5)


def main() -> None:
    if chromium() is None:
        sys.exit("Chromium is missing. Debian, Ubuntu: apt-get install chromium fonts-noto-core")
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "timeline.db"
        read_examples(database)
        with dashboard(database) as url, browser(1400, 1200) as context:
            page = context.new_page()
            page.goto(url)
            page.wait_for_selector(".tiles")
            page.wait_for_timeout(1500)  # the fonts
            page.screenshot(path=PICTURES / "overview.png")
            page.goto(f"{url}timeline{opened(database)}")
            page.wait_for_selector(".stVegaLiteChart svg .mark-rect")
            page.wait_for_selector(".card mark")
            page.wait_for_timeout(1500)  # the chart's last change of width
            page.screenshot(path=PICTURES / "dashboard.png")


def read_examples(database: Path) -> None:
    command = [sys.executable, "-c", "from timeline.cli import main; main()", "ingest", str(EXAMPLES)]
    subprocess.run(command, env={**os.environ, "TIMELINE_DATABASE_URL": str(database)}, cwd=ROOT, check=True)


def opened(database: Path) -> str:
    """The query that shows the days around the article with the most figures, open at the first event with a time."""
    from timeline.store.asking import queries
    from timeline.store.opening.database import open_database

    engine = open_database(database)
    document = max(queries.documents(engine), key=lambda one: one.figures)
    article = queries.article(engine, document.id)
    engine.dispose()
    if article is None or document.published is None:
        sys.exit("The examples have no dated article to show.")
    event = next(event for event in article.events if event.begin)
    day = datetime.fromisoformat(document.published).date()
    return f"?from={day - AROUND}&to={day + AROUND}&article={document.id}&at={event.start}"


if __name__ == "__main__":
    main()
