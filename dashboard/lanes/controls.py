"""What moves the timeline: the brush of the overview, buttons that do the same, and the choice of lanes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import streamlit as st

from dashboard.address import LANES, PARAMETERS, Window, parameter, window_in, written_window
from dashboard.i18n import Words
from dashboard.lanes.density import CELL
from dashboard.lanes.histogram import BRUSH
from dashboard.lanes.layers import CLICK, ZOOM
from dashboard.lanes.spans import Span, days_of, later, moved, scaled
from dashboard.opening import open_article, rewrite

LEAST = 1 / 80  # of the days in view: lanes that were moved by less were not meant to be
_ICONS = {
    "earlier": ":material/chevron_left:",
    "later": ":material/chevron_right:",
    "closer": ":material/zoom_in:",
    "wider": ":material/zoom_out:",
    "everything": ":material/fit_width:",
    "filter": ":material/filter_alt:",
}


def lanes_choice(by: str, words: Words) -> None:
    """What a lane stands for."""

    def keep() -> None:
        chosen = st.session_state["lanes"]
        rewrite({"lanes": "" if chosen == LANES[0] else chosen})

    st.session_state["lanes"] = by
    st.segmented_control(
        words.say("timeline.lanes"),
        LANES,
        format_func=lambda each: words.say(f"timeline.by_{each}"),
        key="lanes",
        required=True,
        on_change=keep,
    )


def buttons(window: Window, every: Window, words: Words) -> None:
    """Everything that the brush does, for hands that cannot draw one; time runs from left to right in any language."""
    step = max(1, window.days // 2)
    targets = {
        "earlier": moved(window, -step),
        "closer": scaled(window, 0.5),
        "wider": scaled(window, 2),
        "later": moved(window, step),
        "everything": every,
    }
    with st.container(horizontal=True, width="content", gap="medium", key="window_buttons"):
        for name, target in targets.items():
            _button(name, {"window": written_window(target)}, words, disabled=target == window)
        days = {PARAMETERS[field]: parameter(field, day) for field, day in _bounds(window).items()}
        _button("filter", days | {"window": ""}, words, disabled=False)


def brushed(key: str) -> None:
    """The days that were dragged over; a click beside the brush takes it away."""
    bounds: Any = _selected(key, BRUSH)
    bounds = bounds.get("begin") if bounds else None
    rewrite({"window": written_window(_window(*bounds)) if bounds else ""})


def chosen_cell(key: str) -> None:
    """The days of the cell that was clicked."""
    if cells := _selected(key, CELL):
        rewrite({"window": f"{cells[0]['first']}..{cells[0]['last']}"})


def chosen_event(key: str, window: Window) -> None:
    """The days that the lanes of these ones were moved to, or the event that was clicked.

    A click beside all events says nothing, and a hand that shakes in clicking moves nothing.
    """
    if days := _moved_to(_selected(key, ZOOM), window):
        rewrite({"window": written_window(days)})
    elif events := _selected(key, CLICK):
        open_article(int(events[0]["document"]), int(events[0]["start"]))


def _moved_to(zoom: Any, window: Window) -> Window | None:
    """The days that are in view now, if they are others that an address can hold."""
    if not (zoom and zoom.get("begin")):
        return None
    view = Span(*map(_moment, sorted(zoom["begin"])))
    before, least = window.view, window.view.length * LEAST
    if max(abs(view.begin - before.begin), abs(view.end - before.end)) < least:
        return None
    days = days_of(view)
    return days if days != window and window_in({"window": written_window(days)}) else None


def _selected(key: str, name: str) -> Any:
    return st.session_state[key]["selection"].get(name)


def _window(begin: float, end: float) -> Window:
    """Milliseconds of UTC, as which the chart has local days; a day that is touched is in."""
    first, last = sorted((begin, end))
    first_day, last_day = _moment(first).date(), _moment(last - 1).date()
    return Window(first_day, max(first_day, last_day))


def _moment(milliseconds: float) -> datetime:
    """The local time of what the chart counts as UTC; at the ends of the calendar nothing moves."""
    return later(datetime(1970, 1, 1), timedelta(milliseconds=milliseconds))


def _bounds(window: Window) -> dict[str, Any]:
    return {"first_day": window.first, "last_day": window.last}


def _button(name: str, changes: dict[str, Any], words: Words, *, disabled: bool) -> None:
    st.button(
        words.say(f"timeline.{name}"),
        key=f"window_{name}",
        icon=_ICONS[name],
        type="tertiary",
        disabled=disabled,
        on_click=rewrite,
        args=(changes,),
    )
