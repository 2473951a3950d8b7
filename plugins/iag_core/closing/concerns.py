"""No worries remain."""

from datetime import date

from iag_core.assessments import finished
from iag_core.closing.matrix import by_reason, main_reason
from iag_core.guidance import rules
from supervisor_tui.domain.answers import Answer, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.assessment import (
    Assessment,
    AssessmentStage,
    Concern,
    ConcernSettled,
    NeedAnswer,
)
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import registration
from supervisor_tui.wording import _


@rules.closure_check("IAG-CLS-06", title=_("No other worries remain"), source="004 §3.6, §3.2")
@by_reason("IAG-CLS-06")
def no_worries_remain(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Every concern on the list is settled. A list that nobody ever filled says nothing.

    For a closing at the first assessment an empty list is enough, if that assessment found every basic need met and
    registration named no first concern.
    """
    noted = case.of(Concern)
    still_open = open_concerns(case)
    facts = tuple(
        entry.fact(
            (_("Concern {number}: open") if entry in still_open else _("Concern {number}: settled")).format(
                number=entry.body.concern
            )
        )
        for entry in noted
    )
    if still_open:
        named = ", ".join(dict.fromkeys(entry.body.concern for entry in still_open))
        return Answer.fails(
            _("Concerns still open: {named}.").format(named=named),
            *facts,
            missing=Missing(record=ConcernSettled.KIND, field="concern"),
        )
    if noted:
        return Answer.passes(_("Every concern is settled."), *facts)
    looked = _first_look_without_worries(case) if main_reason(case) is ClosureReason.AFTER_INITIAL else None
    if looked is not None:
        return Answer.passes(_("The first assessment found no concern."), looked.fact(_("Every basic need is met.")))
    return Answer.unknown(
        _("Nobody has kept a list of concerns, so nobody can say that none is left."),
        missing=Missing(record=Concern.KIND, field="concern"),
    )


def open_concerns(case: CaseFile) -> tuple[Entry[Concern], ...]:
    """Return the concerns that nobody settled since they were seen."""
    return tuple(entry for entry in case.of(Concern) if not _is_settled(case, entry))


def _is_settled(case: CaseFile, noted: Entry[Concern]) -> bool:
    return any(entry.body.concern == noted.body.concern and entry.on >= noted.on for entry in case.of(ConcernSettled))


def _first_look_without_worries(case: CaseFile) -> Entry[Assessment] | None:
    opening = registration(case)
    if opening is None or opening.body.concerns:
        return None
    looked = finished(case, frozenset({AssessmentStage.INITIAL}))
    return looked[-1] if looked and all(answer is NeedAnswer.MET for answer in _basic_needs(looked[-1].body)) else None


def _basic_needs(body: Assessment) -> tuple[NeedAnswer | None, ...]:
    return body.physical_protection, body.health, body.safety, body.food, body.shelter, body.medical_care
