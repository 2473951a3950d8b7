"""Consent that runs out is asked for again in time."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.problems import of_this_episode
from iag_core.schedule.open_cases import while_open
from iag_core.settings import figure
from supervisor_tui.domain.agreements import agreed
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.consent import Consent, ConsentForm
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _


@rules.schedule_rule(
    "IAG-CONS-09", title=_("Consent that runs out"), source="004 §3.4; days ahead ours", strength=Strength.WARNS
)
@while_open
def consent_is_asked_for_again(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """A consent says how long it lasts; some days before its last one it is time to ask again, if it is still needed.

    It is advised and never counts as late: nothing is shared once it ran out.
    """
    ahead = timedelta(days=figure(settings, "consent_reminder_days"))
    return tuple(item for consent in of_this_episode(Consent)(case) if (item := _ends(case, consent, ahead)))


def _ends(case: CaseFile, consent: Entry[Consent], ahead: timedelta) -> DueItem | None:
    body = consent.body
    if (
        body.valid_until is None
        or body.agreed is not YesNo.YES
        or body.once is YesNo.YES
        or body.form is ConsentForm.LEGAL_MANDATE
    ):
        return None
    again = next((entry for entry in agreed(case, body.purpose) if _renews(entry, consent)), None)
    return DueItem(
        _("Consent runs out: ask again ({purpose})").format(purpose=body.purpose.label),
        due=body.valid_until,
        opens=body.valid_until - ahead,
        done=again.on if again else None,
        settled_by=again.id if again else None,
        settles=Consent.KIND,
        slot=f"{consent.id}",
        advisory=True,
    )


def _renews(later: Entry[Consent], consent: Entry[Consent]) -> bool:
    until = later.body.valid_until
    return (
        later.on > consent.on
        and later.body.giver is consent.body.giver
        and set(consent.body.agencies) <= set(later.body.agencies)
        and (until is None or consent.body.valid_until is None or until > consent.body.valid_until)
    )
