"""Meetings and what hangs on them, as far as a facilitator from outside reaches; what is the agency's is read alone."""

from typing import NoReturn, TypeVar

import msgspec

from supervisor_tui.domain.ids import CaseCode, MeetingId, PersonCode
from supervisor_tui.domain.meetings.copies import SentCopy
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import MinutesLine
from supervisor_tui.store.agency_settings import AgencySettings
from supervisor_tui.store.audit import AuditEntry, AuditLog
from supervisor_tui.store.confidential_marks import ConfidentialMark, ConfidentialMarks
from supervisor_tui.store.database import Database
from supervisor_tui.store.minutes import Minutes
from supervisor_tui.store.problems import OutOfReach
from supervisor_tui.store.raised import Raised, RaisedCases
from supervisor_tui.store.reach import Reach
from supervisor_tui.store.revised import Revised, RevisedDocuments
from supervisor_tui.store.sent_copies import SentCopies

__all__ = [
    "MarksInReach",
    "MeetingsInReach",
    "MinutesInReach",
    "OnlyToRead",
    "OwnActs",
    "RaisedInReach",
    "SentCopiesInReach",
    "SettingsOnlyToRead",
]

ValueT = TypeVar("ValueT", bound=msgspec.Struct)


class MeetingsInReach(RevisedDocuments[Meeting]):
    """Their conferences. None is called by them, and none takes on a case or becomes another kind of meeting."""

    reach: Reach

    def all(self) -> tuple[Meeting, ...]:
        """Return their conferences."""
        return tuple(self.reach.conferences.values())

    def seen(self, key: str) -> Revised[Meeting] | None:
        """Return a conference of theirs; raises OutOfReach for any other meeting."""
        if self.reach.is_of_another(MeetingId(key)):
            raise OutOfReach(key)
        return super().seen(key)

    def add(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse: a meeting is called by the agency."""
        raise OutOfReach

    def replace(self, seen: Revised[Meeting], value: Meeting, by: PersonCode) -> Revised[Meeting]:
        """Write a conference of theirs over the one that was seen."""
        self.reach.ask_meeting(value.id, value.cases)
        if value.id != seen.value.id or value.kind is not seen.value.kind:
            raise OutOfReach(value.id)
        return super().replace(seen, value, by)


class OnlyToRead(RevisedDocuments[ValueT]):
    """What the agency decides: whoever comes from outside reads it."""

    def add(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse."""
        raise OutOfReach

    def replace(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse."""
        raise OutOfReach


class SettingsOnlyToRead(AgencySettings):
    """The agency's own values, to be read."""

    def decide(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse."""
        raise OutOfReach


class MinutesInReach(Minutes):
    """The lines of their conferences."""

    def __init__(self, database: Database, audit: AuditLog, reach: Reach) -> None:
        super().__init__(database, audit)
        self._reach = reach

    def add(self, line: MinutesLine) -> None:
        """Save a line of a conference of theirs, about one of its cases."""
        self._reach.ask_meeting(line.meeting, () if line.case is None else (line.case,))
        super().add(line)

    def of(self, meeting: MeetingId) -> tuple[MinutesLine, ...]:
        """Return the lines of a conference of theirs; one that is not called yet has none."""
        if self._reach.is_of_another(meeting):
            raise OutOfReach(meeting)
        return super().of(meeting)

    def of_case(self, case: CaseCode) -> tuple[MinutesLine, ...]:
        """Return what their conferences said about a case."""
        theirs = self._reach.conferences
        return tuple(line for line in super().of_case(case) if line.meeting in theirs)


class SentCopiesInReach(SentCopies):
    """The copies of the minutes of their conferences."""

    def __init__(self, database: Database, audit: AuditLog, reach: Reach) -> None:
        super().__init__(database, audit)
        self._reach = reach

    def add(self, *copies: SentCopy) -> None:
        """Note copies that left."""
        for copy in copies:
            self._reach.ask_meeting(copy.meeting)
        super().add(*copies)

    def of(self, meeting: MeetingId) -> tuple[SentCopy, ...]:
        """Return the copies of a conference of theirs; one that is not called yet has none."""
        if self._reach.is_of_another(meeting):
            raise OutOfReach(meeting)
        return super().of(meeting)

    def all(self) -> tuple[SentCopy, ...]:
        """Return the copies of all their conferences."""
        theirs = self._reach.conferences
        return tuple(copy for copy in super().all() if copy.meeting in theirs)


class RaisedInReach(RaisedCases):
    """What was asked to be taken up, of their cases."""

    reach: Reach

    def raise_case(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse: what the team takes up is the team's."""
        raise OutOfReach

    def all(self) -> tuple[Raised, ...]:
        """Return the wishes about their cases."""
        mine = self.reach.cases
        return tuple(one for one in super().all() if one.case in mine)


class MarksInReach(ConfidentialMarks):
    """That a strictly confidential section exists, of their cases."""

    def __init__(self, database: Database, reach: Reach) -> None:
        super().__init__(database)
        self._reach = reach

    def put(self, *_said: object, **_more: object) -> NoReturn:
        """Refuse."""
        raise OutOfReach

    def of(self, case: CaseCode) -> tuple[ConfidentialMark, ...]:
        """Return the marks of a case of theirs."""
        self._reach.ask_case(case)
        return super().of(case)


class OwnActs(AuditLog):
    """The log, of which whoever comes from outside reads what they did themselves in their conferences."""

    reach: Reach

    def entries(
        self, case: CaseCode | None = None, most: int = 1000, by: PersonCode | None = None
    ) -> tuple[AuditEntry, ...]:
        """Return their own newest acts first; of anybody else's none."""
        own = super().entries(case, most, self.reach.person) if by in {None, self.reach.person} else ()
        mine = self.reach.cases
        return tuple(one for one in own if not one.case or one.case in mine)
