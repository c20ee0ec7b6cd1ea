"""The page on which a reader asks the database in SQL: the query, its answer, a chart, the schema beside it."""
