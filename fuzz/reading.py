"""Any text of any day is read, and what holds of every reading holds of this one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from fuzz.choices import Choices, published_in, sentences_in, text_in
from fuzz.promises import PromiseBroken, check, meaning, meaning_before
from fuzz.spellings import SCRIPTS, in_script, marked, ways_to_mark
from timeline.lexicon.anchors import Anchors
from timeline.pipeline import read_article
from timeline.values import Document

_WAYS = ways_to_mark()
_SENTENCE_END = re.compile(r"[.؟]\s")


def run(data: bytes) -> None:
    """Raises whatever the reading raises, and `PromiseBroken`."""
    choices = Choices(data)
    published = published_in(choices)
    match choices.number(4):
        case 0:
            _same_in_other_letters(Document("", "", published), choices)
        case 1:
            _same_whatever_follows(published, choices)
        case _:
            check(read_article(Document("", text_in(choices), published)))


def _same_in_other_letters(document: Document, choices: Choices) -> None:
    """Marks that are not seen and the script of digits change no value."""
    way, script = choices.one_of(_WAYS), choices.one_of(SCRIPTS)
    document = replace(document, text=sentences_in(choices))
    plain = read_article(document)
    check(plain)
    for text in (marked(document.text, *way), in_script(document.text, script)):
        other = read_article(replace(document, text=text))
        check(other)
        if meaning(other) != meaning(plain):
            raise PromiseBroken(f"{document.text!r} and {text!r} mean different things")


def _same_whatever_follows(published: datetime | None, choices: Choices) -> None:
    """A sentence does not depend on those after it, where no beginning of a war is known that these might name."""
    text = sentences_in(choices)
    found = _SENTENCE_END.search(text)
    end = found.end() if found else len(text)
    whole, part = (read_article(Document("", each, published), Anchors()) for each in (text, text[:end]))
    if meaning_before(whole, end) != meaning_before(part, end):
        raise PromiseBroken(f"{text[:end]!r} depends on {text[end:]!r}")
