"""One article on a page: what was read in it as marks, and why each of them means what it means."""
