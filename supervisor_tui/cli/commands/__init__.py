"""The commands, a file a task."""
