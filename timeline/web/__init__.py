"""A URL -> its bytes: politely, within limits, and from public addresses only unless local ones are allowed."""

from __future__ import annotations

from timeline.web.answer import Answer
from timeline.web.fetch import Web
from timeline.web.problems import Unreachable

__all__ = ["Answer", "Unreachable", "Web"]
