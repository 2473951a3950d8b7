"""The guidance sets installed, and what the agency decides."""
