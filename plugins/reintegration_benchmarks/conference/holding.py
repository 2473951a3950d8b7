"""In the conference: who is there and signed, what is presented, what is decided."""

from datetime import date

from reintegration_benchmarks.conference.conference_check import blank, conference_check
from reintegration_benchmarks.conference.steps import step_reached, unsigned
from reintegration_benchmarks.settings import SIGNING, STANDING
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import ConferencePurpose
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.minutes import LineKind, MinutesLine
from supervisor_tui.domain.meetings.missing import missing_in_meeting, missing_line, missing_of_people
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

LEAST_PROFESSIONALS = 2


@conference_check("RB-CC-03", title=_("Two professionals at least"), in_the_room=True)
def two_professionals(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """Two professionals are the least, the presenter counted; child and family are not."""
    count = sum(1 for one in file.meeting.there if one.is_professional)
    words = _("{n} professionals.").format(n=count)
    if not file.meeting.was_held:
        return Answer.unknown(
            _("Not begun yet; expected: {words}").format(words=words), missing=missing_of_people("attendance")
        )
    if count < LEAST_PROFESSIONALS:
        few = _("Professionals here: {n}; {least} are the least.")
        return Answer.fails(few.format(n=count, least=LEAST_PROFESSIONALS), missing=missing_of_people("attendance"))
    return Answer.passes(words)


@conference_check("RB-CC-04", title=_("Child and family are included"), declares=RuleKind.CHECKLIST)
def the_family_is_included(file: MeetingFile, as_of: date, _settings: Settings) -> Answer:
    """Child and family come wherever it is possible and fitting, or it is said why not."""
    meeting = file.meeting
    there = {one.role for one in meeting.there}
    asked = (
        (ParticipantRole.CHILD, meeting.child_absent_because),
        (ParticipantRole.CAREGIVER, meeting.caregiver_absent_because),
    )
    if any(role in there or because.strip() for role, because in asked):
        return Answer.passes(_("They are included, or it is said why not."))
    words = _("Neither is anybody of the family there nor is it said why not.")
    return blank(file, as_of, words, missing_in_meeting("child_absent_because"))


@conference_check("RB-CC-10", title=_("Strengths are presented"))
def strengths_are_presented(file: MeetingFile, as_of: date, _settings: Settings) -> Answer:
    """Each case is presented with what is strong and protects, in the child and around it."""
    without = [code for code in file.meeting.cases if not _lines(file, LineKind.STRENGTH, code)]
    if without:
        words = _("No strength is written down for {codes}.").format(codes=", ".join(without))
        return blank(file, as_of, words, missing_line(LineKind.STRENGTH, without[0]))
    return Answer.passes(_("Strengths are written down."))


@conference_check("RB-CC-11", title=_("Gaps are presented"))
def gaps_are_presented(file: MeetingFile, as_of: date, _settings: Settings) -> Answer:
    """Then come the gaps that are hard to close. At the end of a case there may be none; then that is said."""
    without = [code for code in file.meeting.cases if not _lines(file, LineKind.GAP, code)]
    if without and file.meeting.purpose is ConferencePurpose.CLOSURE:
        words = _("No gap is written down; please write down that there is none, if so.")
        return Answer.unknown(words, missing=missing_line(LineKind.GAP, without[0]))
    if without:
        words = _("No gap is written down for {codes}.").format(codes=", ".join(without))
        return blank(file, as_of, words, missing_line(LineKind.GAP, without[0]))
    return Answer.passes(_("Gaps are written down."))


@conference_check("RB-CC-13", title=_("Everybody present signed confidentiality"), declares=RuleKind.FORM)
def everybody_signed(file: MeetingFile, as_of: date, settings: Settings) -> Answer:
    """Everybody who is there understands confidentiality and signs before the talk begins."""
    there = file.meeting.there if file.meeting.was_held else ()
    missing = unsigned(there, file.meeting.day, standing=settings.word(SIGNING) == STANDING)
    if missing:
        words = _("Not signed: {who}.").format(who=", ".join(one.role.label for one in missing))
        return blank(file, as_of, words, missing_of_people("confidentiality"))
    if not there:
        return Answer.unknown(_("Nobody is noted as present yet."), missing=missing_of_people("attendance"))
    return Answer.passes(_("{n} of {n} signed.").format(n=len(there)))


@conference_check("RB-CC-14", title=_("Each decision has somebody who follows it up"))
def each_decision_is_followed_up(file: MeetingFile, as_of: date, _settings: Settings) -> Answer:
    """Decisions, action points and who follows them up are written down."""
    decisions = _lines(file, LineKind.DECISION)
    if not decisions:
        return blank(file, as_of, _("No decision is written down."), missing_line(LineKind.DECISION, _first(file)))
    for place, line in enumerate(decisions, 1):
        carried = [one for one in _lines(file, LineKind.ACTION) if one.carries_out == line.id]
        if not any(one.owner.strip() and one.due_on for one in (line, *carried)):
            words = _("Decision {n} has no action with an owner and a day.").format(n=place)
            return Answer.fails(words, missing=missing_line(LineKind.ACTION, line.case))
    return Answer.passes(_("Each decision has an owner and a day."))


@conference_check("RB-CC-18", title=_("It ends with next steps"))
def it_ends_with_next_steps(file: MeetingFile, as_of: date, _settings: Settings) -> Answer:
    """The caseworker leaves with solutions and plain next steps that keep the child safe."""
    steps = [line for line in (*_lines(file, LineKind.ACTION), *_lines(file, LineKind.DECISION)) if line.due_on]
    if not steps:
        return blank(
            file, as_of, _("No next step with a day is written down."), missing_line(LineKind.ACTION, _first(file))
        )
    return Answer.passes(_("{n} next steps.").format(n=len(steps)))


@conference_check("RB-CC-19", title=_("Step after step"), source="003 Fig 11, read from it")
def step_after_step(file: MeetingFile, _as_of: date, settings: Settings) -> Answer:
    """The steps come one after the other: nobody talks before everybody signed."""
    reached, open_step = step_reached(file, standing=settings.word(SIGNING) == STANDING)
    words = _("Reached: {step}.").format(step=reached.label)
    if file.meeting.was_held and open_step is not None and open_step.lacks:
        words = _("It was held, but {what}. {reached}").format(what=open_step.lacks, reached=words)
        return Answer.fails(words, missing=open_step.missing)
    if file.meeting.was_held:
        return Answer.passes(words)
    return Answer.unknown(words, missing=open_step.missing if open_step is not None else None)


def _first(file: MeetingFile) -> CaseCode | None:
    return file.meeting.cases[0] if file.meeting.cases else None


def _lines(file: MeetingFile, kind: LineKind, code: CaseCode | None = None) -> list[MinutesLine]:
    return [line for line in file.lines if line.kind is kind and (code is None or line.case in {code, None})]
