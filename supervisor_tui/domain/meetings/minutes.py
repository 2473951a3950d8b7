"""Minutes, line by line: each line is a document of its own with its typist, its readers and what it corrects.

Nothing that was written is ever overwritten; a line is corrected by one that amends it.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from supervisor_tui.domain.amendments import Amendment, replaced
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode, MeetingId, ParticipantId, PersonCode, RecordId
from supervisor_tui.domain.meetings.kinds import CaseOutcome
from supervisor_tui.domain.records.kind import Count, Moment, YesNo
from supervisor_tui.wording import _


class LineKind(Choice):
    """What a line of the minutes is."""

    NOTE = "note", _("note")
    REPORT = "report", _("report or paper received")
    SITUATION = "situation", _("situation")
    STRENGTH = "strength", _("strength")
    GAP = "gap", _("gap")
    CHILD_VIEW = "child_view", _("view of the child")
    CAREGIVER_VIEW = "caregiver_view", _("view of the caregiver")
    OPTION = "option", _("option")
    DECISION = "decision", _("decision")
    ACTION = "action", _("action")
    DISSENT = "dissent", _("dissent")
    RISK = "risk", _("change of risk")
    FOLLOW_UP = "follow_up", _("follow-up as told")
    REASSESS = "reassess", _("assess again")
    PLAN_CHANGE = "plan_change", _("change of plan")
    CORE_GROUP = "core_group", _("core group")
    CONTINGENCY = "contingency", _("if the plan does not work")
    READINESS = "readiness", _("readiness for the return")
    NEXT_DATE = "next_date", _("next date")
    NO_CHANGE = "no_change", _("no change")
    PUT_OFF = "put_off", _("put off")
    RETRACTED = "retracted", _("taken back")


CHILD_IS_TOLD = _("the child is told")
"""The need that an action answers by which the child hears what was decided; it carries out no decision itself."""


class Part(Choice):
    """In which part of the meeting it was said; the closed part is what is said while the family is out."""

    OPEN = "open", _("open part")
    CLOSED = "closed", _("closed part")


class Audience(Choice):
    """Who may read a line, apart from who heard it."""

    EVERYONE = "everyone", _("everyone who heard it")
    NOT_CAREGIVER = "not_caregiver", _("not the caregiver")
    PROFESSIONALS = "professionals", _("professionals only")
    CHAIR = "chair", _("chair and minute taker only")


class ViewGiven(Choice):
    """Whether the view of child or caregiver could be had."""

    OBTAINED = "obtained", _("given")
    DECLINED = "declined", _("did not want to say")
    IMPOSSIBLE = "impossible", _("could not be asked")


class WhatWasSaid(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What somebody said in a meeting: its kind, the words, and what belongs to the kind.

    For a decision `reason` says why, `outcome` what it means for the case and `best_interests` whether it serves the
    child best. For an action `owner`, `due_on` and `need` say who, until when and for what. For an option `effects_for`
    and `effects_against` weigh it. For a view `view` says whether it was given (`reason`: why not) and `on` the day.
    For a dissent `owner` is who dissents and `reason` why. For a core group `owner` leads, the words
    say who else.
    audience: who may read it; None is what is usual for its kind.
    """

    kind: LineKind
    text: str
    case: CaseCode | None = None
    reason: str = ""
    owner: str = ""
    due_on: date | None = None
    need: str = ""
    on: date | None = None
    view: ViewGiven | None = None
    effects_for: str = ""
    effects_against: str = ""
    best_interests: YesNo | None = None
    outcome: CaseOutcome | None = None
    audience: Audience | None = None


class MinutesLine(WhatWasSaid, frozen=True, kw_only=True, omit_defaults=True):
    """One line of minutes, with its typist and the moment it was saved.

    heard_by: who was in the room when it was written; part: in which part of the meeting. carries_out: for an action,
    the decision behind it. record: the record that the line made in the case file. amends: the line that this one
    corrects; correction counts the corrections after the chair approved the minutes, 0 before, and corrected_because
    says why.
    """

    id: RecordId
    meeting: MeetingId
    by: PersonCode
    at: Moment
    carries_out: RecordId | None = None
    heard_by: tuple[ParticipantId, ...] = ()
    part: Part = Part.OPEN
    record: RecordId | None = None
    amends: RecordId | None = None
    correction: Count = 0
    corrected_because: str = ""

    @property
    def readers(self) -> Audience:
        """Who may read it: as somebody said, else not the caregiver for what the child said, else who heard it."""
        if self.audience is not None:
            return self.audience
        return Audience.NOT_CAREGIVER if self.kind is LineKind.CHILD_VIEW else Audience.EVERYONE


def lines_that_stand(lines: tuple[MinutesLine, ...]) -> tuple[MinutesLine, ...]:
    """Return the lines of the minutes in the order they were written, without what was corrected or taken back.

    A correction stands in the place of the line that it corrects, and one that was taken back gives way to it.
    """
    amended = replaced(
        Amendment(line.id, line.amends, takes_back=line.kind is LineKind.RETRACTED)
        for line in lines
        if line.amends is not None
    )
    standing = (line for line in lines if line.id not in amended and line.kind is not LineKind.RETRACTED)
    by_id = {line.id: line for line in lines}
    return tuple(sorted(standing, key=lambda line: _place(line, by_id)))


def _place(line: MinutesLine, by_id: Mapping[RecordId, MinutesLine]) -> tuple[Moment, RecordId, Moment, RecordId]:
    """Return where a line stands: where the first that it corrects was written, then when it was written itself."""
    first, passed = line, {line.id}
    while first.amends is not None and first.amends in by_id and first.amends not in passed:
        first = by_id[first.amends]
        passed.add(first.id)
    return first.at, first.id, line.at, line.id
