"""What a chart says of a mark, to the eye on hover and to a screen reader: what is not known is left out.

Vega-Lite would read aloud every channel of a mark («row: 000#000»), and show an empty line for an empty field.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import altair as alt

ISOLATES = "[\\\\u2066-\\\\u2069]"  # they order what is seen; a voice has no use for them


def tooltip(titles: Mapping[str, str]) -> alt.TooltipValue:
    """field -> title: a line for each field that the mark has, under its title."""
    lines = (f"{_quoted(title)}: {_field(name)} || datum.nothing" for name, title in titles.items())
    return alt.TooltipValue(alt.ExprRef(f"{{{', '.join(lines)}}}"))  # Vega leaves out what is undefined


def description(fields: Iterable[str], separator: str = ", ") -> alt.DescriptionValue:
    """ "Ceasefire, هدنة, 2012-11-18": the fields that the mark has, one after the other; the first it always has."""
    first, *others = map(_field, fields)
    said = " + ".join([first, *(f"({other} ? {_quoted(separator)} + {other} : '')" for other in others)])
    return alt.DescriptionValue(alt.ExprRef(f"replace({said}, regexp('{ISOLATES}', 'g'), '')"))


def _field(name: str) -> str:
    return f"datum[{_quoted(name)}]"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
