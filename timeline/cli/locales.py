"""What the locale of the machine must not change: Arabic in arguments, in names of files, and in what is printed."""

from __future__ import annotations

import codecs
import os
import sys


def start_again_in_utf_8() -> None:
    """Where the locale knows ASCII alone, every Arabic argument arrives as stray bytes: begins anew in UTF-8 mode.

    Python does so by itself unless PYTHONUTF8 and PYTHONCOERCECLOCALE forbid it.
    """
    if codecs.lookup(sys.getfilesystemencoding()).name == "ascii":
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], os.environ | {"PYTHONUTF8": "1"})


def print_utf_8() -> None:
    """What cannot be encoded at all, such as half a surrogate pair, is printed as its number."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]  # a stream of text
