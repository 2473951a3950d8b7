"""Headings compared as people mean them: capitals, spaces and underscores make no difference."""

import re
import unicodedata

__all__ = ["PRIMERO_MARKS", "looks_like_primero", "normal_heading"]

PRIMERO_MARKS = frozenset(
    {
        "case_id",
        "case_id_display",
        "short_id",
        "unique_identifier",
        "owned_by",
        "module_id",
        "child_status",
        "record_state",
        "name_first",
    }
)
"""Names of Primero's own that no spreadsheet typed by hand has."""

_MARKS_NEEDED = 2
_NOT_COMPARED = re.compile(r"[\W_]+")


def normal_heading(heading: str) -> str:
    """Return the heading in the form in which headings are compared."""
    plain = unicodedata.normalize("NFKC", heading).casefold()
    return _NOT_COMPARED.sub(" ", plain).strip()


def looks_like_primero(columns: tuple[str, ...]) -> bool:
    """Tell by the column names whether Primero wrote this table."""
    return len(PRIMERO_MARKS.intersection(columns)) >= _MARKS_NEEDED
