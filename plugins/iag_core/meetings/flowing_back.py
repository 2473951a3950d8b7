"""What a meeting decides flows back into the case file, with an owner and a day, and says in which kind of meeting."""

from collections.abc import Iterable
from datetime import date

from iag_core.guidance import rules
from iag_core.problems import case_check
from iag_core.records.child_heard import HeardAt, Participation
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting_file import MeetingFile
from supervisor_tui.domain.meetings.minutes import LineKind
from supervisor_tui.domain.meetings.missing import missing_line
from supervisor_tui.domain.plan import actions, first_full_plan
from supervisor_tui.domain.records.note import MeetingDecision, MeetingHeld
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _


@case_check("IAG-MTG-18", title=_("It is said which kind of meeting decided"), source="004 §3.5")
def the_kind_is_said(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Planning meeting, management meeting and conference are not the same; a decision says in which it was taken."""
    decided = case.of(MeetingDecision)
    if not decided:
        return Answer.does_not_apply(_("No meeting decided anything about this case."))
    blank = next((entry for entry in decided if entry.body.kind is None), None)
    if blank is not None:
        return Answer.unknown(
            _("Nobody said which kind of meeting decided this."),
            blank.fact(blank.body.text),
            missing=Missing(record=MeetingDecision.KIND, field="kind"),
        )
    return Answer.passes(
        _("Each decision says in which kind of meeting it was taken."), decided[-1].fact(_("decision"))
    )


@rules.meeting_check("IAG-MTG-19", title=_("Decisions stand in the case files"), source="004 §2.5.2, §3.5")
def decisions_stand_in_the_files(file: MeetingFile, _as_of: date, _settings: Settings) -> Answer:
    """What a meeting decides about a child is written into that child's file."""
    about = [line for line in file.lines if line.kind in {LineKind.DECISION, LineKind.ACTION} and line.case is not None]
    if not about:
        return Answer.does_not_apply(_("Nothing is decided about a case yet."))
    for line in about:
        case = file.case(line.case) if line.case else None
        if case is not None and line.record not in {record.id for record in case.records}:
            words = _("A decision on {code} does not stand in its file.")
            return Answer.fails(words.format(code=line.case), missing=missing_line(line.kind, line.case))
    return Answer.passes(_("Every decision stands in the file of its case."))


@rules.indicator("IAG-MTG-20", title=_("Actions of meetings past their day"), source="004 §3.3, §3.5")
def actions_past_their_day(cases: tuple[CaseFile, ...], as_of: date, _settings: Settings) -> Iterable[Figure]:
    """What a meeting asked for is followed by owner and day until it is done."""
    late: dict[str, list[CaseCode]] = {}
    longest: dict[str, int] = {}
    for case in cases:
        for one in actions(case):
            if one.meeting is None or not one.is_open or one.action.due_on is None or one.action.due_on >= as_of:
                continue
            owner = one.action.owner
            late.setdefault(owner, []).append(case.code)
            longest[owner] = max(longest.get(owner, 0), (as_of - one.action.due_on).days)
    for owner in sorted(late):
        title = _("actions of meetings late, longest: {owner}").format(owner=owner or _("nobody named"))
        yield Figure(title, tuple(late[owner]), longest[owner], _("days"), owner, _("What keeps them from being done?"))


@rules.indicator("IAG-MTG-04", title=_("Plans made together with the child"), source="004 §3.5")
def plans_made_together(cases: tuple[CaseFile, ...], _as_of: date, _settings: Settings) -> Iterable[Figure]:
    """A plan comes out of a planning meeting, or at least what the child said about it is recorded."""
    planned = [case for case in cases if first_full_plan(case) is not None]
    if not planned:
        return
    without = tuple(case.code for case in planned if not _made_together(case))
    share = round(100 * (len(planned) - len(without)) / len(planned))
    yield Figure(_("plans made with a planning meeting or the child's word"), (), share, _("%"), "share")
    yield Figure(_("plans without either"), without, slot="without", question=_("How was the child heard?"))


def _made_together(case: CaseFile) -> bool:
    met = any(entry.body.kind is MeetingKind.PLANNING for entry in case.of(MeetingHeld))
    heard = (entry.body for entry in case.of(Participation) if entry.body.step is HeardAt.PLAN)
    return met or any(body.how.strip() for body in heard)
