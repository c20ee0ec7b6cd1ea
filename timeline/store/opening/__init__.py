"""Opening a database, making and migrating it, copying and checking it."""
