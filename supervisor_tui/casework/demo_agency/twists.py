"""What can happen in the middle of a case, whichever course it runs."""

from collections.abc import Callable

from supervisor_tui.casework.demo_agency.assessing import assessed_again
from supervisor_tui.casework.demo_agency.conferences import conference
from supervisor_tui.casework.demo_agency.contacts import EMERGENCY_REVIEW_DAYS, follow_up, review_every, sentence
from supervisor_tui.casework.demo_agency.opening import Opening
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.registering import given_to
from supervisor_tui.domain.ids import PersonCode, RuleId, SetId
from supervisor_tui.domain.meetings.kinds import ConferencePurpose
from supervisor_tui.domain.programme import Context, Standing
from supervisor_tui.domain.records.assessment import SituationChanged
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose, ConsentWithdrawn
from supervisor_tui.domain.records.contact import Channel, Situation
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.note import Note
from supervisor_tui.domain.records.placement import Placement, PlacementEnded, PlacementKind
from supervisor_tui.domain.records.responsibility import Assignment, ContextForCase, GuidanceForCase, Postponement

Twist = Callable[[CasePen, Opening], None]


def changed(pen: CasePen, start: Opening) -> None:
    """Write that the situation changed, and the new look at it."""
    changed_unseen(pen, start)
    assessed_again(pen, pen.ago(8), start.issues)


def changed_unseen(pen: CasePen, _start: Opening) -> None:
    """Write that the situation changed; nobody looked at the assessment again."""
    pen.write(SituationChanged(what="Mother has left the house, aunt moved in.", fast=YesNo.NO), pen.ago(12))


def told(pen: CasePen, _start: Opening) -> None:
    """Write a last contact that is known by word of mouth; the form is still on somebody's desk."""
    follow_up(
        pen,
        working_day(pen.ago(1)),
        channel=Channel.HOME_VISIT,
        situation=Situation.SAME,
        note="Told at the door: child is fine, food is there. Form follows.",
        how_known=HowKnown.TOLD,
        told_by=pen.worker.code,
    )


def discussed(pen: CasePen, _start: Opening) -> None:
    """Hold a conference of several agencies last week; its actions are open."""
    conference(pen, working_day(pen.ago(pen.between(5, 9))), ConferencePurpose.COMPLEX, actions=2)


def invited(pen: CasePen, _start: Opening) -> None:
    """Call a conference for next week; everybody has been told."""
    conference(pen, working_day(days_after(pen.today, pen.between(3, 6))), ConferencePurpose.COMPLEX)


def covered(pen: CasePen, _start: Opening) -> None:
    """Write that another caseworker stood in for some weeks."""
    other = PersonCode("W-02" if pen.worker.code != "W-02" else "W-01")
    supervisor = pen.worker.supervisor
    pen.write(Assignment(worker=other, reason="Caseworker was sick."), pen.ago(100), by=supervisor)
    given_to(pen, pen.ago(70), reason="Is back; child asked for it.")


def safe_house(pen: CasePen, start: Opening) -> None:
    """Write a few nights in a safe house, with a call every day."""
    pen.write(Placement(form=PlacementKind.SAFE_HOUSE, household="H-01", temporary=YesNo.YES), pen.ago(24))
    for day in range(23, 19, -1):
        follow_up(pen, pen.ago(day), channel=Channel.CALL, note=sentence(pen, Channel.CALL, Situation.SAME))
    pen.write(PlacementEnded(reason=f"Back at home, {start.issues[0].need} agreed with the aunt."), pen.ago(19))


def postponed(pen: CasePen, _start: Opening) -> None:
    """Write that the supervisor put the late contact off, and why."""
    later = Postponement(
        rule=RuleId("IAG-S5-04"), until=days_after(pen.today, 3), reason="Bridge is closed until Thursday."
    )
    pen.write(later, pen.ago(1), by=pen.worker.supervisor)


def other_guidance(pen: CasePen, _start: Opening) -> None:
    """Write that another guidance set is looked at for this case alone."""
    body = GuidanceForCase(
        set=SetId("prerana_exit"),
        standing=Standing.INFORMS,
        reason="Will move to the aftercare home in spring, we look at both.",
    )
    pen.write(body, pen.ago(33), by=pen.worker.supervisor)


def own_emergency(pen: CasePen, _start: Opening) -> None:
    """Write that this one case is judged as in an emergency, and its monthly reviews."""
    since = pen.ago(50)
    body = ContextForCase(context=Context.EMERGENCY, reason="Family lives in the flooded valley.")
    pen.write(body, since, by=pen.worker.supervisor)
    review_every(pen, since, pen.ago(1), EMERGENCY_REVIEW_DAYS)


def consent_taken_back(pen: CasePen, _start: Opening) -> None:
    """Write a consent to share that was taken back two days later."""
    consent = pen.write(
        Consent(
            giver=ConsentGiver.CAREGIVER,
            form=ConsentForm.CONSENT,
            purpose=ConsentPurpose.SHARING,
            agencies=("AG-08",),
        ),
        pen.ago(40),
    )
    pen.write(ConsentWithdrawn(consent=consent), pen.ago(38))


def unusual_text(pen: CasePen, _start: Opening) -> None:
    """Write notes that a careless screen would obey."""
    for place, text in enumerate(pen.chance.sample(pen.words.unusual.notes, 6), 1):
        pen.write(Note(text=text), pen.ago(9 * place))
    follow_up(pen, working_day(pen.ago(2)), channel=Channel.HOME_VISIT, note=pen.pick(pen.words.unusual.notes))


TWISTS: dict[str, Twist] = {
    "changed": changed,
    "changed_unseen": changed_unseen,
    "told": told,
    "discussed": discussed,
    "invited": invited,
    "covered": covered,
    "safe_house": safe_house,
    "postponed": postponed,
    "other_guidance": other_guidance,
    "own_emergency": own_emergency,
    "consent_taken_back": consent_taken_back,
    "unusual_text": unusual_text,
}
