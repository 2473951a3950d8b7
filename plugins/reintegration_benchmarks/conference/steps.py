"""How far a conference has come, as its dates tell; nobody types the step."""

from collections.abc import Iterable
from datetime import date

import msgspec

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.missing import missing_in_meeting, missing_line, missing_of_people
from supervisor_tui.domain.meetings.participants import Confidentiality, Participant
from supervisor_tui.domain.records.plan import ActionAdded, CasePlan
from supervisor_tui.wording import _

__all__ = ["ConferenceStep", "plan_was_updated", "step_reached", "unsigned", "without_update"]


class ConferenceStep(Choice):
    """The steps in their order (003 Fig 11; that it is held is implied there)."""

    NOTHING = "nothing", _("nothing yet")
    IDENTIFIED = "identified", _("cases named")
    NOTICED = "noticed", _("everybody told")
    AGENDA_READY = "agenda_ready", _("agenda ready")
    PRESENTATION_READY = "presentation_ready", _("presentation ready")
    SIGNED = "signed", _("everybody signed")
    HELD = "held", _("held")
    RECORDED = "recorded", _("written down")
    PLAN_UPDATED = "plan_updated", _("plan brought up to date")


class Step(msgspec.Struct, frozen=True):
    """A step: whether it is done, what settles it, and what a conference that was held all the same went without."""

    step: ConferenceStep
    is_done: bool
    missing: Missing
    lacks: str = ""


def step_reached(file: MeetingFile, *, standing: bool) -> tuple[ConferenceStep, Step | None]:
    """Return the last step that is done with all before it, and the one after it, None where all are done."""
    reached = ConferenceStep.NOTHING
    for step in _steps(file, standing=standing):
        if not step.is_done:
            return reached, step
        reached = step.step
    return reached, None


def _steps(file: MeetingFile, *, standing: bool) -> tuple[Step, ...]:
    meeting = file.meeting
    here = missing_of_people("attendance")
    told = bool(meeting.participants) and all(one.notice_on for one in meeting.participants)
    signed = meeting.was_held and bool(meeting.there) and not unsigned(meeting.there, meeting.day, standing=standing)
    return (
        Step(ConferenceStep.IDENTIFIED, bool(meeting.cases), missing_in_meeting("cases"), _("no case was named")),
        Step(ConferenceStep.NOTICED, told, missing_of_people("notice_on"), _("not everybody was told")),
        Step(
            ConferenceStep.AGENDA_READY,
            meeting.agenda_on is not None,
            missing_in_meeting("agenda"),
            _("no agenda was ready"),
        ),
        Step(
            ConferenceStep.PRESENTATION_READY,
            meeting.presentation_on is not None,
            missing_in_meeting("presentation_on"),
            _("no presentation was ready"),
        ),
        Step(ConferenceStep.SIGNED, signed, missing_of_people("confidentiality"), _("not everybody signed")),
        Step(ConferenceStep.HELD, meeting.was_held, here),
        Step(ConferenceStep.RECORDED, bool(file.lines), missing_line(LineKind.NOTE)),
        Step(ConferenceStep.PLAN_UPDATED, plan_was_updated(file), missing_line(LineKind.ACTION)),
    )


def unsigned(people: Iterable[Participant], day: date, *, standing: bool) -> tuple[Participant, ...]:
    """Return who has not signed by the day. standing: an earlier signature counts, else only one of the day itself.

    Whoever need not sign is left out.
    """
    return tuple(
        one
        for one in people
        if one.confidentiality is not Confidentiality.EXEMPT and not _has_signed(one, day, standing)
    )


def _has_signed(one: Participant, day: date, standing: bool) -> bool:
    return one.signed_on is not None and (one.signed_on <= day if standing else one.signed_on == day)


def plan_was_updated(file: MeetingFile) -> bool:
    """Say whether the plan of every case was brought up to date on the conference's day or later."""
    return bool(file.cases) and not without_update(file)


def without_update(file: MeetingFile) -> tuple[CaseCode, ...]:
    """Return the cases whose plan was not brought up to date since the conference."""
    day, number = file.meeting.day, file.meeting.id
    return tuple(
        case.code
        for case in file.cases
        if not any(entry.on >= day for entry in case.of(CasePlan))
        and not any(entry.body.meeting == number for entry in case.of(ActionAdded))
    )
