"""The views say what was reviewed and what is a copy; what was rejected leaves them."""

from __future__ import annotations

from importlib import import_module

from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"
branch_labels: str | None = None
depends_on: str | None = None

# What a figure counts, as one text: "children ps".
CATEGORIES = {
    "sqlite": "(SELECT group_concat(category, ' ')"
    " FROM (SELECT category FROM figure_category WHERE figure_id = f.id ORDER BY category))",
    "postgresql": "(SELECT string_agg(category, ' ' ORDER BY category) FROM figure_category WHERE figure_id = f.id)",
}
# Who repeated an article, as one text: "first outlet; second outlet".
_CARRIERS = """(SELECT DISTINCT cs.name FROM document c JOIN source cs ON cs.id = c.source_id
    WHERE c.copy_of = d.id ORDER BY cs.name) each_carrier)"""
CARRIERS = {
    "sqlite": f"(SELECT group_concat(name, '; ') FROM {_CARRIERS}",
    "postgresql": f"(SELECT string_agg(name, '; ' ORDER BY name) FROM {_CARRIERS}",
}

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
        d.published,                -- local, ISO 8601 with offset
        p.location,                 -- the usual name of the place that is meant; NULL, as all below, where not known
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
        e.plover_mode,
        CASE WHEN t.reviewed = 'corrected' THEN t.reviewed ELSE e.reviewed END AS reviewed,
        d.copy_of                   -- the article that this one repeats
    FROM event e
    JOIN document d ON d.id = e.document_id
    LEFT JOIN source s ON s.id = d.source_id
    LEFT JOIN time_expression t ON t.id = e.time_id AND coalesce(t.reviewed, '') <> 'rejected'
    LEFT JOIN place p ON p.id = e.place_id
    WHERE coalesce(e.reviewed, '') <> 'rejected'
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
        w.id AS part_of,            -- the id of the whole that this figure breaks down: never add the two up
        e.id AS event_id,
        e.type AS event,
        p.name AS place,            -- of the event
        f.sentence,
        f.start,
        f."end",
        f.document_id,
        d.title,
        s.name AS outlet,
        d.url,
        d.published,
        CASE WHEN t.reviewed = 'corrected' THEN t.reviewed ELSE f.reviewed END AS reviewed,
        d.copy_of
    FROM figure f
    JOIN document d ON d.id = f.document_id
    LEFT JOIN source s ON s.id = d.source_id
    LEFT JOIN time_expression t ON t.id = f.time_id AND coalesce(t.reviewed, '') <> 'rejected'
    LEFT JOIN figure w ON w.id = f.part_of AND coalesce(w.reviewed, '') <> 'rejected'
    LEFT JOIN event e ON e.id = f.event_id AND coalesce(e.reviewed, '') <> 'rejected'
    LEFT JOIN place p ON p.id = e.place_id
    WHERE coalesce(f.reviewed, '') <> 'rejected'
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
        (SELECT count(*) FROM time_expression x
            WHERE x.document_id = d.id AND coalesce(x.reviewed, '') <> 'rejected') AS times,
        (SELECT count(*) FROM figure x
            WHERE x.document_id = d.id AND coalesce(x.reviewed, '') <> 'rejected') AS figures,
        (SELECT count(*) FROM event x
            WHERE x.document_id = d.id AND coalesce(x.reviewed, '') <> 'rejected') AS events,
        d.extractor,                -- the version that read it
        d.read_at,                  -- when, in UTC
        d.copy_of,                  -- the first article with nearly the same text
        {carriers} AS carried_by    -- the outlets of the articles that repeat this one
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
        d.published,
        t.reviewed,
        d.copy_of
    FROM time_expression t
    JOIN document d ON d.id = t.document_id
    LEFT JOIN source s ON s.id = d.source_id
    WHERE t."begin" IS NULL AND t.end_time IS NULL AND coalesce(t.reviewed, '') <> 'rejected'
    """,
)

NAMES = ("unresolved_times", "documents", "reported_figures", "timeline_events")


def upgrade() -> None:
    _create(VIEWS)


def downgrade() -> None:
    events = import_module("migrations.versions.0004_places_and_codings")
    older = import_module("migrations.versions.0002_public_views").VIEWS
    _create((events.EVENTS.format(more=events.MORE), *older[1:]))


def _create(views: tuple[str, ...]) -> None:
    """In place of the views that are there."""
    dialect = op.get_context().dialect.name
    for name in NAMES:
        op.execute(f"DROP VIEW {name}")
    for view in views:
        op.execute(view.format(categories=CATEGORIES[dialect], carriers=CARRIERS[dialect]))
