"""What must be in order before a case is closed: a file a condition, and the arithmetic of the earliest day."""
