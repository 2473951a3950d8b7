"""Meetings: prepared, held line by line, and remembered until every action is done."""
