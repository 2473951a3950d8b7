"""How the risk of a case went: calmer with time, raised again, told in two ways, in another scale, or never set."""

from datetime import date

from supervisor_tui.casework.demo_agency.assessing import assessed_again
from supervisor_tui.casework.demo_agency.contacts import review
from supervisor_tui.casework.demo_agency.opening import Opening
from supervisor_tui.casework.demo_agency.pen import CasePen, days_after
from supervisor_tui.domain.records.assessment import RiskLevelSet
from supervisor_tui.domain.records.note import Retraction

HIGH = "high"
MEDIUM = "medium"
LOW = "low"
UNSET = "unset"

RiskPath = tuple[tuple[date, str], ...]
"""From which day the work kept to the rate of which level, oldest first."""


def risk_story(pen: CasePen, start: Opening, wanted: str) -> RiskPath:
    """Write how the risk went after the first assessment; `wanted` is "" for a case that grows calmer."""
    match wanted:
        case "high":
            return _raised_lately(pen, start)
        case "contradictory":
            return _calmer(pen, start, MEDIUM) + _contradiction(pen)
        case "another_scale":
            set_level(pen, pen.ago(50), "grade 2", "Grade of the partner's scale.")
            return _calmer(pen, start, MEDIUM)
        case "unset":
            return ((start.first_assessed, MEDIUM),)
        case _:
            return _calmer(pen, start, LOW)


def set_level(pen: CasePen, on: date, level: str, reason: str) -> None:
    """Write a level of risk."""
    pen.write(RiskLevelSet(level=level, reason=reason), on)


def _calmer(pen: CasePen, start: Opening, lowest: str) -> RiskPath:
    path = [(start.first_assessed, start.level)]
    steps = {
        HIGH: (MEDIUM, days_after(start.first_assessed, pen.between(21, 26))),
        MEDIUM: (LOW, days_after(start.planned, pen.between(20, 60))),
    }
    while path[-1][1] in steps and path[-1][1] != lowest:
        level, on = steps[path[-1][1]]
        if on >= pen.today:
            break
        set_level(pen, on, level, "Calmer since weeks.")
        path.append((on, level))
    return tuple(path)


def _raised_lately(pen: CasePen, start: Opening) -> RiskPath:
    lowered = days_after(start.first_assessed, 24)
    raised = pen.ago(pen.between(16, 24))
    set_level(pen, lowered, MEDIUM, "Calmer since weeks.")
    set_level(pen, raised, HIGH, "New threats, child was hurt again.")
    assessed_again(pen, days_after(raised, 3), start.issues)
    review(pen, days_after(raised, 5))
    return (start.first_assessed, HIGH), (lowered, MEDIUM), (raised, HIGH)


def _contradiction(pen: CasePen) -> RiskPath:
    """Write two levels of one day by two people, and a third that was entered in error and taken back."""
    set_level(pen, pen.ago(12), LOW, "All calm, seen at school.")
    pen.write(RiskLevelSet(level=MEDIUM, reason="Caregiver says the opposite."), pen.ago(12), by=pen.worker.supervisor)
    wrong = pen.write(RiskLevelSet(level="none", reason="Wrong file, sorry."), pen.ago(6))
    pen.write(Retraction(reason="Belongs to another case."), pen.ago(5), amends=wrong)
    return ((pen.ago(12), MEDIUM),)
