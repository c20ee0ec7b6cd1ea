"""Text -> words, and one letter for each word that stands for the set of its classes.

«ومنذ فجر الثلاثاء» becomes four letters: [and] [since] [part] [weekday]. A proclitic is a letter of its own
when what remains is a word of the lexicon. Patterns then run over the letters as plain regular expressions,
so matching happens in C and the size of the lexicon costs nothing. A form is analysed once and remembered.
"""

from __future__ import annotations

from .pieces import PIECE
from .text import Line, Merged, Text
from .vocabulary import Vocabulary, Word, vocabulary

__all__ = ["PIECE", "Line", "Merged", "Text", "Vocabulary", "Word", "vocabulary"]
