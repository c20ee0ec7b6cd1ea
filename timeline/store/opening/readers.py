"""PostgreSQL: the role under which strangers' queries run. It sees the views and nothing else."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from timeline.store.views.rows import PUBLIC

READER = "timeline_reader"

# Roles belong to the whole server: another database may have made this one already.
_CREATE = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '{READER}') THEN
        CREATE ROLE {READER} NOLOGIN;
    END IF;
END $$
"""


def let_readers_in(connection: Connection) -> bool:
    """Makes the role, opens the views to it, and lets the owner take it on; False where that is not permitted."""
    try:
        with connection.begin_nested():
            for statement in (_CREATE, *_grants(connection)):
                connection.execute(text(statement))
    except SQLAlchemyError:
        return False
    return True


def _grants(connection: Connection) -> list[str]:
    schema = connection.scalar(text("SELECT quote_ident(current_schema())"))
    views = ", ".join(view.name for view in PUBLIC)
    return [
        f"GRANT USAGE ON SCHEMA {schema} TO {READER}",
        f"GRANT SELECT ON {views} TO {READER}",
        f"GRANT {READER} TO CURRENT_USER",
    ]


def can_read_as_reader(connection: Any) -> bool:
    """Whether this session (a connection of the driver) may take the role on."""
    query = "SELECT pg_catalog.pg_has_role(oid, 'MEMBER') FROM pg_catalog.pg_roles WHERE rolname = %s"
    row = connection.execute(query, [READER]).fetchone()
    return bool(row and row[0])
