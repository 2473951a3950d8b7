"""Before the conference: why, on whom, with whom, told when, with which agenda."""

from collections.abc import Iterable
from datetime import date

from reintegration_benchmarks.conference.conference_check import SOURCE, blank, conference_check
from reintegration_benchmarks.guidance import rules
from reintegration_benchmarks.settings import NOTICE_DAYS, decided
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.meetings.kinds import ConferencePurpose, MeetingKind
from supervisor_tui.domain.meetings.meeting import AgendaLine
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.missing import missing_in_meeting, missing_of_people
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.records.closing import ApprovingBody
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, status
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

WITH_A_REASON = {ConferencePurpose.PROBLEM, ConferencePurpose.OTHER}
MUST_COME = {
    ConferencePurpose.PLACEMENT: (ApprovingBody.CASE_MANAGER,),
    ConferencePurpose.CLOSURE: (ApprovingBody.CASE_MANAGER, ApprovingBody.SCCO),
}
CAUTIONS = (
    _("Nobody is harmed by what is said or decided here."),
    _("What is said here stays here."),
    _("The child has a say, and keeps silent if it wants to."),
    _("Nobody asks the child to choose between people."),
    _("Nobody is judged for being poor."),
    _("What hurt the child is not told again and again."),
    _("Brothers and sisters stay together where they can."),
    _("The family decides for itself; the child's rights come first."),
    _("The family is an equal partner, met with warmth."),
)


@conference_check("RB-CC-01", title=_("Why it is called"))
def why_it_is_called(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """A conference solves a problem or decides in a hard case; the purpose is said, and why for any other one."""
    purpose = file.meeting.purpose
    if purpose is None:
        return Answer.fails(_("No purpose is given."), missing=missing_in_meeting("purpose"))
    if purpose in WITH_A_REASON and not file.meeting.called_because.strip():
        return Answer.fails(
            _("It is not said which problem it is called for."), missing=missing_in_meeting("called_because")
        )
    return Answer.passes(_("Purpose: {purpose}.").format(purpose=purpose.label))


@conference_check("RB-CC-02", title=_("At any step, while the case is open"))
def at_any_step(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """A conference may be called at any step, up to the closing."""
    closed = [case.code for case in file.cases if status(case.until(file.meeting.day)) is Status.CLOSED]
    if closed:
        words = _("Closed already: {codes}.").format(codes=", ".join(closed))
        return Answer.fails(words, missing=missing_in_meeting("cases"))
    return Answer.passes(_("It may be called at any step."))


@conference_check("RB-CC-07", title=_("The cases are named"))
def the_cases_are_named(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """It is said beforehand which cases are talked about."""
    codes = file.meeting.cases
    if not codes:
        return Answer.fails(_("No case is named."), missing=missing_in_meeting("cases"))
    return Answer.passes(", ".join(codes))


@conference_check("RB-CC-08", title=_("Everybody is told in time"))
def everybody_is_told_in_time(file: MeetingFile, _as_of: date, settings: Settings) -> Answer:
    """Everybody hears of the day seven days before. An urgent one may be sooner for a reason, and it stays visible."""
    days = decided(settings, NOTICE_DAYS)
    told = [
        (one.role.label, (file.meeting.day - one.notice_on).days) for one in file.meeting.participants if one.notice_on
    ]
    late = [f"{role} ({before})" for role, before in told if before < days]
    if late:
        words = _("Told less than {days} days before: {who}.").format(days=days, who=", ".join(late))
        if file.meeting.urgent_because.strip():
            words = _("{late} It could not wait: {why}").format(late=words, why=file.meeting.urgent_because)
        return Answer.fails(words, missing=missing_in_meeting("urgent_because"))
    if len(told) < len(file.meeting.participants) or not told:
        return Answer.unknown(_("It is not recorded that everybody was told."), missing=missing_of_people("notice_on"))
    return Answer.passes(_("Everybody was told at least {days} days before.").format(days=days))


@conference_check("RB-CC-09", title=_("The agenda is ready"))
def the_agenda_is_ready(file: MeetingFile, as_of: date, _settings: Settings) -> Answer:
    """There is an agenda with a point for each case before the conference begins; two days before is our hint."""
    ready = file.meeting.agenda_on
    about = {line.case for line in file.meeting.agenda}
    without = [code for code in file.meeting.cases if code not in about]
    if ready is None or without or not file.meeting.agenda:
        return blank(file, as_of, _("The agenda is not ready for every case."), missing_in_meeting("agenda"))
    if ready > file.meeting.day:
        return Answer.fails(
            _("The agenda was ready only after the conference."), missing=missing_in_meeting("agenda_on")
        )
    return Answer.passes(_("The agenda was ready on {day}.").format(day=ready.isoformat()))


@rules.agenda_rule("RB-CC-12", title=_("Words of care on the agenda"), source=SOURCE)
def words_of_care(file: MeetingFile, _as_of: date, _settings: Settings) -> Iterable[AgendaLine]:
    """The agenda reminds everybody of taking part and of doing no harm, without a word on the case."""
    if file.meeting.kind is MeetingKind.CONFERENCE:
        yield from (AgendaLine(text=text) for text in CAUTIONS)


@conference_check(
    "RB-CC-20",
    title=_("Who has to be there"),
    declares=RuleKind.CONTENT,
    source="003 SOP 14, SOP 13",
    in_the_room=True,
)
def who_has_to_be_there(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """The choice of a home needs the case manager; closing needs the Sub-County Children's Officer too.

    They are invited, and once the conference is held they came.
    """
    needed = MUST_COME.get(file.meeting.purpose, ()) if file.meeting.purpose else ()
    if not needed:
        return Answer.does_not_apply(_("For this purpose nobody in particular has to come."))
    is_held = file.meeting.was_held
    counted = file.meeting.there if is_held else file.meeting.participants
    bodies = {one.body for one in counted}
    if any(one.role is ParticipantRole.CASE_MANAGER for one in counted):
        bodies.add(ApprovingBody.CASE_MANAGER)
    missing = [body.label for body in needed if body not in bodies]
    if missing:
        words = _("Not there: {who}.") if is_held else _("Not invited: {who}.")
        field = "attendance" if is_held else "body"
        return Answer.fails(words.format(who=", ".join(missing)), missing=missing_of_people(field))
    return Answer.passes(
        _("Everybody who has to be there is there.") if is_held else _("Everybody who has to be there is invited.")
    )
