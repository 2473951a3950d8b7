"""Which consents and assents are looked at: those given in this episode, the child's, and those under a mandate."""

from iag_core.problems import of_this_episode
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.wording import _

NONE_ASKED = _("No consent or assent is on file.")


def given_here(case: CaseFile) -> tuple[Entry[Consent], ...]:
    """Return the consents and assents that were given in this episode, without those under a mandate."""
    found = of_this_episode(Consent)(case)
    return tuple(
        entry for entry in found if entry.body.form is not ConsentForm.LEGAL_MANDATE and entry.body.agreed is YesNo.YES
    )


def of_the_child(case: CaseFile) -> tuple[Entry[Consent], ...]:
    """Return the consents and assents of the child."""
    return tuple(entry for entry in given_here(case) if entry.body.giver is ConsentGiver.CHILD)


def under_a_mandate(case: CaseFile) -> tuple[Entry[Consent], ...]:
    """Return the times at which the agency acted without consent."""
    found = of_this_episode(Consent)(case)
    return tuple(entry for entry in found if entry.body.form is ConsentForm.LEGAL_MANDATE)
