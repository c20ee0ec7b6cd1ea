"""The public schema: its views, column by column, and what is read of an article."""
