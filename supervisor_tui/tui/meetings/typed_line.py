"""What is typed into the line of a meeting, and how it becomes a line of minutes.

A small letter says what the line is (`LETTERS`), the rest is typed; a sentence that begins "A boy" is a note. What
belongs to the kind stands in fields of its own (`entry_fields.py`).
"""

from datetime import date

import msgspec

from supervisor_tui.casework.days_as_typed import read_day
from supervisor_tui.casework.meetings.minutes import Said
from supervisor_tui.casework.typed_choice import chosen
from supervisor_tui.domain.ids import CaseCode, RecordId
from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.meetings.minutes import Audience, LineKind, MinutesLine, ViewGiven
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _

__all__ = [
    "FAMILY_LETTERS",
    "LETTERS",
    "TypedLine",
    "as_said",
    "as_typed",
    "is_between_kinds",
    "letters_in_words",
    "split",
]

LETTERS = {
    "d": LineKind.DECISION,
    "a": LineKind.ACTION,
    "r": LineKind.RISK,
    "f": LineKind.FOLLOW_UP,
    "n": LineKind.NOTE,
    "s": LineKind.STRENGTH,
    "g": LineKind.GAP,
    "v": LineKind.CHILD_VIEW,
    "w": LineKind.CAREGIVER_VIEW,
    "o": LineKind.OPTION,
    "x": LineKind.DISSENT,
    "t": LineKind.NEXT_DATE,
    "i": LineKind.SITUATION,
    "h": LineKind.REASSESS,
    "m": LineKind.PLAN_CHANGE,
    "l": LineKind.CORE_GROUP,
    "c": LineKind.CONTINGENCY,
    "e": LineKind.READINESS,
    "k": LineKind.REPORT,
    "p": LineKind.PUT_OFF,
}
FAMILY_LETTERS = ("s", "o", "v", "w", "d", "a", "t")
"""What is offered in words below the line while the family looks on; every letter goes on to work."""

_VIEWS = frozenset({LineKind.CHILD_VIEW, LineKind.CAREGIVER_VIEW})
_SAID_WITH_ITS_DAY = frozenset({*_VIEWS, LineKind.NEXT_DATE})


class TypedLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """What stands in the fields of the line, as it was typed.

    mends: the line that was taken back so that this one can be written in its place.
    """

    text: str = ""
    owner: str = ""
    until: str = ""
    need: str = ""
    why: str = ""
    outcome: str = ""
    effects_for: str = ""
    effects_against: str = ""
    best: str = ""
    readers: str = ""
    given: str = ""
    mends: RecordId | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        return not any(words.strip() for field, words in msgspec.structs.asdict(self).items() if field != "mends")


def letters_in_words(letters: tuple[str, ...] = tuple(LETTERS)) -> str:
    """Return which letter says what, for the line below."""
    return "  ".join(f"{letter} {LETTERS[letter].label}" for letter in letters)


def split(text: str) -> tuple[LineKind, str]:
    """Return what a line is and its words: a leading small letter with a space, or a note."""
    letter, space, rest = text.lstrip().partition(" ")
    if space and letter in LETTERS:
        return LETTERS[letter], rest.strip()
    return LineKind.NOTE, text.strip()


def is_between_kinds(text: str) -> bool:
    """Say whether the letter of a line was taken away, and another is to come in its place."""
    return text.startswith(" ") and split(text)[0] is LineKind.NOTE


def as_said(typed: TypedLine, case: CaseCode | None, today: date) -> Said:
    """Return what a typed line says. "because" or "why:" in a decision begins its reason.

    Raises NotADayError for a day, NotAChoiceError for a word that cannot be told.
    """
    kind, words = split(typed.text)
    words, reason = _with_its_reason(words) if kind is LineKind.DECISION else (words, "")
    day = read_day(typed.until, today) if typed.until.strip() else None
    has_own_day = kind in _SAID_WITH_ITS_DAY
    return Said(
        kind=kind,
        text=words,
        case=case,
        reason=typed.why.strip() or reason,
        owner=typed.owner.strip(),
        due_on=None if has_own_day else day,
        on=(day or (today if kind in _VIEWS else None)) if has_own_day else None,
        need=typed.need.strip(),
        view=(chosen(ViewGiven, typed.given) or ViewGiven.OBTAINED) if kind in _VIEWS else None,
        effects_for=typed.effects_for.strip(),
        effects_against=typed.effects_against.strip(),
        best_interests=chosen(YesNo, typed.best),
        outcome=chosen(CaseOutcome, typed.outcome),
        audience=chosen(Audience, typed.readers),
    )


def _with_its_reason(words: str) -> tuple[str, str]:
    for mark in (_(" because "), _(" why: ")):
        before, found, after = words.partition(mark)
        if found:
            return before.strip(), after.strip()
    return words, ""


def as_typed(line: MinutesLine, owner: str) -> TypedLine:
    """Return a line of minutes as it would be typed, so that one taken back can be mended."""
    letter = next((letter for letter, kind in LETTERS.items() if kind is line.kind), "")
    is_decision = line.kind is LineKind.DECISION
    words = line.text + (_(" because ") + line.reason if line.reason and is_decision else "")
    day = line.due_on or line.on
    return TypedLine(
        text=f"{letter} {words}".strip() if letter else words,
        owner=owner,
        until=day.isoformat() if day else "",
        need=line.need,
        why="" if is_decision else line.reason,
        outcome=line.outcome.label if line.outcome else "",
        effects_for=line.effects_for,
        effects_against=line.effects_against,
        best=line.best_interests.label if line.best_interests else "",
        readers=line.audience.label if line.audience else "",
        given=line.view.label if line.view and line.view is not ViewGiven.OBTAINED else "",
        mends=line.id,
    )
