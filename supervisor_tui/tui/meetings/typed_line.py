"""What is typed into the line of a meeting, and how it becomes a line of minutes.

A small letter says what the line is: `d` decision, `a` action, `r` risk, `f` follow-up as told, `n` note, `v` view of
the child, `w` view of the caregiver, `x` dissent. The rest is typed; a sentence that begins "A boy" is a note.
"""

from datetime import date

import msgspec

from supervisor_tui.casework.days_as_typed import read_day
from supervisor_tui.casework.meetings.minutes import Said
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.wording import _

__all__ = ["LETTERS", "TypedLine", "as_said", "as_typed", "letters_in_words", "split"]

LETTERS = {
    "d": LineKind.DECISION,
    "a": LineKind.ACTION,
    "r": LineKind.RISK,
    "f": LineKind.FOLLOW_UP,
    "n": LineKind.NOTE,
    "v": LineKind.CHILD_VIEW,
    "w": LineKind.CAREGIVER_VIEW,
    "x": LineKind.DISSENT,
}


class TypedLine(msgspec.Struct, frozen=True):
    """What stands in the four fields of the line."""

    text: str = ""
    owner: str = ""
    until: str = ""
    need: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not any(field.strip() for field in (self.text, self.owner, self.until, self.need))


def letters_in_words() -> str:
    """Return which letter says what, for the line below."""
    return "  ".join(f"{letter} {kind.label}" for letter, kind in LETTERS.items())


def split(text: str) -> tuple[LineKind, str]:
    """Return what a line is and its words: a leading small letter with a space, or a note."""
    letter, space, rest = text.strip().partition(" ")
    if space and letter in LETTERS:
        return LETTERS[letter], rest.strip()
    return LineKind.NOTE, text.strip()


def as_said(typed: TypedLine, case: CaseCode | None, today: date) -> Said:
    """Return what a typed line says. "because" or "why:" in a decision begins its reason.

    Raises NotADayError for a day that cannot be told.
    """
    kind, words = split(typed.text)
    reason = ""
    if kind is LineKind.DECISION:
        for mark in (_(" because "), _(" why: ")):
            before, found, after = words.partition(mark)
            if found:
                words, reason = before.strip(), after.strip()
                break
    due_on = read_day(typed.until, today) if typed.until.strip() else None
    return Said(
        kind=kind,
        text=words,
        case=case,
        reason=reason,
        owner=typed.owner.strip(),
        due_on=due_on,
        need=typed.need.strip(),
    )


def as_typed(line: MinutesLine, owner: str) -> TypedLine:
    """Return a line of minutes as it would be typed, so that one taken back can be mended."""
    letter = next((letter for letter, kind in LETTERS.items() if kind is line.kind), "")
    words = line.text + (_(" because ") + line.reason if line.reason else "")
    until = line.due_on.isoformat() if line.due_on else ""
    return TypedLine(f"{letter} {words}".strip() if letter else words, owner, until, line.need)
