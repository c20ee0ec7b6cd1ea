"""What a figure is about: its place, who claims it, and its toll; the views `tolls` and `daily_figures`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op
from alembic.operations import BatchOperations

from migrations.rebuilding import views_aside

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | None = None
depends_on: str | None = None

KINDS = "killed injured casualties missing detained abducted released rescued displaced projectiles strikes structures"
ROLES = (
    "health_ministry civil_defence hospital army armed_group un_agency ngo police government media witness unnamed"
    " outlet"
)
CATEGORIES = {
    "sqlite": "(SELECT group_concat(category, ' ')"
    " FROM (SELECT category FROM figure_category WHERE figure_id = f.id ORDER BY category))",
    "postgresql": "(SELECT string_agg(category, ' ' ORDER BY category) FROM figure_category WHERE figure_id = f.id)",
}

REPORTED_FIGURES = """
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
        {source_role}
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
        {place}
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
    LEFT JOIN place p ON p.id = {place_id}
    WHERE coalesce(f.reviewed, '') <> 'rejected'
"""
NOW = {
    "source_role": "f.source_role,              -- what kind of body that is; outlet: nobody is named",
    "place": "p.name AS place,            -- where the counted were, as written\n        f.since,"
    "                    -- the day from which a running total counts",
    "place_id": "coalesce(f.place_id, e.place_id)",
}
BEFORE = {"source_role": "", "place": "p.name AS place,            -- of the event", "place_id": "e.place_id"}

# A total told again after a larger one is outdated and moves nothing: told by the same claimant, or by one that does
# not count for itself. A role that is not known is NULL, and so is its NOT IN: it does not count for itself either.
TOLLS = """
    CREATE VIEW tolls AS            -- the claims about each toll: one row a claim that moves it
    WITH claim AS (
        SELECT
            f.id, f.toll_id AS toll, c.kind, c.place, c.population, c.basis, c.bound, f.claimant, f.source_role,
            f.source, f.low, f.high, f.qualifier, d.published, d.published_utc, f.text, f.sentence, f.document_id,
            s.name AS outlet, d.url,
            row_number() OVER (
                PARTITION BY f.toll_id, f.claimant, f.low, f.high ORDER BY d.published_utc, f.id
            ) AS turn,
            max(f.low) OVER (
                PARTITION BY f.toll_id, f.claimant ORDER BY d.published_utc, f.low, f.id
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ) AS largest,
            row_number() OVER (
                PARTITION BY f.toll_id, f.claimant, f.low, f.high, d.text_sha256 ORDER BY d.published_utc, f.id
            ) AS copy,
            lead(f.low) OVER (PARTITION BY f.toll_id, f.claimant ORDER BY d.published_utc, f.low, f.id) AS next_low,
            lead(d.published_utc) OVER (
                PARTITION BY f.toll_id, f.claimant ORDER BY d.published_utc, f.low, f.id
            ) AS next_published
        FROM figure f
        JOIN toll c ON c.id = f.toll_id
        JOIN document d ON d.id = f.document_id
        LEFT JOIN source s ON s.id = d.source_id
        WHERE d.published_utc IS NOT NULL AND d.copy_of IS NULL AND coalesce(f.reviewed, '') <> 'rejected'
    ), told AS (
        SELECT
            claim.*,
            min(CASE WHEN next_low > high THEN next_published END) OVER (PARTITION BY toll, low, high) AS outdated
        FROM claim
    ), ordered AS (
        SELECT
            told.*,
            lag(id) OVER said AS supersedes,
            lag(low) OVER said AS low_before,
            lag(high) OVER said AS high_before
        FROM told
        WHERE copy = 1 AND (
            basis = 'period'
            OR (turn = 1 OR low >= largest)
            AND (outdated IS NULL OR outdated >= published_utc OR source_role NOT IN ('outlet', 'media', 'unnamed'))
        )
        WINDOW said AS (PARTITION BY toll, claimant ORDER BY published_utc, low, id)
    )
    SELECT
        id,                         -- of the figure
        toll,                       -- the same for all claims about one toll
        kind,
        place,                      -- in one spelling
        population,                 -- categories, separated by a space; empty: everybody
        basis,                      -- running, growing, period or incident
        bound,                      -- the first day, the beginning, the day and its hours, or the day and event
        claimant,                   -- who counts, in one spelling
        source_role,
        source,                     -- as written
        low,
        high,
        qualifier,
        supersedes,                 -- the id of the claim before it by the same claimant
        CASE WHEN low = high AND low_before = high_before THEN low - low_before END AS delta,
        CASE WHEN basis <> 'period' AND high < low_before THEN 1 ELSE 0 END AS falls,
        published,
        published_utc,
        text,
        sentence,
        document_id,
        outlet,
        url
    FROM ordered
