"""What is wrong with the claims of the whole database, as `timeline.tolls` finds it and the page of tolls shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import streamlit as st
from sqlalchemy import Connection, func, select

from dashboard.data.opened import database, version
from timeline.store.models import DOCUMENT, FIGURE
from timeline.store.opening.database import reading
from timeline.store.tolls import toll_claims
from timeline.store.views.rows import REPORTED_FIGURES, FigureRow
from timeline.tolls import reconcile
from timeline.tolls.values import Claim, FlagName

PROMPT = 20_000  # figures that are put in order anew, within a second, after every decision of a reviewer
_COPY = {"same_wire"}
_LATELY = timedelta(days=14)
_SECONDS = 600  # of more, that takes longer: when articles came in, and after this time

Flagged = Mapping[int, tuple[FlagName, ...]]


@dataclass(frozen=True, slots=True)
class FlaggedClaim:
    """A claim with what is wrong with it; `toll` is the row of its toll, None where it is about no known one."""

    claim: FigureRow
    flags: tuple[FlagName, ...]
    toll: int | None


def flagged() -> Flagged:
    """The claims at fault by their ids, each with its flags."""
    return _flagged(_as_of())


def newest_flagged(most: int) -> Sequence[FlaggedClaim]:
    """Those of the latest publications that nobody has looked at, and no more than `most`; copies are no news.

    Of a large database the last days alone are put in order, so that nobody waits for its overview.
    """
    return _newest(most, _as_of(), version())


def some_ids(of: Flagged, most: int = 20_000) -> list[int]:
    """The last ids, no more than a query takes: SQLite's limit is 32,766 values."""
    return sorted(of)[-most:]


def _as_of() -> str:
    """Another text when the flags may be others."""
    with reading(database()) as connection:
        if not _is_large(connection):
            return version()
        read = connection.execute(select(func.count(), func.max(DOCUMENT.c.read_at))).one()
        return f"{database().url} {read}"


def _is_large(connection: Connection) -> bool:
    return (connection.scalar(select(func.count()).select_from(FIGURE)) or 0) > PROMPT


@st.cache_resource(ttl=_SECONDS, show_spinner=False, max_entries=4)
def _flagged(as_of: str) -> Flagged:
    return _flags_of(toll_claims(database()))


def _flags_of(claims: Iterable[Claim]) -> Flagged:
    found: dict[int, list[FlagName]] = defaultdict(list)
    for flag in reconcile(claims).flags:
        found[flag.claims[0]].append(flag.name)
    return {claim: tuple(dict.fromkeys(names)) for claim, names in found.items()}


def _lately_flagged(as_of: str) -> Flagged:
    """All that is flagged, of a large database among the claims of its last days."""
    with reading(database()) as connection:
        last = connection.scalar(select(func.max(DOCUMENT.c.published_utc))) if _is_large(connection) else None
    return _flags_of(toll_claims(database(), since=last - _LATELY)) if last else _flagged(as_of)


@st.cache_resource(show_spinner=False, max_entries=4)
def _newest(most: int, as_of: str, at: str) -> Sequence[FlaggedClaim]:
    view, wrong = (
        REPORTED_FIGURES,
        {claim: names for claim, names in _lately_flagged(as_of).items() if set(names) != _COPY},
    )
    query = (
        select(view, FIGURE.c.toll_id)
        .join(FIGURE, FIGURE.c.id == view.c.id)
        .where(view.c.id.in_(some_ids(wrong)), FIGURE.c.reviewed.is_(None))
        .order_by(view.c.published.desc(), view.c.id.desc())
        .limit(most)
    )
    with reading(database()) as connection:
        rows = connection.execute(query).all()
    return [FlaggedClaim(FigureRow(*row[:-1]), wrong[row.id], row.toll_id) for row in rows]
