"""Harm that is about to happen: somebody acts on the same day, and until then it stands first in the list."""

from collections.abc import Iterable
from datetime import date

from iag_core.guidance import rules
from iag_core.problems import case_check
from iag_core.schedule.open_cases import while_open
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.assessment import Concern, ConcernSettled, ImmediateAction
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.wording import _

TITLE = _("Acted at once when harm was near")
SOURCE = "004 §1.2"


@case_check("IAG-S2-14", declares=RuleKind.CHECKLIST, title=TITLE, source=SOURCE)
def acted_at_once(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """When harm is about to happen, somebody acts on the same day; the paper comes after."""
    near = harm_about_to_happen(case)
    if not near:
        return Answer.does_not_apply(_("No harm about to happen was noted."))
    days = {entry.on for entry in case.of(ImmediateAction)}
    silent = [entry for entry in near if entry.on not in days]
    if silent:
        return Answer.fails(
            _("Harm about to happen was noted on {day}; no action of that day is recorded.").format(
                day=silent[0].on.isoformat()
            ),
            *(entry.fact(_("Harm about to happen")) for entry in silent),
            missing=Missing(record=ImmediateAction.KIND, field="what"),
        )
    return Answer.passes(_("Somebody acted on the same day."), near[-1].fact(_("Harm about to happen")))


@rules.schedule_rule("IAG-S2-14", title=TITLE, source=SOURCE)
@while_open
def act_at_once(case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """When harm is about to happen, acting comes first: it is due the same day and late from the next one on."""
    return tuple(_to_act(case, entry) for entry in harm_about_to_happen(case))


def harm_about_to_happen(case: CaseFile) -> tuple[Entry[Concern], ...]:
    """Return the concerns about harm that was about to happen."""
    return tuple(entry for entry in case.of(Concern) if entry.body.imminent is YesNo.YES)


def _to_act(case: CaseFile, near: Entry[Concern]) -> DueItem:
    acted: list[Entry[ImmediateAction] | Entry[ConcernSettled]] = [
        entry for entry in case.of(ImmediateAction) if entry.on >= near.on
    ]
    acted += [
        entry for entry in case.of(ConcernSettled) if entry.on >= near.on and entry.body.concern == near.body.concern
    ]
    first = min(acted, key=lambda entry: (entry.on, entry.body.KIND == ConcernSettled.KIND, entry.id), default=None)
    return DueItem(
        _("Act at once: harm is about to happen"),
        due=near.on,
        done=first.on if first else None,
        settled_by=first.id if first else None,
        settles=ImmediateAction.KIND,
        slot=f"{near.body.concern} {near.on.isoformat()}",
    )
