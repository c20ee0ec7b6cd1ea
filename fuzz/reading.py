"""Any text of any day is read, and what holds of every reading holds of this one."""

from __future__ import annotations

from dataclasses import replace

from fuzz.choices import Choices, published_in, sentences_in, text_in
from fuzz.promises import PromiseBroken, check, meaning
from fuzz.spellings import SCRIPTS, in_script, marked, ways_to_mark
from timeline.pipeline import read_article
from timeline.values import Document

_WAYS = ways_to_mark()


def run(data: bytes) -> None:
    """Raises whatever the reading raises, and `PromiseBroken`."""
    choices = Choices(data)
    published = published_in(choices)
    if choices.number(4):
        check(read_article(Document("", text_in(choices), published)))
    else:
        _same_in_other_letters(Document("", "", published), choices)


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
