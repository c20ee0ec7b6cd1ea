"""What the charts of the timeline share: the axis of time and the names of months and days.

All times are drawn as UTC although they are the local time of the article, so that the reader's own time zone cannot
move an event to another day.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Literal

import altair as alt
from babel.dates import get_day_names, get_month_names

from dashboard.i18n import Words
from dashboard.lanes.spans import Span

CLOCK = {"hours": "%H:%M", "minutes": "%H:%M"}  # days, months and years as Vega writes them


def time_axis(orient: Literal["top", "bottom"] = "bottom") -> alt.Axis:
    return alt.Axis(orient=orient, grid=True, gridOpacity=0.5, tickCount=9, labelOverlap=True, format=CLOCK)


def time_scale() -> alt.Scale:
    """From edge to edge of the data. Vega-Lite cannot be told other edges where marks have an end (`x2`) as well."""
    return alt.Scale(type="utc", nice=False)


def edges_of(span: Span) -> dict[Any, list[alt.DateTime]]:
    """The stretch as the first value of a selection."""
    return {"x": [date_of(span.begin), date_of(span.end)]}


def milliseconds(at: datetime) -> int:
    """The local time as Vega counts UTC."""
    return 1000 * round(at.replace(tzinfo=UTC).timestamp())


def date_of(at: datetime) -> alt.DateTime:
    return alt.DateTime(year=at.year, month=at.month, date=at.day, hours=at.hour, minutes=at.minute, utc=True)


def locale(words: Words) -> alt.Locale:
    """Month and day names of the interface's language, from CLDR."""
    language = words.language

    def months(width: Literal["wide", "abbreviated"]) -> list[str]:
        return list(get_month_names(width, "stand-alone", language).values())

    def days(width: Literal["wide", "abbreviated"]) -> list[str]:
        names = get_day_names(width, "stand-alone", language)
        return [names[number] for number in (6, 0, 1, 2, 3, 4, 5)]  # D3 begins with Sunday, Babel with Monday

    return alt.Locale(
        time=alt.TimeLocale(
            dateTime="%Y-%m-%d %H:%M",
            date="%Y-%m-%d",
            time="%H:%M",
            periods=["AM", "PM"],
            days=days("wide"),
            shortDays=days("abbreviated"),
            months=months("wide"),
            shortMonths=months("abbreviated"),
        )
    )
