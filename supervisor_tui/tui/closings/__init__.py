"""The caseload as it stands towards closing."""
