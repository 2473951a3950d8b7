"""How far a conference has come, as its dates tell; nobody types the step."""

from collections.abc import Iterable
from datetime import date

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.participants import Confidentiality, Participant
from supervisor_tui.domain.records.plan import ActionAdded, CasePlan
from supervisor_tui.wording import _

__all__ = ["ConferenceStep", "plan_was_updated", "step_reached", "unsigned"]


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


def step_reached(file: MeetingFile, *, standing: bool) -> tuple[ConferenceStep, str]:
    """Return the last step that is done with all before it, and what stops the next one of those before it is held."""
    meeting = file.meeting
    signed = bool(meeting.there) and not unsigned(meeting.there, meeting.day, standing=standing)
    people = meeting.participants
    steps = (
        (ConferenceStep.IDENTIFIED, bool(meeting.cases), _("no case was named")),
        (ConferenceStep.NOTICED, bool(people) and all(one.notice_on for one in people), _("not everybody was told")),
        (ConferenceStep.AGENDA_READY, meeting.agenda_on is not None, _("no agenda was ready")),
        (ConferenceStep.PRESENTATION_READY, meeting.presentation_on is not None, _("no presentation was ready")),
        (ConferenceStep.SIGNED, meeting.was_held and signed, _("not everybody signed")),
        (ConferenceStep.HELD, meeting.was_held, ""),
        (ConferenceStep.RECORDED, bool(file.lines), ""),
        (ConferenceStep.PLAN_UPDATED, plan_was_updated(file), ""),
    )
    reached = ConferenceStep.NOTHING
    for step, done, otherwise in steps:
        if not done:
            return reached, otherwise
        reached = step
    return reached, ""


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
    day, number = file.meeting.day, file.meeting.id
    return bool(file.cases) and all(
        any(entry.on >= day for entry in case.of(CasePlan))
        or any(entry.body.meeting == number for entry in case.of(ActionAdded))
        for case in file.cases
    )
