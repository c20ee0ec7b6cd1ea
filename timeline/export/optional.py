"""Libraries that only some formats need, and that need not be installed."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from timeline.export.files import ExportProblem


def needed(module: str, form: str) -> Any:
    """The module; an `ExportProblem` that says how to get it where it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        raise ExportProblem(
            f"{form} needs {error.name or module}, which is not installed: pip install 'arabic-event-timeline[export]'"
        ) from error
