"""Registration: the child, the first concerns, the agreement, what was done at once, and who carries the case."""

from datetime import date, datetime, timedelta

import msgspec

from supervisor_tui.casework.demo_agency.pen import CasePen
from supervisor_tui.casework.demo_agency.words import Issue
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.records.assessment import (
    Concern,
    ImmediateAction,
)
from supervisor_tui.domain.records.consent import Capacity, Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import (
    LivingWith,
    Pathway,
    Reach,
    Referrer,
    Registration,
    Sex,
    SubjectKind,
)
from supervisor_tui.domain.records.responsibility import Assignment


class Child(msgspec.Struct, frozen=True, kw_only=True):
    """What registration asks of the child and how it came to notice."""

    born_on: date
    living_with: LivingWith
    subject: SubjectKind = SubjectKind.CHILD
    referrer: Referrer = Referrer.OTHER
    urgent: YesNo = YesNo.NO


def some_child(pen: CasePen, on: date, *, youngest: int = 2, oldest: int = 15) -> Child:
    """Return a child of an age between two on the day of registration."""
    born = add_months(on, -12 * pen.between(youngest, oldest) - pen.between(0, 11))
    return Child(born_on=born, living_with=pen.pick((LivingWith.PARENTS, LivingWith.PARENTS, LivingWith.RELATIVES)))


def issues_for(pen: CasePen, number: int) -> tuple[Issue, ...]:
    """Return some worries, none of them twice."""
    return tuple(pen.chance.sample(pen.words.issues, number))


def register(pen: CasePen, at: datetime, child: Child, issues: tuple[Issue, ...]) -> None:
    """Write the registration with the child's and the caregiver's agreement and the first concerns."""
    on = at.date()
    pen.write(
        Registration(
            programme=pen.programme.id,
            at=at,
            pathway=pen.pick(tuple(Pathway)),
            referrer=child.referrer,
            subject=child.subject,
            sex=pen.pick((Sex.FEMALE, Sex.MALE)),
            born_on=child.born_on,
            age_estimated=pen.pick((YesNo.NO, YesNo.NO, YesNo.YES)),
            living_with=child.living_with,
            concerns=tuple(issue.concern for issue in issues),
            urgent=child.urgent,
            verified_by=pen.worker.supervisor,
            place=f"office {pen.programme.id}",
            reach=Reach.ADDRESS if pen.says_it_all else None,
            criteria_met=tuple(dict.fromkeys(issue.area for issue in issues)) or ("asked for help",),
        ),
        on,
        entered=at,
    )
    agree(pen, on, entered=at)
    for number, issue in enumerate(issues, 1):
        pen.write(Concern(concern=f"K{number}", text=issue.concern), on, entered=at)


def agree(pen: CasePen, on: date, entered: datetime | None = None) -> None:
    """Write the caregiver's consent and the child's assent to the services."""
    for giver, form in ((ConsentGiver.CAREGIVER, ConsentForm.CONSENT), (ConsentGiver.CHILD, ConsentForm.ASSENT)):
        pen.write(
            understood(pen, Consent(giver=giver, form=form, purpose=ConsentPurpose.SERVICES)), on, entered=entered
        )


def understood(pen: CasePen, consent: Consent) -> Consent:
    """Return the consent with what was explained and understood, where the case is written up in full."""
    if not pen.says_it_all:
        return consent
    return msgspec.structs.replace(
        consent,
        able=Capacity.YES,
        voluntary=YesNo.YES,
        services_understood=YesNo.YES,
        risks_understood=YesNo.YES,
        information_understood=YesNo.YES,
        limits_understood=YesNo.YES,
        child_friendly=YesNo.YES,
        questions_invited=YesNo.YES,
    )


def act_at_once(pen: CasePen, at: datetime, *, acted: bool) -> None:
    """Write that harm is about to happen, and what was done within the hour if anything was written down."""
    concern = Concern(concern="K9", text="Stepfather said he will hurt the child tonight.", imminent=YesNo.YES)
    pen.write(concern, at.date(), entered=at)
    if acted:
        done = at + timedelta(minutes=40)
        action = ImmediateAction(what="Brought child and mother to the aunt, police informed.", at=done)
        pen.write(action, done.date(), entered=done)


def given_to(pen: CasePen, on: date, entered: datetime | None = None, reason: str = "") -> None:
    """Write that the case is given to its caseworker."""
    pen.write(Assignment(worker=pen.worker.code, reason=reason), on, by=pen.worker.supervisor, entered=entered)
