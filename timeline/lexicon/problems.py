"""What can be wrong with a table of words."""

from __future__ import annotations


class LexiconProblem(ValueError):
    """A lexicon file that cannot be used; the message names the file and the entry."""
