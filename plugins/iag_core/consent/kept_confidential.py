"""Whether what left the agency was agreed to: confidentiality as a supervisor sees it over all cases."""

from collections.abc import Iterable
from datetime import date

from iag_core.consent.handing_over import short_of_consent
from iag_core.consent.sharing import referred_with_consent
from iag_core.guidance import rules
from iag_core.problems import of_this_episode
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _


@rules.indicator("IAG-PRIN-06", title=_("Shared without consent"), source="004 §1.3")
def shared_without_consent(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """What the agency learns stays inside, save what child and family agreed to share, or the law demands.

    A case stands here if it was referred or its file handed over and neither a consent nor a legal mandate is on file.
    """
    told = tuple(case.code for case in cases if _left_without_consent(case, as_of, settings))
    question = _("Was somebody asked and it was not written down, or was nobody asked?") if told else ""
    yield Figure(_("referred or handed over without a consent on file"), told, question=question)


def _left_without_consent(case: CaseFile, as_of: date, settings: Settings) -> bool:
    referred = any(
        not one.is_open
        for sent in of_this_episode(Referral)(case)
        for one in referred_with_consent(case, sent.body, sent.on, settings)
    )
    handed = any(
        not one.is_open
        for sent in of_this_episode(Transfer)(case)
        if sent.body.file_handed_on is not None and sent.body.file_handed_on <= as_of
        for one in short_of_consent(case, sent.body, as_of)
    )
    return referred or handed