"""

# Never both: days by difference where a claimant has running totals of two days, else by counts of single days.
DAILY_FIGURES = """
    CREATE VIEW daily_figures AS    -- how many a day, by claimant: one row a day, or a gap between two totals
    WITH point AS (
        SELECT
            id, toll, kind, place, population, basis, bound, claimant, low, substr(published, 1, 10) AS day,
            CASE basis WHEN 'period' THEN substr(bound, 1, 10) END AS of_day,
            CASE basis WHEN 'period' THEN CAST(substr(bound, 12, length(bound) - 12) AS INTEGER) END AS hours,
            published_utc
        FROM tolls
        WHERE low = high AND basis IN ('running', 'period')
    ), last AS (
        SELECT
            point.*,
            row_number() OVER (
                PARTITION BY toll, claimant, coalesce(of_day, day) ORDER BY published_utc DESC, low DESC, id DESC
            ) AS turn,
            dense_rank() OVER (
                PARTITION BY kind, place, population, claimant, basis, of_day ORDER BY hours DESC
            ) AS length_rank
        FROM point
        WHERE hours IS NULL OR hours <= 26
    ), daily AS (
        SELECT last.*, count(*) OVER (PARTITION BY toll, claimant) AS days
        FROM last
        WHERE turn = 1 AND length_rank = 1
    ), chosen AS (
        SELECT
            daily.*,
            dense_rank() OVER (
                PARTITION BY kind, place, population, claimant
                ORDER BY
                    CASE WHEN basis = 'running' AND days > 1 THEN 0 WHEN basis = 'period' THEN 1 ELSE 2 END,
                    CASE WHEN basis = 'running' THEN -days END,
                    CASE WHEN basis = 'running' THEN bound END DESC
            ) AS choice
        FROM daily
    ), before AS (
        SELECT
            chosen.*,
            lag(id) OVER said AS id_before,
            lag(low) OVER said AS low_before,
            lag(day) OVER said AS day_before
        FROM chosen
        WHERE choice = 1 AND (basis = 'period' OR days > 1)
        WINDOW said AS (PARTITION BY toll, claimant ORDER BY day)
    )
    SELECT
        kind,
        place,
        population,
        claimant,
        CASE
            WHEN basis = 'period' THEN of_day
            WHEN day_before IS NOT NULL THEN {next_day}
            WHEN bound < day THEN bound
            ELSE day
        END AS "begin",             -- the first day of the count
        coalesce(of_day, day) AS end_day,  -- its last day, included
        CASE WHEN basis = 'period' THEN low ELSE low - coalesce(low_before, 0) END AS count,
        CASE WHEN basis = 'period' THEN 'period' ELSE 'difference' END AS basis,
        toll,
        CASE
            WHEN basis = 'period' OR id_before IS NULL THEN CAST(id AS {text})
            ELSE CAST(id_before AS {text}) || ' ' || CAST(id AS {text})
        END AS claims               -- the ids of the claims of which the count was made
    FROM before
"""
DAILY_WORDS = {
    "sqlite": {"next_day": "date(day_before, '+1 day')", "text": "TEXT"},
    "postgresql": {"next_day": "to_char(day_before::date + 1, 'YYYY-MM-DD')", "text": "TEXT"},
}


@contextmanager
def figures_rebuilt() -> Iterator[BatchOperations]:
    """A change of `figure`. SQLite copies the table, for which no view may look at it."""
    with views_aside(), op.batch_alter_table("figure") as batch:
        yield batch


def view_of_figures(words: dict[str, str]) -> None:
    op.execute(REPORTED_FIGURES.format(categories=CATEGORIES[op.get_context().dialect.name], **words))


def upgrade() -> None:
    op.create_table(
        "toll",
        sa.Column("id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("name", "kind", "place", "population", "basis", "bound")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_toll")),
        sa.UniqueConstraint("name", name=op.f("uq_toll_name")),
        sa.CheckConstraint(f"kind IN ({', '.join(map(repr, KINDS.split()))})", name=op.f("ck_toll_kind")),
        sa.CheckConstraint("basis IN ('running', 'growing', 'period', 'incident')", name=op.f("ck_toll_basis")),
    )
    op.create_index(op.f("ix_toll_place"), "toll", ["place"])
    op.execute("DROP VIEW reported_figures")
    with figures_rebuilt() as figure:
        for name in ("source_role", "claimant", "since"):
            figure.add_column(sa.Column(name, sa.Text(), nullable=True))
        for name in ("place", "toll"):
            figure.add_column(sa.Column(f"{name}_id", sa.Integer(), nullable=True))
            key = op.f(f"fk_figure_{name}_id_{name}")
            figure.create_foreign_key(key, name, [f"{name}_id"], ["id"], ondelete="SET NULL")
            figure.create_index(op.f(f"ix_figure_{name}_id"), [f"{name}_id"])
        roles = f"source_role IN ({', '.join(map(repr, ROLES.split()))})"
        figure.create_check_constraint(op.f("ck_figure_source_role"), roles)
    view_of_figures(NOW)
    op.execute(TOLLS)
    op.execute(DAILY_FIGURES.format(**DAILY_WORDS[op.get_context().dialect.name]))


def downgrade() -> None:
    for view in ("daily_figures", "tolls", "reported_figures"):
        op.execute(f"DROP VIEW {view}")
    with figures_rebuilt() as figure:
        figure.drop_constraint(op.f("ck_figure_source_role"), type_="check")
        for name in ("place", "toll"):
            figure.drop_index(op.f(f"ix_figure_{name}_id"))
            figure.drop_constraint(op.f(f"fk_figure_{name}_id_{name}"), type_="foreignkey")
            figure.drop_column(f"{name}_id")
        for name in ("source_role", "claimant", "since"):
            figure.drop_column(name)
    view_of_figures(BEFORE)
    op.drop_table("toll")
    op.execute("UPDATE document SET reading_sha256 = ''")  # so that the next reading fills what is dropped here
