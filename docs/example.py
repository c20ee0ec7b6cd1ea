"""Rewrites the worked example of README.md with what the program really prints: python docs/example.py"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
PUBLISHED = "2024-11-03T19:00:00+02:00"
PARTS = ("times", "figures", "events")
REASONING = {"rule", "reading", "alternatives", "confidence", "sentence"}
THE_REST = {"gazetteer_id", "place_kind", "admin2", "acled_event_type", "plover_mode"}  # of an event: docs/reading.md


def block(name: str, readme: str) -> re.Match[str]:
    """The fenced block under `<!-- example: name -->`, its content as the group `content`."""
    found = re.search(rf"<!-- example: {name} -->\n```\w+\n(?P<content>.*?)```", readme, re.DOTALL)
    assert found, f"README.md has no example block named {name}"
    return found


def with_real_output(readme: str) -> str:
    """README.md with the blocks `json` and `tables` as the program prints them for the block `article`."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(f"published: {PUBLISHED}\n\n{block('article', readme)['content'].strip()}\n", "utf-8")
        database = str(Path(folder) / "example.db")
        printed = {"json": as_json(run("extract", str(article)))}
        run("ingest", str(article), "--database", database)
        printed["tables"] = run("show", "--database", database)
    for name, content in printed.items():
        found = block(name, readme)
        readme = readme[: found.start("content")] + content + readme[found.end("content") :]
    return readme


def as_json(line: str) -> str:
    """One item a line, without the article's own fields, which the reader has just seen, and without the reasoning."""
    found = json.loads(line)
    parts = []
    for name in PARTS:
        shown = [{key: item[key] for key in item if key not in REASONING | THE_REST} for item in found[name]]
        items = ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in shown)
        parts.append(f'"{name}": [\n{items}\n]')
    return "{" + ",\n ".join(parts) + "}\n"


def run(*arguments: str) -> str:
    """What `timeline …` prints, in a terminal of 110 columns."""
    command = [sys.executable, "-c", "from timeline.cli import main; main()", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, env=os.environ | {"COLUMNS": "110"})
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.decode("utf-8").splitlines())


if __name__ == "__main__":
    README.write_text(with_real_output(README.read_text("utf-8")), "utf-8")
