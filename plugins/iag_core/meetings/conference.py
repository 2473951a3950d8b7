"""The case conference: several agencies or sectors, formal decisions, minutes."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.meetings.kind_of_meeting import asked_of, blank
from iag_core.settings import figure
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.missing import missing_in_meeting, missing_line, missing_of_people
from supervisor_tui.domain.meetings.participants import Participant
from supervisor_tui.domain.meetings.sharing import sharing_with
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

SOURCE = "004 §3.5"
SEVERAL = 2


@asked_of(MeetingKind.CONFERENCE, "IAG-MTG-12", title=_("Several agencies or sectors"), source=SOURCE, in_the_room=True)
def several_agencies_or_sectors(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """A conference brings together several agencies, or several sectors of one; else a planning meeting is enough.

    Who stands without an agency is of our own.
    """
    agencies, sectors = _agencies_and_sectors(file.meeting.there)
    if max(len(agencies), len(sectors)) < SEVERAL:
        asked, of_sectors = _agencies_and_sectors(file.meeting.expected)
        if max(len(asked), len(of_sectors)) < SEVERAL:
            words = _("Only one agency and one sector: a planning meeting would do.")
            return Answer.fails(words, missing=missing_of_people("agency"))
        words = _("Invited: {invited} agencies; noted as here: {here}.").format(invited=len(asked), here=len(agencies))
        return Answer.fails(words, missing=missing_of_people("attendance"))
    words = _("{agencies} agencies and {sectors} sectors named.")
    return Answer.passes(words.format(agencies=len(agencies), sectors=len(sectors)))


def _agencies_and_sectors(people: Iterable[Participant]) -> tuple[set[str], set[str]]:
    professionals = [one for one in people if one.is_professional]
    agencies = {one.agency.strip().casefold() for one in professionals}
    return agencies, {one.sector.strip().casefold() for one in professionals if one.sector.strip()}


@asked_of(
    MeetingKind.CONFERENCE, "IAG-MTG-13", title=_("It decides, for reasons, and says who does what"), source=SOURCE
)
def it_decides(file: MeetingFile, as_of: date, _settings: Settings) -> Answer:
    """A conference takes formal decisions in the best interests of the child: reason, owner and day for each."""
    decisions = [line for line in file.lines if line.kind is LineKind.DECISION]
    if not decisions:
        return blank(file, as_of, _("No decision is written down."), missing_line(LineKind.DECISION, _first(file)))
    for place, line in enumerate(decisions, 1):
        lacks = _lacks(line, file)
        if lacks:
            words = _("Decision {n} has no {what}.").format(n=place, what=", ".join(lacks))
            return Answer.fails(words, missing=missing_line(_settles(line), line.case))
    return Answer.passes(_("{n} decisions, each with reason, owner and day.").format(n=len(decisions)))


@asked_of(
    MeetingKind.CONFERENCE, "IAG-MTG-14", title=_("It is written up in time"), source="004 §3.5; the days are ours"
)
def it_is_written_up(file: MeetingFile, as_of: date, settings: Settings) -> Answer:
    """The minutes stand, approved by the chair, within the agreed days."""
    days = figure(settings, "minutes_days")
    limit = file.meeting.day + timedelta(days=days)
    approved = file.meeting.approved_at
    if approved is not None and file.meeting.day <= approved.date() <= limit:
        return Answer.passes(_("The minutes were approved on {day}.").format(day=approved.date().isoformat()))
    if approved is not None:
        return Answer.fails(
            _("The minutes were approved on {day}, too late.").format(day=approved.date().isoformat()),
            missing=missing_in_meeting("approved_at"),
        )
    words = _("The minutes are not approved; they are due on {day}.").format(day=limit.isoformat())
    return (Answer.fails if as_of > limit else Answer.unknown)(words, missing=missing_in_meeting("approved_at"))


@asked_of(MeetingKind.CONFERENCE, "IAG-MTG-15", title=_("Child and family are prepared and helped"), source=SOURCE)
def the_family_is_prepared(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """Where child or family join, they are prepared before, and somebody helps them in the meeting."""
    family = [one for one in file.meeting.there if one.is_family]
    if not family:
        return Answer.does_not_apply(_("Neither child nor family joins."))
    for one in family:
        if one.prepared_on is None or one.prepared_on >= file.meeting.day:
            words = _("Not prepared before the meeting: {who}.").format(who=one.role.label)
            return Answer.fails(words, missing=missing_of_people("prepared_on"))
        if not one.supported_by.strip():
            words = _("Nobody is named who helps in the meeting: {who}.").format(who=one.role.label)
            return Answer.fails(words, missing=missing_of_people("supported_by"))
    return Answer.passes(_("Who joins was prepared, and somebody helps them."))


@asked_of(MeetingKind.CONFERENCE, "IAG-MTG-16", title=_("The views of child and family are asked for"), source=SOURCE)
def views_are_asked_for(file: MeetingFile, as_of: date, _settings: Settings) -> Answer:
    """The views of child and family are sought before the decision, even if they do not come, or it is said why not."""
    for code in file.meeting.cases:
        for kind in (LineKind.CHILD_VIEW, LineKind.CAREGIVER_VIEW):
            missing = missing_line(kind, code)
            given = [line for line in file.lines if line.kind is kind and line.case in {code, None}]
            if not given:
                words = _("{code}: no {view} is written down.").format(code=code, view=kind.label)
                return blank(file, as_of, words, missing)
            if not any(_in_time(line, file) for line in given):
                words = _("{code}: the {view} was had only after the meeting.")
                return Answer.fails(words.format(code=code, view=kind.label), missing=missing)
            if not any(line.text.strip() or line.reason.strip() for line in given):
                words = _("{code}: it is not said why there is no {view}.")
                return Answer.fails(words.format(code=code, view=kind.label), missing=missing)
    return Answer.passes(_("The views of child and family are written down, or why not."))


@asked_of(
    MeetingKind.CONFERENCE,
    "IAG-MTG-17",
    title=_("Why each may be told about the child"),
    source="004 §1.3, §3.5",
    strength=Strength.WARNS,
)
def why_each_may_be_told(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """Who the child is may be told only as far as somebody needs it; without a basis, papers hold codes only."""
    own = set(file.own_people)
    there = [(one.label, sharing_with(one, file.meeting, file.cases, own)) for one in file.meeting.there]
    without = [label for label, sharing in there if sharing.basis is None]
    if without:
        words = _("No basis recorded, so papers by code only: {who}.").format(who=", ".join(without))
        return Answer.fails(words, missing=missing_of_people("basis"))
    return Answer.passes(_("For everybody there is a basis to share."))


def _lacks(decision: MinutesLine, file: MeetingFile) -> list[str]:
    done_by = [line for line in file.lines if line.kind is LineKind.ACTION and line.carries_out == decision.id]
    lacks = []
    if not decision.reason.strip():
        lacks.append(_("reason"))
    if not any(line.owner.strip() for line in (decision, *done_by)):
        lacks.append(_("owner"))
    if not any(line.due_on for line in (decision, *done_by)):
        lacks.append(_("day"))
    return lacks


def _settles(decision: MinutesLine) -> LineKind:
    """Return the line that gives a decision what it lacks: written anew with its reason, else an action with a day."""
    return LineKind.ACTION if decision.reason.strip() else LineKind.DECISION


def _first(file: MeetingFile) -> CaseCode | None:
    return file.meeting.cases[0] if file.meeting.cases else None


def _in_time(line: MinutesLine, file: MeetingFile) -> bool:
    return (line.on or line.at.date()) <= file.meeting.day
