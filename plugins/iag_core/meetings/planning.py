"""The case planning meeting: one child, those who belong there, one plan."""

from datetime import date

from iag_core.meetings.kind_of_meeting import asked_of, blank
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.missing import missing_in_meeting, missing_of_people
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import registration
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

SOURCE = "004 §3.5"


@asked_of(MeetingKind.PLANNING, "IAG-MTG-01", title=_("One child, one plan"), source=SOURCE)
def one_child_one_plan(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """A planning meeting is about exactly one child, and it makes or changes that child's plan."""
    codes = file.meeting.cases
    if len(codes) != 1:
        words = _("It is about {n} cases; a planning meeting is about one.").format(n=len(codes))
        return Answer.fails(words, missing=missing_in_meeting("cases"))
    case = file.case(codes[0])
    made = case.latest(CasePlan) if case else None
    if file.meeting.plan is None and (made is None or made.on < file.meeting.day):
        return Answer.unknown(
            _("The plan that it makes is not recorded yet."), missing=Missing(CasePlan.KIND, case=codes[0])
        )
    return Answer.passes(_("One child, and its plan is recorded."))


@asked_of(
    MeetingKind.PLANNING,
    "IAG-MTG-02",
    title=_("Child, caregiver and caseworker are there"),
    source=SOURCE,
    in_the_room=True,
)
def who_plans(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """The child, the caregivers where it is right, and the caseworker plan together; who is left out has a reason."""
    meeting = file.meeting
    there = {one.role for one in meeting.there}
    absent, missing = [], []
    if ParticipantRole.CHILD not in there and not meeting.child_absent_because.strip():
        absent.append(_("the child, without a reason"))
        missing.append(missing_in_meeting("child_absent_because"))
    if ParticipantRole.CAREGIVER not in there and not meeting.caregiver_absent_because.strip():
        absent.append(_("a caregiver, without a reason"))
        missing.append(missing_in_meeting("caregiver_absent_because"))
    if ParticipantRole.CASEWORKER not in there:
        absent.append(_("the caseworker"))
        missing.append(missing_of_people("role"))
    if absent:
        return Answer.fails(_("Not there: {who}.").format(who="; ".join(absent)), missing=missing[0])
    return Answer.passes(_("Child, caregiver and caseworker are there, or it is said why not."))


@asked_of(
    MeetingKind.PLANNING,
    "IAG-MTG-03",
    title=_("The supervisor joins for a complex case"),
    source=SOURCE,
    strength=Strength.WARNS,
)
def the_supervisor_joins(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """In a complex case the supervisor may join the planning."""
    if not _is_complex(file):
        return Answer.does_not_apply(_("The case is not marked as complex."))
    if any(one.role is ParticipantRole.SUPERVISOR for one in file.meeting.there):
        return Answer.passes(_("The supervisor is there."))
    return Answer.fails(_("The case is complex, and the supervisor is not there."), missing=missing_of_people("role"))


@asked_of(MeetingKind.PLANNING, "IAG-S3-17", title=_("The child has a part in the planning"), source="004 §3.3")
def the_child_has_a_part(file: MeetingFile, as_of: date, _settings: Settings) -> Answer:
    """The child takes part as fully as possible: it comes, its view is written down, or it is said why not."""
    comes = any(one.role is ParticipantRole.CHILD for one in file.meeting.there)
    said = any(line.kind is LineKind.CHILD_VIEW for line in file.lines)
    if said or comes:
        return Answer.passes(_("The child takes part, or its view is written down."))
    if file.meeting.child_absent_because.strip():
        return Answer.passes(_("It is said why the child has no part."))
    words = _("The child does not come, no view of it is written down, and nobody said why.")
    return blank(file, as_of, words, missing_in_meeting("child_absent_because"))


def _is_complex(file: MeetingFile) -> bool:
    if file.meeting.complex_case is not None:
        return file.meeting.complex_case is YesNo.YES
    openings = [registration(case) for case in file.cases]
    return any(opening is not None and opening.body.complex_case is YesNo.YES for opening in openings)
