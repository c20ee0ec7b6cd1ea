"""The database: tables, opening, saving and asking."""
