"""After the conference: the plan, the word on readiness, and the two conferences that nobody may leave out."""

from datetime import date, timedelta

from reintegration_benchmarks.conference.conference_check import SOURCE, conference_check
from reintegration_benchmarks.conference.follow_through import asks_for_readiness, readiness_since
from reintegration_benchmarks.conference.steps import plan_was_updated, without_update
from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.settings import PLAN_UPDATE_DAYS, decided
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.meetings.in_case_file import conferences
from supervisor_tui.domain.meetings.kinds import ConferencePurpose
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.missing import missing_line
from supervisor_tui.domain.records.closing import Approval, Approved
from supervisor_tui.domain.records.note import MeetingHeld
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

rules.declared(
    "RB-CC-17", kind=RuleKind.FORM, title=_("Decisions in the case plan, notes in the case notes"), source=SOURCE
)


@conference_check("RB-CC-15", title=_("The plan is brought up to date"), source="003 SOP 14; the days are ours")
def the_plan_is_up_to_date(file: MeetingFile, as_of: date, settings: Settings) -> Answer:
    """What was decided goes into the case plan within a few days."""
    if plan_was_updated(file):
        return Answer.passes(_("The plan was brought up to date."))
    limit = file.meeting.day + timedelta(days=decided(settings, PLAN_UPDATE_DAYS))
    words = _("The plan is to be brought up to date by {day}.").format(day=limit.isoformat())
    missing = missing_line(LineKind.ACTION, next(iter(without_update(file)), None))
    return (Answer.fails if as_of > limit else Answer.unknown)(words, missing=missing)


@conference_check("RB-CC-16", title=_("A word on the child's readiness"), source="003 Fig 11; the days are ours")
def a_word_on_readiness(file: MeetingFile, as_of: date, settings: Settings) -> Answer:
    """After a conference it is written down how ready the child is; at closing, or after the move, no more."""
    meeting = file.meeting
    asked = [case for case in file.cases if asks_for_readiness(case, meeting.purpose, meeting.day)]
    if not asked:
        return Answer.does_not_apply(_("It is asked before the child moves only, and after the choice of a home."))
    said = any(line.kind is LineKind.READINESS for line in file.lines)
    if said or all(readiness_since(case, meeting.day) is not None for case in asked):
        return Answer.passes(_("The child's readiness is written down."))
    limit = meeting.day + timedelta(days=decided(settings, PLAN_UPDATE_DAYS))
    words = _("The child's readiness is to be written down by {day}.").format(day=limit.isoformat())
    missing = missing_line(LineKind.READINESS, asked[0].code)
    return (Answer.fails if as_of >= limit else Answer.unknown)(words, missing=missing)


@rules.case_check("RB-CC-05", title=_("A conference chose the home"), source="003 SOP 14, SOP 4")
def a_conference_chose_the_home(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Before the best home is submitted for approval, a conference compared what was assessed."""
    submitted = next((entry for entry in case.of(Approval) if entry.body.what is Approved.PLACEMENT), None)
    if submitted is None:
        return Answer.does_not_apply(_("No placement was submitted for approval."))
    before = [one for one in conferences(case, ConferencePurpose.PLACEMENT) if one.on <= submitted.on]
    if not before:
        return Answer.fails(
            _("No conference on the choice of the home stands before the approval."),
            submitted.fact(_("submitted for approval")),
            missing=Missing(record=MeetingHeld.KIND, field="purpose"),
        )
    return Answer.passes(_("A conference chose the home."), before[-1].fact)
