"""What people decide about what was read."""
