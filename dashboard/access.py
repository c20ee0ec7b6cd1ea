"""What may be done here: a dashboard that others can reach may be one that only shows."""

from __future__ import annotations

import os

from timeline.commands.dashboard import READ_ONLY


def is_read_only() -> bool:
    """`timeline dashboard --read-only`, or TIMELINE_READ_ONLY=1: nothing is reviewed or added."""
    return os.environ.get(READ_ONLY, "").strip().lower() not in {"", "0", "false", "no"}
