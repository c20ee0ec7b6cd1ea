"""The page on which people judge what was read: a queue, the thing itself, a decision, what was decided before."""
