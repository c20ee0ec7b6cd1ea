"""What the gazetteer knows of a place, and what ACLED and PLOVER call an event."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None

DEGREES = "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180"
KINDS = "country region governorate city neighbourhood camp crossing hospital site"
PRECISIONS = "exact city division country region"
OF_A_PLACE = ("location", "place_kind", "country", "admin1", "admin2", "geo_precision", "alternatives")
OF_AN_EVENT = ("acled_event_type", "acled_sub_event_type", "plover_type", "plover_mode")

# The columns of 0002, and the new ones after them.
EVENTS = """
    CREATE VIEW timeline_events AS  -- what happened, when and where: one row an event
    SELECT
        e.id,
        e.type,                     -- air_strike, arrest, ceasefire, ...
        e.status,                   -- asserted, planned, denied or alleged
        t."begin",                  -- local reading, ISO 8601: half-open, either end may be NULL
        t.end_time,
        t.begin_utc,                -- the same instants in UTC; NULL where the offset of the article is not known
        t.end_utc,
        p.name AS place,            -- as written
        e.text,                     -- the trigger, as written
        t.text AS time,             -- the time phrase, as written
        t.value,                    -- the time as TIMEX3
        t.signal,                   -- since, until, before, ...
        e.sentence,
        e.start,                    -- of the trigger in document.text, in code points, half-open
        e."end",
        e.document_id,
        d.title,
        s.name AS outlet,
        d.url,
        d.published                 -- local, ISO 8601 with offset{more}
    FROM event e
    JOIN document d ON d.id = e.document_id
    LEFT JOIN source s ON s.id = d.source_id
    LEFT JOIN time_expression t ON t.id = e.time_id
    LEFT JOIN place p ON p.id = e.place_id
"""
MORE = """
        , p.location,               -- the usual name of the place that is meant; NULL, as all below, where not known
        p.place_kind,               -- city, camp, governorate, ...
        p.country,                  -- ISO 3166
        p.admin1,                   -- the first-level division it lies in
        p.admin2,
        p.latitude,                 -- degrees, WGS 84
        p.longitude,
        p.geo_precision,            -- what the point stands for: exact, city, division, country or region
        nullif(p.gazetteer_id, '') AS gazetteer_id,
        p.alternatives,             -- other places of that name, separated by " | "
        e.acled_event_type,
        e.acled_sub_event_type,
        e.plover_type,
        e.plover_mode"""

# What the older schema cannot hold is read anew when the article comes again.
TO_BE_READ_AGAIN = """
    UPDATE document SET reading_sha256 = '' WHERE id IN (
        SELECT e.document_id FROM event e LEFT JOIN place p ON p.id = e.place_id
        WHERE e.acled_sub_event_type IS NOT NULL OR e.plover_type IS NOT NULL OR p.gazetteer_id <> ''
    )
"""
# Of the places that one name may mean, 0002 keeps the first.
ONE_ROW_A_NAME = """
    UPDATE event SET place_id = (
        SELECT min(other.id) FROM place p JOIN place other ON other.name = p.name WHERE p.id = event.place_id
    )
    WHERE place_id IS NOT NULL
"""


def one_of(column: str, names: str) -> str:
    return f"{column} IN ({', '.join(map(repr, names.split()))})"


def upgrade() -> None:
    views = without_views()
    with kept_places():
        change_place()
    for name in OF_AN_EVENT:
        op.add_column("event", sa.Column(name, sa.Text(), nullable=True))
    with_views(views | {"timeline_events": EVENTS.format(more=MORE)})


def change_place() -> None:
    with op.batch_alter_table("place") as table:
        table.drop_constraint(op.f("uq_place_name"), type_="unique")
        for name in ("gazetteer_id", *OF_A_PLACE):
            table.add_column(sa.Column(name, sa.Text(), nullable=True))
    op.execute("UPDATE place SET gazetteer_id = ''")
    with op.batch_alter_table("place") as table:
        table.alter_column("gazetteer_id", existing_type=sa.Text(), nullable=False)
        table.create_unique_constraint(op.f("uq_place_name_gazetteer_id"), ["name", "gazetteer_id"])
        table.create_check_constraint(op.f("ck_place_degrees"), DEGREES)
        table.create_check_constraint(op.f("ck_place_place_kind"), one_of("place_kind", KINDS))
        table.create_check_constraint(op.f("ck_place_geo_precision"), one_of("geo_precision", PRECISIONS))
    op.create_index(op.f("ix_place_country"), "place", ["country"])


def downgrade() -> None:
    views = without_views()
    op.execute(TO_BE_READ_AGAIN)
    op.execute(ONE_ROW_A_NAME)
    op.execute("DELETE FROM place WHERE id NOT IN (SELECT min(id) FROM place GROUP BY name)")
    with kept_places():
        change_place_back()
    for name in OF_AN_EVENT:
        op.drop_column("event", name)
    with_views(views | {"timeline_events": EVENTS.format(more="")})


def change_place_back() -> None:
    op.drop_index(op.f("ix_place_country"), "place")
    with op.batch_alter_table("place") as table:
        for name in ("degrees", "place_kind", "geo_precision"):
            table.drop_constraint(op.f(f"ck_place_{name}"), type_="check")
        table.drop_constraint(op.f("uq_place_name_gazetteer_id"), type_="unique")
        for name in ("gazetteer_id", *OF_A_PLACE):
            table.drop_column(name)
        table.create_unique_constraint(op.f("uq_place_name"), ["name"])


@contextmanager
def kept_places() -> Iterator[None]:
    """SQLite drops the table to change it, and with foreign keys on every event would forget its place."""
    op.execute("CREATE TEMPORARY TABLE place_of_event AS SELECT id, place_id FROM event WHERE place_id IS NOT NULL")
    yield
    op.execute("UPDATE event SET place_id = (SELECT place_id FROM place_of_event kept WHERE kept.id = event.id)")
    op.execute("DROP TABLE place_of_event")


def without_views() -> dict[str, str]:
    """Drops `timeline_events`, and in SQLite, where a table is changed by making it anew, every view; their SQL."""
    if op.get_context().dialect.name != "sqlite":
        op.execute("DROP VIEW timeline_events")
        return {}
    query = sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'view' ORDER BY rowid")
    views = {row.name: row.sql for row in op.get_bind().execute(query)}
    for name in views:
        op.execute(f"DROP VIEW {name}")
    return views


def with_views(views: dict[str, str]) -> None:
    for view in views.values():
        op.execute(sa.text(view.replace(":", "\\:")))
