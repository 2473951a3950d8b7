"""The day on which every synthetic store is opened."""

from datetime import UTC, datetime

__all__ = ["MORNING", "morning"]

MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
"""Stores are made for one fixed day, so that one made on a day serves on another."""


def morning() -> datetime:
    """Be the clock of every store."""
    return MORNING
