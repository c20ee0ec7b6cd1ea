"""Any text of any day is read, and what holds of every reading holds of this one."""

from __future__ import annotations

from dataclasses import replace

from fuzz.choices import Choices, published_in, sentences_in, text_in
from fuzz.material import MARKS, SCRIPTS, in_script, marked
from fuzz.promises import PromiseBroken, check, meaning
from timeline.pipeline import read_article
from timeline.values import Document


def run(data: bytes) -> None:
    """Raises whatever the reading raises, and `PromiseBroken`."""
    choices = Choices(data)
    published = published_in(choices)
    if choices.number(4):
        check(read_article(Document("", text_in(choices), published)))
    else:
        _same_in_other_letters(Document("", "", published), choices)


def _same_in_other_letters(document: Document, choices: Choices) -> None:
    """Marks inside words and the script of digits change no value."""
    mark, every, script = choices.one_of(MARKS), 1 + choices.number(4), choices.one_of(SCRIPTS)
    document = replace(document, text=sentences_in(choices))
    plain = read_article(document)
    check(plain)
    for text in (marked(document.text, mark, every), in_script(document.text, script)):
        other = read_article(replace(document, text=text))
        check(other)
        if meaning(other) != meaning(plain):
            raise PromiseBroken(f"{document.text!r} and {text!r} mean different things")
