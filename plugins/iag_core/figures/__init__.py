"""Figures on a caseload, one module a subject: each a count that opens its cases, and at most a question."""
