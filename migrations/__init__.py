"""The history of the schema, one numbered file a step. Alembic runs it; `alembic.ini` is for its command line."""
