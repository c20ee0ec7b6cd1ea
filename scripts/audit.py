"""`make audit`: are there published advisories about the versions that are installed? Asks PyPI's advisory service.

One line and status 2 where nobody answers: an audit that did not take place has found nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PINNED = Path(__file__).parent.parent / "constraints.txt"
LONGEST = 600  # seconds
COMMAND = [
    *(sys.executable, "-m", "pip_audit", "--requirement", str(PINNED), "--no-deps", "--disable-pip"),
    *("--format", "json", "--progress-spinner", "off"),
]


def main() -> int:
    """0 nothing known, 1 advisories, 2 nobody could be asked."""
    try:
        done = subprocess.run(COMMAND, capture_output=True, text=True, timeout=LONGEST, check=False)
    except subprocess.TimeoutExpired:
        print("not audited: the advisory service does not answer")
        return 2
    status, lines = verdict(done.stdout, done.stderr)
    print("\n".join(lines))
    return status


def verdict(printed: str, errors: str) -> tuple[int, list[str]]:
    """The status, and what to say: of what pip-audit printed and complained of."""
    try:
        packages: list[dict[str, Any]] = list(json.loads(printed)["dependencies"])
    except (ValueError, KeyError, TypeError):
        said = errors.strip().splitlines() or ["nothing was answered"]
        return 2, [f"not audited: the advisory service cannot be reached ({said[-1][:200]})"]
    asked = [package for package in packages if "vulns" in package]
    if not asked:
        return 2, [f"not audited: the advisory service knows none of {len(packages)} packages, so it is none"]
    found = list(_advisories(asked))
    unknown = len(packages) - len(asked)
    summary = f"{len(asked)} packages audited, {unknown} unknown to the service, {len(found)} advisories"
    return (1 if found else 0), [*found, summary]


def _advisories(packages: list[dict[str, Any]]) -> Iterator[str]:
    for package in packages:
        for each in package["vulns"]:
            fixed = ", ".join(each.get("fix_versions", [])) or "no version yet"
            yield f"{package['name']} {package['version']}: {each['id']}, mended in {fixed}"


if __name__ == "__main__":
    sys.exit(main())
