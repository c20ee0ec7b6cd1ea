"""The page on which articles are added: what is given, what was read in it, and then, when asked, storing it."""
