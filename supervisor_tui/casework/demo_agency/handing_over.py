"""Hand-overs to another agency: agreed to, one against the family's wishes, and one that waits for its answer."""

from datetime import date

from supervisor_tui.casework.demo_agency.closing import approve
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after
from supervisor_tui.domain.records.closing import Approved
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.transfer import (
    AgainstTheirWishes,
    HandOverPlan,
    TakenUp,
    Transfer,
    TransferGround,
    TransferWish,
)

RECEIVING_AGENCY = "AG-11"
AGAINST_WISHES = "against_wishes"
SECTIONS = ("assessment", "plan", "follow_up")


def handed_over(pen: CasePen, on: date, accepted: date | None, twist: str = "") -> None:
    """Tell a hand-over from the consent to the acceptance; the file goes four days after it was proposed."""
    against = twist == AGAINST_WISHES
    _wished(pen, on, against=against)
    told, handed = days_after(on, 2), days_after(on, 4)
    pen.write(
        HandOverPlan(
            what="File, plan and what is open.",
            who=pen.worker.code,
            until=handed,
            explained_on=told,
            sections=SECTIONS,
            strict_section=YesNo.NO,
            others_taken_out=YesNo.YES,
        ),
        told,
    )
    pen.write(
        Transfer(
            agency=RECEIVING_AGENCY,
            accepted_on=accepted,
            reason="Family moved to the coast.",
            grounds=(TransferGround.CHILD_MOVED,),
            why_better="Works in the village where the child lives now.",
            wish=TransferWish.OVERRULED if against else TransferWish.AGREED,
            file_handed_on=handed,
            not_accompanied_because="400 km away; the new caseworker was met by call.",
        ),
        on,
    )
    if accepted is not None:
        note = "They visit every two weeks."
        pen.write(TakenUp(works=YesNo.YES, note=note), days_after(accepted, 28))


def _wished(pen: CasePen, on: date, *, against: bool) -> None:
    if not against:
        pen.write(
            Consent(
                giver=ConsentGiver.CAREGIVER,
                form=ConsentForm.CONSENT,
                purpose=ConsentPurpose.TRANSFER,
                agencies=(RECEIVING_AGENCY,),
                sections=SECTIONS,
            ),
            days_after(on, -2),
        )
        return
    pen.write(
        AgainstTheirWishes(
            reason="The uncle who beat the child asks for the file to stay, and nobody else can be asked.",
            best_interests="Only the agency at the coast can visit the child where it lives now.",
            discussed_on=days_after(on, -2),
        ),
        days_after(on, -1),
    )
    approve(pen, on, what=Approved.TRANSFER)
