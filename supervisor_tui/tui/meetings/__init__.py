"""Meetings: called, held line by line, and looked up."""
