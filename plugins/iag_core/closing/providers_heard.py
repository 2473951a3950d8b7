"""All who gave a service are heard on the closing, and agree (002)."""

from datetime import date

from iag_core.closing.matrix import by_reason
from iag_core.guidance import rules
from iag_core.records.before_closing import ProviderView
from supervisor_tui.domain.answers import Answer, Fact, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.referral import ReferralStatus
from supervisor_tui.domain.referrals import referrals
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import episode
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

NOT_GIVEN = frozenset({ReferralStatus.REFUSED, ReferralStatus.ENDED, None})
"""Referrals that came to nothing, or of which nothing was heard: no service was given."""


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


def _view(entry: Entry[ProviderView]) -> Fact:
    return entry.fact(_("{agency} was heard.").format(agency=entry.body.agency))
