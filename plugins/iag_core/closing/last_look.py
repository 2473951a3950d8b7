"""The last look before closing: no risk is left, caregivers support the child, nothing else worries (002)."""

from datetime import date

from iag_core.closing.concerns import open_concerns
from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.records.before_closing import CaregiverSupport, LastLook, RiskLeft
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.programme import GuidanceRisk
from supervisor_tui.domain.records.assessment import Concern, ConcernSettled, SituationChanged
from supervisor_tui.domain.records.contact import FollowUp, Situation
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

NO_LAST_LOOK = _("There is no assessment before closing.")


@rules.closure_check("FU-15", title=_("No risk of harm is left"), source="002", strength=Strength.WARNS)
@by_reason("FU-15")
def no_risk_is_left(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """A case should close only once a careful assessment found no risk of harm at all; a low one is still a risk.

    An assessment older than the last change or the last contact that found things worse says nothing about today.
    """
    look, level = last_look(case), risk(case)
    if (
        level is not None
        and level.guidance not in {None, GuidanceRisk.NONE}
        and (look is None or level.since >= look.on)
    ):
        assert level.level is not None
        words = _("The level of risk is “{level}”.").format(level=level.level.title)
        return Answer.fails(words, level.entry.fact(words))
    if look is None or look.body.risk_left is None:
        return Answer.unknown(NO_LAST_LOOK, missing=Missing(record=LastLook.KIND, field="risk_left"))
    fact = look.fact(_("Risk left: {answer}").format(answer=look.body.risk_left.label))
    if look.body.risk_left is RiskLeft.SOME:
        return Answer.fails(_("The assessment before closing found a risk left."), fact)
    if look.on < _last_change(case):
        return Answer.unknown(
            _("Something changed after the assessment before closing."), fact, missing=Missing(record=LastLook.KIND)
        )
    return Answer.passes(_("The assessment before closing found no risk left."), fact)


@rules.closure_check("FU-17", title=_("Caregivers support the child well"), source="002", strength=Strength.WARNS)
@by_reason("FU-17")
def caregivers_support_the_child(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """The caregivers should support care and well-being well; in part is not enough."""
    look = last_look(case)
    if look is None or look.body.caregivers is None:
        return Answer.unknown(
            _("It is not recorded how well the caregivers support the child."),
            missing=Missing(record=LastLook.KIND, field="caregivers"),
        )
    fact = look.fact(_("Caregivers: {answer}").format(answer=look.body.caregivers.label))
    match look.body.caregivers:
        case CaregiverSupport.WELL:
            return Answer.passes(_("The caregivers support the child well."), fact)
        case CaregiverSupport.NO_CAREGIVER:
            return Answer.does_not_apply(_("The young person lives without a caregiver."), fact)
        case support:
            return Answer.fails(_("The caregivers support the child: {answer}.").format(answer=support.label), fact)


@rules.closure_check("FU-18", title=_("It is said that nothing else worries"), source="002", strength=Strength.WARNS)
@by_reason("FU-18")
def nothing_else_worries(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """No concern should be open, and somebody should have said so at the end."""
    worrying, look = open_concerns(case), last_look(case)
    if worrying:
        named = ", ".join(dict.fromkeys(entry.body.concern for entry in worrying))
        return Answer.fails(
            _("Concerns still open: {named}.").format(named=named),
            *(_concern(entry) for entry in worrying),
            missing=Missing(record=ConcernSettled.KIND, field="concern"),
        )
    if look is not None and look.body.nothing_else_worries is YesNo.NO:
        return Answer.fails(_("At the last look something else worried."), look.fact(_("Something else worries.")))
    if look is None or look.body.nothing_else_worries is not YesNo.YES:
        return Answer.unknown(
            _("Nobody has said that nothing else worries."),
            missing=Missing(record=LastLook.KIND, field="nothing_else_worries"),
        )
    return Answer.passes(_("Nothing else worries."), look.fact(_("Nothing else worries.")))


def last_look(case: CaseFile) -> Entry[LastLook] | None:
    """Return the assessment before closing of the present episode, or None."""
    present, look = episode(case), case.latest(LastLook)
    return None if look is None or (present is not None and look.on < present.opened_on) else look


def _last_change(case: CaseFile) -> date:
    worse = [
        entry.on
        for entry in case.of(FollowUp)
        if entry.body.situation is Situation.WORSE or entry.body.safe is YesNo.NO or entry.body.changed is YesNo.YES
    ]
    days = [entry.on for entry in case.of(SituationChanged)] + [entry.on for entry in case.of(Concern)] + worse
    return max(days, default=date.min)


def _concern(entry: Entry[Concern]) -> Fact:
    return entry.fact(_("Concern {number}: open").format(number=entry.body.concern))
