"""What the commands do, one module each; `timeline.cli` only says how they are called."""
