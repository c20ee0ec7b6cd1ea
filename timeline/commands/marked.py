"""An article in the terminal, with everything that was read in it between brackets and in the colour of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from timeline.commands.terminal import plain
from timeline.values import Extraction

STYLES = {"time": "cyan", "figure": "magenta", "event": "yellow"}
OPENING, CLOSING = "[", "]"


def legend() -> Text:
    return Text.assemble("marked: ", *((f"[{kind}] ", style) for kind, style in STYLES.items()))


def marked(extraction: Extraction) -> Iterator[Text]:
    """The lines of the text that say anything, each mark in brackets: «[فجر الثلاثاء] … [21 فلسطينياً]»."""
    text = extraction.document.text
    marks = sorted(_marks(extraction), key=lambda mark: (mark[0], -mark[1]))
    begin = 0
    for line in text.split("\n"):
        end = begin + len(line)
        if line.strip():
            yield _line(text, begin, end, [mark for mark in marks if begin <= mark[0] and mark[1] <= end])
        begin = end + 1


def _marks(extraction: Extraction) -> Iterator[tuple[int, int, str]]:
    for kind, found in (("time", extraction.times), ("figure", extraction.figures), ("event", extraction.events)):
        for item in found:
            yield item.start, item.end, kind


def _line(text: str, begin: int, end: int, marks: list[tuple[int, int, str]]) -> Text:
    """Brackets nest: the trigger in «[14 [غارة]]» stands in its figure."""
    signs = sorted(
        [(start, 1, -past, OPENING, kind) for start, past, kind in marks]
        + [(past, 0, -start, CLOSING, kind) for start, past, kind in marks]
    )
    found, done, inside = Text(), begin, list[str]()
    for offset, _, _, sign, kind in signs:
        found.append(plain(text[done:offset]), STYLES[inside[-1]] if inside else "")
        done = offset
        found.append(sign, STYLES[kind])
        if sign == OPENING:
            inside.append(kind)
        else:
            inside.remove(kind)
    found.append(plain(text[done:end]), STYLES[inside[-1]] if inside else "")
    return found
