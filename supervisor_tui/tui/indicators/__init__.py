"""Figures on the caseload."""
