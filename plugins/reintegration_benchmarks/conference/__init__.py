"""The case conference of the handbook, step by step (003 SOP 14, Fig 11)."""
