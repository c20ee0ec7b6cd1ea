"""Articles, and all that was read in them, into the database."""
