"""The case file: where a child stands."""
