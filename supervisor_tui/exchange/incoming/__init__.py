"""From a file's cases to an import plan: what would come in, what not and why, and what changed since last time."""
