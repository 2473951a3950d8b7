"""What has changed for the child, and whether the plan answered to it."""

from collections.abc import Iterable
from datetime import date, timedelta

import msgspec

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.problems import Problem, case_check, record_check
from iag_core.records.watching_changes import PlanStays, ServiceChanged
from iag_core.schedule.open_cases import while_open
from iag_core.settings import figure
from iag_core.settings.words import YES
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import RecordId
from supervisor_tui.domain.plan import first_full_plan
from supervisor_tui.domain.records.assessment import SituationChanged
from supervisor_tui.domain.records.contact import FollowUp
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _


class Change(msgspec.Struct, frozen=True):
    """Days on which something changed for the child, up to the answer of the plan that they share, if there is one."""

    on: date
    answered_on: date | None = None
    answer: RecordId | None = None


@record_check(
    "FU-02",
    FollowUp,
    title=_("Follow-ups say what has changed for the child"),
    source="002",
    nothing=_("There is no follow-up yet."),
    fine=_("Every follow-up says whether anything changed."),
    strength=Strength.WARNS,
)
def follow_ups_say_what_has_changed(
    _case: CaseFile, body: FollowUp, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """To follow up also means to see what has changed for the child; “nothing” is an answer, a blank is not."""
    if body.changed is None:
        yield Problem(_("It is not said whether anything changed for the child."), "changed")
    elif body.changed is YesNo.YES and not body.changes.strip():
        yield Problem(_("Something changed for the child, and it is not said what."), "changes")


@rules.schedule_rule(
    "FU-03", title=_("Answer of the plan to a change"), source="002; limit ours", strength=Strength.WARNS
)
@while_open
def the_plan_answers_to_a_change(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """When something changes for the child the plan is adjusted, or it is written down why it stays as it is."""
    days = timedelta(days=figure(settings, "plan_response_days"))
    return tuple(
        DueItem(
            _("Adjust the plan to a change, or say why it stays"),
            due=change.on + days,
            opens=change.on,
            done=change.answered_on,
            settled_by=change.answer,
            settles=CasePlan.KIND,
            slot=change.on.isoformat(),
            advisory=True,
        )
        for change in changes(case)
    )


@rules.closure_check("FU-03", title=_("The plan answered to every change"), source="002", strength=Strength.WARNS)
@by_reason("FU-03")
def the_plan_answered_to_every_change(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Before closing, no change for the child should be without an answer of the plan."""
    found = changes(case)
    waiting = [change for change in found if change.answered_on is None]
    if waiting:
        words = _("Without an answer of the plan: the change of {day}.")
        return Answer.fails(words.format(day=waiting[0].on.isoformat()), missing=Missing(record=PlanStays.KIND))
    if not found:
        return Answer.does_not_apply(_("No change for the child was recorded."))
    return Answer.passes(_("The plan answered to every change."))


@case_check("FU-07", title=_("The plan is adapted to services that stopped"), source="002", strength=Strength.WARNS)
def the_plan_is_adapted_to_services(case: CaseFile, _as_of: date, settings: Settings) -> Answer:
    """In a pandemic services stop or are given otherwise; the plan is adapted to that."""
    if settings.word("pandemic") != YES:
        return Answer.does_not_apply(_("No pandemic is set for this programme."))
    last, plan = case.latest(ServiceChanged), case.latest(CasePlan)
    if last is None:
        return Answer.does_not_apply(_("No service of the plan has stopped or changed."))
    fact = last.fact(_("{service}: {state}").format(service=last.body.service, state=last.body.state.label))
    if plan is None or plan.on < last.on:
        return Answer.fails(
            _("A service of the plan stopped or changed, and the plan was not adapted since."),
            fact,
            missing=Missing(record=CasePlan.KIND, field="reason"),
        )
    return Answer.passes(_("The plan was adapted after the last change of a service."), fact)


def changes(case: CaseFile) -> tuple[Change, ...]:
    """Return the changes since there is a plan, in the present episode; several that one answer settles are one."""
    plan, present = first_full_plan(case), episode(case)
    if plan is None or present is None:
        return ()
    since = max(plan.on, present.opened_on)
    days = {entry.on for entry in case.of(SituationChanged)}
    days |= {entry.on for entry in case.of(FollowUp) if entry.body.changed is YesNo.YES}
    answers = sorted(
        [(entry.on, entry.id) for entry in case.of(CasePlan)] + [(entry.on, entry.id) for entry in case.of(PlanStays)]
    )
    first: dict[tuple[date, RecordId] | None, date] = {}
    for day in sorted(day for day in days if day > since):
        first.setdefault(next((answer for answer in answers if answer[0] >= day), None), day)
    found = [Change(day, answer[0], answer[1]) if answer else Change(day) for answer, day in first.items()]
    return tuple(sorted(found, key=lambda change: change.on))
