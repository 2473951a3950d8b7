"""The caseload: who carries what."""
