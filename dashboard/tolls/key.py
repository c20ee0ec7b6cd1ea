"""What the lines and shapes of the chart mean: HTML, which wraps where a legend of the chart would be cut off."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from dashboard.i18n import Words
from dashboard.tolls.movement import Drawn
from dashboard.tolls.paint import ALERT

# The shapes of `paint.SHAPES`, as letters.
SIGNS = {
    "falls": "▽",
    "claimants_disagree": "◇",
    "increments_differ": "□",
    "part_exceeds_whole": "✚",
    "parts_exceed_whole": "━",
    "stale_repeat": "◁",
    "same_wire": "▷",
}


def key_html(drawn: Drawn, words: Words) -> str:
    """A sample of every line, with its dashes, and of every flag that is there."""
    rows = ([_line(*sample) for sample in drawn.lines.samples()], [_flag(flag, words) for flag in drawn.flags])
    body = "".join(f"<div>{''.join(samples)}</div>" for samples in rows if samples)
    return f'<div class="key" dir="{words.direction}">{body}</div>'


def _line(name: str, colour: str, dashes: Iterable[int]) -> str:
    return f'<span><i class="drawn" style="background:{_dashed(colour, dashes)}"></i><bdi>{escape(name)}</bdi></span>'


def _flag(flag: str, words: Words) -> str:
    sign = f'<b aria-hidden="true" style="color:{ALERT}">{SIGNS[flag]}</b>'
    return f"<span>{sign}<bdi>{escape(words.say(f'toll_flag_name.{flag}'))}</bdi></span>"


def _dashed(colour: str, dashes: Iterable[int]) -> str:
    """Pixels of paint and of gap in turn, again and again."""
    stops, at = [], 0
    for number, length in enumerate(dashes):
        stops.append(f"{'transparent' if number % 2 else colour} {at}px {at + length}px")
        at += length
    return f"repeating-linear-gradient(to right,{','.join(stops)})"
