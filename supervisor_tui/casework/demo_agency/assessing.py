"""Assessments: the first within a day or two, the full one within the month, and a new look after a change."""

from datetime import date, datetime

from supervisor_tui.casework.demo_agency.pen import CasePen, days_after, working_day
from supervisor_tui.casework.demo_agency.planning import interim_plan
from supervisor_tui.casework.demo_agency.words import Issue
from supervisor_tui.domain.records.assessment import (
    Assessment,
    AssessmentStage,
    NeedAnswer,
    RiskLevelSet,
)
from supervisor_tui.domain.records.kind import YesNo

SOON = ((0, 2), (1, -2), (1, -1), (1, -1), (1, 2), (2, -1))
"""Days and hours from registration to the first assessment: mostly within 24 hours, always within 48."""

RECENT_DAYS = 12
STRENGTHS = (("child talks openly",), ("grandmother helps", "likes school"), ("brothers stand by each other",))


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
        interim_plan(pen, on, issues)
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
    if pen.says_it_all and pen.works_with("iag_core"):
        pen.write_of_set("talked_for_the_assessment", on, entered=pen.moment(on, 17))
        pen.write_of_set("assessment_made_with_care", on, entered=pen.moment(on, 17))


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
