"""One toll: how the claims about it move, what contradicts them, what a rule makes of them, how many a day."""
