"""The small signs on the screen, and the plain letters for terminals that cannot draw them."""

import os
import sys

from msgspec import Struct

from supervisor_tui.domain.answers import Result
from supervisor_tui.kit.tones import Tone

__all__ = ["ASCII_MARKS", "UNICODE_MARKS", "Marks", "marks_for", "result_tone", "terminal_marks"]


_TONES = {
    Result.FAIL: Tone.URGENT,
    Result.UNKNOWN: Tone.WARNING,
    Result.PASS: Tone.GOOD,
    Result.NA: Tone.QUIET,
}


def result_tone(result: Result) -> Tone:
    """Return the tone that goes along with the sign of an answer."""
    return _TONES[result]


class Marks(Struct, frozen=True, kw_only=True):
    """One drawing of every sign, each one cell wide."""

    failed: str
    unknown: str
    passed: str
    not_applicable: str
    cursor: str
    marked: str
    folded: str
    unfolded: str
    ascending: str
    descending: str
    bar: str
    rule: str
    more: str

    def of(self, result: Result) -> str:
        """Return the sign for an answer."""
        return {
            Result.FAIL: self.failed,
            Result.UNKNOWN: self.unknown,
            Result.PASS: self.passed,
            Result.NA: self.not_applicable,
        }[result]


UNICODE_MARKS = Marks(
    failed="✗",
    unknown="?",
    passed="✓",
    not_applicable="–",
    cursor="▸",
    marked="•",
    folded="+",
    unfolded="-",
    ascending="↑",
    descending="↓",
    bar="█",
    rule="─",
    more="…",
)

ASCII_MARKS = Marks(
    failed="x",
    unknown="?",
    passed="v",
    not_applicable="-",
    cursor=">",
    marked="*",
    folded="+",
    unfolded="-",
    ascending="^",
    descending="v",
    bar="#",
    rule="-",
    more="~",
)

_PLAIN_TERMINALS = frozenset({"dumb", "linux", "vt100", "vt220"})
"""Their fonts hold no check marks, whatever the encoding says."""


def marks_for(encoding: str | None, terminal: str = "") -> Marks:
    """Return the signs that a terminal of this encoding and kind (`TERM`) can draw."""
    if terminal in _PLAIN_TERMINALS:
        return ASCII_MARKS
    try:
        "".join(getattr(UNICODE_MARKS, name) for name in Marks.__struct_fields__).encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return ASCII_MARKS
    return UNICODE_MARKS


def terminal_marks() -> Marks:
    """Return the signs for the terminal this program was started in; SUPERVISOR_TUI_ASCII=1 asks for plain letters."""
    if os.environ.get("SUPERVISOR_TUI_ASCII", "") not in {"", "0"}:
        return ASCII_MARKS
    return marks_for(getattr(sys.__stdout__, "encoding", None), os.environ.get("TERM", ""))
