"""The closing report: on what a case was closed, years later, and what the guidance sets would answer now."""
