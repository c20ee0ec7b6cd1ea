"""What the colours and shapes in the lanes mean: HTML, which wraps where a legend of the chart would be cut off."""

from __future__ import annotations

from html import escape

from dashboard.i18n import Words
from dashboard.lanes.layers import colours_of

SHAPES = ("solid", "hollow", "moment", "open")


def key_html(types: set[str], words: Words) -> str:
    """A sample of the colour of each family that these types are of, and of every shape."""
    colours = (
        f'<span><i class="solid" style="color:{colour}"></i>{escape(words.name("family", family))}</span>'
        for family, colour in colours_of(types).items()
    )
    shapes = (f'<span><i class="{shape}"></i>{escape(words.say(f"timeline.{shape}"))}</span>' for shape in SHAPES)
    lines = "".join(f"<div>{''.join(samples)}</div>" for samples in (colours, shapes))
    return f'<div class="key" dir="{words.direction}">{lines}</div>'
