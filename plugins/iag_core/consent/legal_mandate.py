"""Acting without consent, where the law lets the agency and the child needs protection."""

from collections.abc import Iterable
from datetime import date

from iag_core.consent.given import under_a_mandate
from iag_core.problems import Problem, blank, record_check
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.consent import Consent, ConsentForm
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


@record_check(
    "IAG-CONS-08",
    Consent,
    title=_("Acting without consent is reasoned"),
    source="004 §1.3",
    nothing=_("The agency did not act without consent."),
    fine=_("Mandate, reason, explanation, participation and approval are recorded."),
    chosen=under_a_mandate,
)
def acting_without_consent_is_reasoned(
    _case: CaseFile, body: Consent, _on: date, _settings: Settings
) -> Iterable[Problem]:
    """Without consent the agency acts only where the law lets it and the child needs protection, and says so.

    It explains why, and goes on inviting the child and the family members who do no harm.
    """
    if body.form is not ConsentForm.LEGAL_MANDATE:
        return
    yield from blank(
        body,
        ("reason", _("Acted without consent, and the mandate is not named.")),
        ("protection_reason", _("Acted without consent, and it is not said why the child needs protection.")),
        ("explained_on", _("Acted without consent, and it is not recorded when this was explained.")),
        ("participation", _("Acted without consent, and it is not said how child and family still take part.")),
        ("approved_by", _("Acted without consent, and nobody is named who approved it.")),
    )
