"""`postgresql://ada:secret@host/news` -> `postgresql://ada:***@host/news`: what may be shown of an address."""

from __future__ import annotations

import re

# Also where the address is misspelt («postgresql:/ada:secret@host»), and so taken for the name of a file.
_BEFORE_HOST = re.compile(r"(/[^/\s:@]*):\S*@")
_AS_PARAMETER = re.compile(r"(\b(?:ssl)?pass(?:word|wd)?\s*=\s*)(?:'[^']*'|[^&\s'\"]*)", re.IGNORECASE)


def without_passwords(text: str) -> str:
    """The text with every password of an address in it hidden; all else as it is."""
    return _AS_PARAMETER.sub(r"\1***", _BEFORE_HOST.sub(r"\1:***@", text))
