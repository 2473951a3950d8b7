"""What the page on follow-up and closure (002) advises before closing: risk, caregivers, concerns, all providers."""

from datetime import date

from iag_core.closing.concerns import open_concerns
from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.records.before_closing import CaregiverSupport, LastLook, ProviderView, RiskLeft
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.programme import GuidanceRisk
from supervisor_tui.domain.records.assessment import Concern, ConcernSettled, SituationChanged
from supervisor_tui.domain.records.contact import FollowUp, Situation
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.referral import ReferralStatus
from supervisor_tui.domain.referrals import referrals
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

NO_LAST_LOOK = _("There is no assessment before closing.")
NOT_GIVEN = frozenset({ReferralStatus.REFUSED, ReferralStatus.ENDED, None})
"""Referrals that came to nothing, or of which nothing was heard: no service was given."""


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


@rules.closure_check("FU-22", title=_("Every provider was heard on the closing"), source="002", strength=Strength.WARNS)
@by_reason("FU-22")
def every_provider_was_heard(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Closing goes better when all who gave a service say how they see it."""
    giving, views = providers(case), _views(case)
    if not giving:
        return Answer.does_not_apply(_("No other provider gives a service."))
    silent = [agency for agency in giving if agency not in views or not views[agency].body.said.strip()]
    if silent:
        return Answer.fails(
            _("Not heard on the closing: {agencies}.").format(agencies=", ".join(silent)),
            missing=Missing(record=ProviderView.KIND, field="agency"),
        )
    return Answer.passes(_("Every provider was heard."), *(_view(views[agency]) for agency in giving))


@rules.closure_check(
    "FU-23", title=_("Providers agree that goals and risks allow it"), source="002", strength=Strength.WARNS
)
@by_reason("FU-23")
def providers_agree(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """All providers agree that the goals are reached and the risks are gone."""
    giving, views = providers(case), _views(case)
    if not giving:
        return Answer.does_not_apply(_("No other provider gives a service."))
    answers = {agency: _agrees(views.get(agency)) for agency in giving}
    facts = [_view(views[agency]) for agency in giving if agency in views]
    against = [agency for agency, answer in answers.items() if answer is YesNo.NO]
    if against:
        return Answer.fails(_("Do not agree: {agencies}.").format(agencies=", ".join(against)), *facts)
    silent = [agency for agency, answer in answers.items() if answer is None]
    if silent:
        return Answer.unknown(
            _("Not known whether they agree: {agencies}.").format(agencies=", ".join(silent)),
            *facts,
            missing=Missing(record=ProviderView.KIND, field="goals_reached"),
        )
    return Answer.passes(_("All providers agree."), *facts)


def last_look(case: CaseFile) -> Entry[LastLook] | None:
    """Return the assessment before closing of the present episode, or None."""
    present, look = episode(case), case.latest(LastLook)
    return None if look is None or (present is not None and look.on < present.opened_on) else look


def providers(case: CaseFile) -> tuple[str, ...]:
    """Return the agencies that gave a service in the present episode, each once, in the order of the referrals."""
    present = episode(case)
    since = present.opened_on if present else date.min
    return tuple(
        dict.fromkeys(
            one.sent.body.agency
            for one in referrals(case)
            if one.sent.on >= since and one.sent.body.agency and one.status not in NOT_GIVEN
        )
    )


def _views(case: CaseFile) -> dict[str, Entry[ProviderView]]:
    present = episode(case)
    since = present.opened_on if present else date.min
    return {entry.body.agency: entry for entry in case.of(ProviderView) if entry.on >= since}


def _agrees(view: Entry[ProviderView] | None) -> YesNo | None:
    if view is None:
        return None
    both = {view.body.goals_reached, view.body.risks_gone}
    if YesNo.NO in both:
        return YesNo.NO
    return YesNo.YES if both == {YesNo.YES} else None


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


def _view(entry: Entry[ProviderView]) -> Fact:
    return entry.fact(_("{agency} was heard.").format(agency=entry.body.agency))
