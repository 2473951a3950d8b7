"""What registration asks for: the facts about the child, the way in, the criteria, and that child and family agree."""

from collections.abc import Iterable

from iag_core.asked_for import AskedFor, asked
from iag_core.case_checks.registering import our_registration
from iag_core.closing.matrix import main_reason
from iag_core.records.not_eligible import NotEligible
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.intake import yet_to_agree
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.domain.records.consent import Consent
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.status import registration
from supervisor_tui.wording import _

KIND = Registration.KIND


def asked_at_registration(case: CaseFile) -> tuple[AskedFor, ...]:
    """Return what registration asks for; of a case registered before we began only what the work goes on to need."""
    opening = registration(case)
    if opening is None:
        return (AskedFor(_("registration"), is_missing=True, where=Missing(record=KIND)),)
    body = opening.body
    return (
        asked(_("sex"), body.sex is None, KIND, "sex"),
        asked(_("age"), body.born_on is None and body.age_years is None, KIND, "age_years"),
        asked(_("whom the child lives with"), body.living_with is None, KIND, "living_with"),
        asked(_("first concerns"), not body.concerns, KIND, "concerns"),
        asked(_("danger to life"), body.urgent is None, KIND, "urgent"),
        *(_of_ours(body) if our_registration(case) else ()),
        *((_agreement(case),) if _agreement_matters(case) else ()),
    )


def _of_ours(body: Registration) -> Iterable[AskedFor]:
    yield asked(_("way in"), body.pathway is None, KIND, "pathway")
    yield asked(_("how to reach the child"), body.reach is None, KIND, "reach")
    yield asked(_("place"), not body.place.strip(), KIND, "place")
    yield asked(_("criteria met"), not body.criteria_met, KIND, "criteria_met")
    yield asked(_("criteria checked by"), body.verified_by is None, KIND, "verified_by")


def _agreement_matters(case: CaseFile) -> bool:
    """Say whether agreement is asked for: not of a child who does not fit, and no more after a death (IAG-CLS-21)."""
    return case.latest(NotEligible) is None and main_reason(case) is not ClosureReason.DEATH


def _agreement(case: CaseFile) -> AskedFor:
    waits = yet_to_agree(case)
    who = ", ".join(one.label for one in waits) if waits else _("child and caregiver")
    return asked(_("agreement of {who}").format(who=who), bool(waits), Consent.KIND, "giver")
