"""What the buttons do: write a decision, and go on to the next thing."""

from __future__ import annotations

import streamlit as st

from dashboard import data
from dashboard.opening import rewrite
from dashboard.review import reviewer
from dashboard.review.fields import changed
from timeline.store.models import Verdict
from timeline.store.opening.database import DatabaseProblem
from timeline.store.reviewing.corrections import ReviewProblem
from timeline.store.reviewing.reviews import Reference
from timeline.store.storable import Columns

LAST, PROBLEM, WHY = "review_last", "review_problem", "review_why"


def go_to(reference: Reference | None) -> None:
    rewrite({"item": str(reference) if reference else ""})


def decide(reference: Reference, verdict: Verdict, following: Reference | None) -> None:
    """Accepts or rejects, and goes on."""
    _write(reference, verdict, {}, following)


def correct(reference: Reference, before: Columns, keys: dict[str, str], following: Reference | None) -> None:
    """Corrects what was changed in the form, whose fields are `keys`, and goes on."""
    changes = changed(before, {name: st.session_state[key] for name, key in keys.items()})
    if changes:
        _write(reference, "corrected", changes, following)
    else:
        st.session_state[PROBLEM] = "reviewing.unchanged"


def undo(reference: Reference) -> None:
    """Takes the last decision about a thing back, and looks at it again."""
    _write(reference, "undone", {}, reference)
    st.session_state.pop(LAST, None)


def _write(reference: Reference, verdict: Verdict, changes: dict[str, str], following: Reference | None) -> None:
    try:
        data.decide(reference, verdict, changes, who=reviewer.name(), why=st.session_state.get(WHY, ""))
    except (ReviewProblem, DatabaseProblem) as problem:
        st.session_state[PROBLEM] = str(problem)
        return
    st.session_state[LAST], st.session_state[WHY] = reference, ""
    go_to(following)
