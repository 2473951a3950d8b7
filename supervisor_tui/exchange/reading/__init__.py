"""A file of somebody else's, read into neutral values: what it says, before anything decides what it means here."""
