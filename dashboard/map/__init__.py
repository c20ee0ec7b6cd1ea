"""The map: places as marks that part as one zooms in, over outlines that need no network."""
