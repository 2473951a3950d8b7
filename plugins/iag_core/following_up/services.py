"""What the plan promised is delivered, and agencies that work on one case meet."""

from collections.abc import Iterable
from datetime import date

from iag_core.closing.providers_heard import providers
from iag_core.guidance import rules
from iag_core.schedule.open_cases import while_open
from iag_core.schedule.reviews import review_items, reviews_start
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import PersonCode
from supervisor_tui.domain.meetings.in_case_file import conferences
from supervisor_tui.domain.plan import actions
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.records.note import MeetingHeld
from supervisor_tui.domain.records.plan import ActionOutcome, ActionStatus, PlannedAction
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import worker
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

SEVERAL = 2
"""From how many providers on a case is worked on by several."""


@rules.schedule_rule("FU-01", title=_("Planned services are delivered"), source="002", strength=Strength.WARNS)
@while_open
def planned_services_are_delivered(case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """The worker keeps looking, with providers and the community, whether what the plan promised is given in time.

    Past its day it stands in the list until it is done or dropped. It is shown, and not counted as a late duty of the
    worker: somebody else may be the one to deliver.
    """
    return tuple(
        DueItem(
            _planned(one.action, worker(case)),
            due=one.action.due_on,
            done=one.ended_on,
            settles=ActionOutcome.KIND,
            slot=one.action.action,
            advisory=True,
        )
        for one in actions(case)
        if one.action.due_on is not None and one.status is not ActionStatus.DROPPED
    )


def _planned(action: PlannedAction, carried_by: PersonCode | None) -> str:
    """Say what was promised, and who is to do it where that is not the caseworker."""
    if not action.owner or action.owner == carried_by:
        return _("Planned: {what}").format(what=action.text)
    return _("Planned, by {who}: {what}").format(who=action.owner, what=action.text)


@rules.schedule_rule("FU-11", title=_("Agencies meet before the review"), source="002", strength=Strength.WARNS)
@while_open
def agencies_meet_before_the_review(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Where several agencies work on a case, its review draws on a conference held since the last one."""
    start = reviews_start(case)
    if start is None or len(providers(case)) < SEVERAL:
        return ()
    since = max([entry.on for entry in case.of(Review) if entry.on > start], default=start)
    met = next((one for one in conferences(case) if one.on > since), None)
    return (
        DueItem(
            _("Case conference of the agencies before the review"),
            due=review_items(case, as_of, settings)[-1].due,
            opens=since,
            done=met.on if met else None,
            settled_by=met.record if met else None,
            settles=MeetingHeld.KIND,
            slot=since.isoformat(),
            advisory=True,
        ),
    )
