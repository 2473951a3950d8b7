"""What a guidance set is handed about a meeting: the meeting, its lines, the cases it is about and those before it."""

import msgspec

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.meetings.copies import OwedCopy, SentCopy
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.domain.programme import Programme


class EarlierMeeting(msgspec.Struct, frozen=True):
    """A meeting of the same team that began before: the cases spoken about, the copies sent, and those that are due."""

    meeting: Meeting
    spoken: tuple[CaseCode, ...] = ()
    copies: tuple[SentCopy, ...] = ()
    owed: tuple[OwedCopy, ...] = ()


class NamedWords(msgspec.Struct, frozen=True):
    """Words of a text that are words of somebody's name, spelled plainly. where: in the reader's words."""

    where: str
    words: tuple[str, ...]


class MeetingFile(msgspec.Struct, frozen=True, kw_only=True):
    """A meeting as the checks of guidance sets read it; values only.

    lines: the lines that stand. cases: the files of its cases, in its order. earlier: meetings of the same kind and
    team before it, the latest first. open_cases: every open case of the team, the urgent first. programmes: those of
    the team, which say what is in force where a meeting is about the whole caseload. names: where agenda or minutes
    hold words of names; None where that could not be looked up.
    """

    meeting: Meeting
    lines: tuple[MinutesLine, ...] = ()
    cases: tuple[CaseFile, ...] = ()
    earlier: tuple[EarlierMeeting, ...] = ()
    open_cases: tuple[CaseCode, ...] = ()
    programmes: tuple[Programme, ...] = ()
    copies: tuple[SentCopy, ...] = ()
    names: tuple[NamedWords, ...] | None = None
    own_people: tuple[PersonCode, ...] = ()

    def case(self, code: CaseCode) -> CaseFile | None:
        """Return the file of one of its cases, or None."""
        return next((case for case in self.cases if case.code == code), None)


class MeetingDiary(msgspec.Struct, frozen=True, kw_only=True):
    """The meetings of one programme's team, for rules that say when the next is due.

    meetings: every meeting of the team that is about this programme's cases or the whole caseload, the latest first.
    """

    programme: Programme
    meetings: tuple[EarlierMeeting, ...] = ()
