"""The first steps of a case: registration, agreement, first and full assessment, plan."""

from datetime import date, datetime, timedelta

import msgspec

from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.words import Issue
from supervisor_tui.domain.calendar import add_months
from supervisor_tui.domain.records.assessment import (
    Assessment,
    AssessmentStage,
    Concern,
    ImmediateAction,
    NeedAnswer,
    RiskLevelSet,
)
from supervisor_tui.domain.records.consent import Consent, ConsentForm, ConsentGiver, ConsentPurpose
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan, Goal, GoalWeight, PlannedAction
from supervisor_tui.domain.records.registration import (
    LivingWith,
    Pathway,
    Referrer,
    Registration,
    Sex,
    SubjectKind,
)
from supervisor_tui.domain.records.responsibility import Assignment

SOON = ((0, 2), (1, -2), (1, -1), (1, -1), (1, 2), (2, -1))
"""Days and hours from registration to the first assessment: mostly within 24 hours, always within 48."""

RECENT_DAYS = 12
STRENGTHS = (("child talks openly",), ("grandmother helps", "likes school"), ("brothers stand by each other",))


class Opening(msgspec.Struct, frozen=True):
    """The days on which a case took its first steps; some may lie ahead."""

    registered: date
    first_assessed: date
    assessed: date
    planned: date
    issues: tuple[Issue, ...]
    level: str


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
        pen.write(Consent(giver=giver, form=form, purpose=ConsentPurpose.SERVICES), on, entered=entered)


def first_assessment(pen: CasePen, registered: datetime, issues: tuple[Issue, ...], level: str) -> date:
    """Write the first assessment, nearly always within a day, its risk level, and an interim plan for what is unmet."""
    days, hours = pen.pick(SOON)
    at = pen.moment(days_after(registered.date(), days), registered.hour + hours, registered.minute)
    unmet = {issue.area for issue in issues}

    def stands(area: str) -> NeedAnswer:
        return NeedAnswer.UNMET if area in unmet else NeedAnswer.MET

    on = at.date()
    pen.write(
        Assessment(
            stage=AssessmentStage.INITIAL,
            at=at,
            assessor=pen.worker.code,
            physical_protection=stands("safety"),
            health=stands("health"),
            safety=stands("safety"),
            food=stands("food"),
            shelter=stands("shelter"),
            medical_care=stands("health"),
            needs=tuple(issue.need for issue in issues),
        ),
        on,
        entered=max(at, pen.moment(on, 17)),
    )
    if level:
        pen.write(
            RiskLevelSet(level=level, reason=issues[0].concern if issues else "Nothing that worries."),
            on,
            entered=pen.moment(on, 17),
        )
    if unmet & {"safety", "health", "food", "shelter"}:
        interim = tuple(
            PlannedAction(
                action=f"I{number}",
                text=issue.actions[0],
                owner=pen.worker.code,
                due_on=days_after(on, 5),
                need=issue.need,
            )
            for number, issue in enumerate(issues, 1)
        )
        pen.write(CasePlan(interim=YesNo.YES, actions=interim), on, entered=pen.moment(on, 17))
    return on


def full_assessment(pen: CasePen, registered: date, issues: tuple[Issue, ...]) -> date:
    """Write the full assessment, begun within the week and finished within the month; return its day, even ahead."""
    on = working_day(days_after(registered, pen.between(13, 24)))
    if on > pen.ago(RECENT_DAYS):
        begun_assessment(pen, registered)
    assessed_in_full(pen, registered, on, issues)
    return on


def assessed_in_full(pen: CasePen, registered: date, on: date, issues: tuple[Issue, ...]) -> None:
    """Write the full assessment, finished on a day."""
    pen.write(
        Assessment(
            stage=AssessmentStage.COMPREHENSIVE,
            started_on=working_day(days_after(registered, pen.between(2, 6))),
            assessor=pen.worker.code,
            needs=tuple(issue.need for issue in issues),
            risks=tuple(issue.concern for issue in issues),
            strengths=pen.pick(STRENGTHS),
        ),
        on,
    )


def assessed_again(pen: CasePen, on: date, issues: tuple[Issue, ...]) -> None:
    """Write a new look at the assessment."""
    pen.write(
        Assessment(
            stage=AssessmentStage.REVISION,
            assessor=pen.worker.code,
            needs=tuple(issue.need for issue in issues),
            risks=tuple(issue.concern for issue in issues),
            strengths=pen.pick(STRENGTHS),
        ),
        on,
    )


def begun_assessment(pen: CasePen, registered: date) -> None:
    """Write that the full assessment has begun and is not finished."""
    on = working_day(days_after(registered, pen.between(2, 6)))
    pen.write(
        Assessment(stage=AssessmentStage.COMPREHENSIVE, started_on=on, finished=YesNo.NO, assessor=pen.worker.code),
        on,
    )


def goals_of(issues: tuple[Issue, ...], on: date, *, tags: tuple[str, ...] = ()) -> tuple[Goal, ...]:
    """Return a goal for each worry; the first is the one on which most hangs."""
    return tuple(
        Goal(
            goal=f"O{number}",
            text=issue.goal,
            measure=issue.measure,
            target_on=add_months(on, 3 + number),
            weight=GoalWeight.MAJOR if number == 1 else GoalWeight.MINOR,
            area=issue.area,
            tags=tags,
        )
        for number, issue in enumerate(issues, 1)
    )


def plan(
    pen: CasePen,
    on: date,
    issues: tuple[Issue, ...],
    *,
    every_days: int | None = None,
    reason: str = "",
    tags: tuple[str, ...] = (),
    with_actions: bool = True,
) -> None:
    """Write a version of the plan: a goal for each worry and its actions, which a later version no longer needs."""
    acting = issues if with_actions else ()
    steps = [(issue, text, f"O{number}") for number, issue in enumerate(acting, 1) for text in issue.actions]
    actions = tuple(
        PlannedAction(
            action=f"A{number}",
            text=text,
            owner=pen.worker.code if number % 3 else "caregiver",
            due_on=days_after(on, 14 * number),
            need=issue.need,
            goal=goal,
        )
        for number, (issue, text, goal) in enumerate(steps, 1)
    )
    pen.write(
        CasePlan(
            goals=goals_of(issues, on, tags=tags), actions=actions, follow_up_every_days=every_days, reason=reason
        ),
        on,
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


def opened(pen: CasePen, on: date, level: str, *, child: Child | None = None, number_of_issues: int = 2) -> Opening:
    """Write the first steps as they should go and return their days."""
    issues = issues_for(pen, number_of_issues)
    at = pen.moment(on, pen.between(8, 14), pen.between(0, 59))
    register(pen, at, child or some_child(pen, on), issues)
    given_to(pen, on, entered=at)
    first = first_assessment(pen, at, issues, level)
    assessed = full_assessment(pen, on, issues)
    planned = working_day(days_after(assessed, pen.between(4, 12)))
    plan(pen, planned, issues)
    return Opening(on, first, assessed, planned, issues, level)
