"""Questions to the database: filters, pages, counts, words."""
