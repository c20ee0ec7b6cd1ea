"""The views that are the public schema, for ad-hoc SQL and for the exports."""

from __future__ import annotations

from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None

# What a figure counts, as one text: "children ps".
CATEGORIES = {
    "sqlite": "(SELECT group_concat(category, ' ')"
    " FROM (SELECT category FROM figure_category WHERE figure_id = f.id ORDER BY category))",
    "postgresql": "(SELECT string_agg(category, ' ' ORDER BY category) FROM figure_category WHERE figure_id = f.id)",
}

# The public schema. The tables may change; these names and their meanings are kept.
VIEWS = (
    """
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
        d.published                 -- local, ISO 8601 with offset
    FROM event e
    JOIN document d ON d.id = e.document_id
    LEFT JOIN source s ON s.id = d.source_id
    LEFT JOIN time_expression t ON t.id = e.time_id
    LEFT JOIN place p ON p.id = e.place_id
    """,
    """
    CREATE VIEW reported_figures AS  -- what one document says that somebody counted: one row a figure
    SELECT
        f.id,
        f.kind,                     -- killed, injured, displaced, ...
        f.low,
        f.high,                     -- NULL: open above
        f.qualifier,                -- exact, at_least, dozens, ...
        f.scope,                    -- incident, period or cumulative
        {categories} AS categories,  -- separated by a space
        f.text,                     -- the count, as written
        f.source,                   -- who counted, as written
        t."begin",                  -- the time of the harm, as in timeline_events
        t.end_time,
        t.begin_utc,
        t.end_utc,
        t.text AS time,
        t.value,
        t.signal,
        f.part_of,                  -- the id of the whole that this figure breaks down: never add the two up
        f.event_id,
        e.type AS event,
        p.name AS place,            -- of the event
        f.sentence,
        f.start,
        f."end",
        f.document_id,
        d.title,
        s.name AS outlet,
        d.url,
        d.published
    FROM figure f
    JOIN document d ON d.id = f.document_id
    LEFT JOIN source s ON s.id = d.source_id
    LEFT JOIN time_expression t ON t.id = f.time_id
    LEFT JOIN event e ON e.id = f.event_id
    LEFT JOIN place p ON p.id = e.place_id
    """,
    """
    CREATE VIEW documents AS        -- one row an article, without its text (document.text)
    SELECT
        d.id,
        d.given_id,                 -- the id under which it was first read
        d.title,
        s.name AS outlet,
        d.url,
        d.published,
        d.published_utc,
        d.published_from,           -- given, metadata or dateline
        length(d.text) AS characters,
        (SELECT count(*) FROM time_expression WHERE document_id = d.id) AS times,
        (SELECT count(*) FROM figure WHERE document_id = d.id) AS figures,
        (SELECT count(*) FROM event WHERE document_id = d.id) AS events,
        d.extractor,                -- the version that read it
        d.read_at                   -- when, in UTC
    FROM document d
    LEFT JOIN source s ON s.id = d.source_id
    """,
    """
    CREATE VIEW unresolved_times AS  -- time phrases that could not be placed on a calendar
    SELECT
        t.id,
        t.text,
        t.type,
        t.value,
        t.mod,
        t.signal,
        t.reading,                  -- how the phrase was understood
        t.start,
        t."end",
        t.document_id,
        d.title,
        s.name AS outlet,
        d.url,
        d.published
    FROM time_expression t
    JOIN document d ON d.id = t.document_id
    LEFT JOIN source s ON s.id = d.source_id
    WHERE t."begin" IS NULL AND t.end_time IS NULL
    """,
)


def upgrade() -> None:
    for view in VIEWS:
        op.execute(view.format(categories=CATEGORIES[op.get_context().dialect.name]))


def downgrade() -> None:
    for view in ("unresolved_times", "documents", "reported_figures", "timeline_events"):
        op.execute(f"DROP VIEW {view}")
