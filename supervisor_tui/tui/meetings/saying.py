"""From what stands in the line to a line of minutes: who is meant, which day, and what cannot be told yet."""

import msgspec

from supervisor_tui.casework.days_as_typed import NotADayError
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.follow_ups import NotUnderstoodError
from supervisor_tui.casework.meetings.minutes import Said, enter
from supervisor_tui.casework.meetings.who import UnknownPersonError, caseworker_of, person_meant
from supervisor_tui.casework.recording import RefusedError
from supervisor_tui.casework.typed_choice import NotAChoiceError
from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode, RecordId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.tui.meetings.typed_line import TypedLine, as_said, as_typed

__all__ = ["CannotSayError", "Speaker", "is_as_taken_back", "line_mended"]


class CannotSayError(ValueError):
    """The line cannot be saved as it stands; the sentence says why."""


class Speaker:
    """Saves lines. A word that names nobody here is refused once, and kept as a role when it is said again."""

    def __init__(self) -> None:
        self._doubted: TypedLine | None = None

    def say(self, desk: Desk, meeting: Meeting, typed: TypedLine, case: CaseCode | None) -> MinutesLine:
        """Save a typed line and return it.

        Raises CannotSayError where it cannot be saved, StoreProblem where the store could not; nothing is lost then.
        """
        try:
            said = as_said(typed, case, desk.clock().date())
            owner = self._owner(desk, meeting, said, is_sure=typed == self._doubted)
            said = msgspec.structs.replace(said, owner=owner, **_heard_before(desk, meeting, typed.mends))
            return enter(desk, meeting, said)
        except UnknownPersonError as error:
            self._doubted = typed
            raise CannotSayError(str(error)) from error
        except (NotADayError, NotAChoiceError, NotUnderstoodError, RefusedError) as error:
            raise CannotSayError(str(error)) from error

    def _owner(self, desk: Desk, meeting: Meeting, said: Said, *, is_sure: bool) -> str:
        """Return who is meant; an action of a case is its caseworker's where nobody is named."""
        named = said.owner
        if not named and said.kind in {LineKind.ACTION, LineKind.FOLLOW_UP}:
            named = caseworker_of(desk, said.case)
        return named if is_sure else person_meant(desk, named, meeting)


def line_mended(desk: Desk, meeting: MeetingId, mends: RecordId | None) -> MinutesLine | None:
    """Return the line that was taken back to be mended, as it was written first."""
    return next((line for line in desk.store.minutes.of(meeting) if line.id == mends), None) if mends else None


def is_as_taken_back(desk: Desk, meeting: MeetingId, typed: TypedLine) -> bool:
    """Say whether a line that was taken back stands there as it was: nobody has said it anew."""
    mended = line_mended(desk, meeting, typed.mends)
    return mended is not None and typed == as_typed(mended, desk.short_name(PersonCode(mended.owner)))


def _heard_before(desk: Desk, meeting: Meeting, mends: RecordId | None) -> dict[str, object]:
    """Return the part of a line that is mended and who heard it: the mended words are theirs, and nobody else's."""
    mended = line_mended(desk, meeting.id, mends)
    return {"part": mended.part, "heard_by": mended.heard_by} if mended is not None else {}
