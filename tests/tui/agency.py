"""A small agency in a real encrypted store: eleven cases with what a Monday morning has."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.programme import Context, ContextPeriod, Programme, SetInForce, Standing
from supervisor_tui.domain.records.assessment import Assessment, AssessmentStage, RiskLevelSet
from supervisor_tui.domain.records.closing import ClosureReason, ClosureRequest
from supervisor_tui.domain.records.contact import Channel, FollowUp, Review, Situation
from supervisor_tui.domain.records.kind import RecordBody, YesNo
from supervisor_tui.domain.records.plan import CasePlan, Goal, PlannedAction
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.guidance.discovery import load
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.store.key_slots import Cost
from supervisor_tui.store.open_store import create_store
from tests.tui import field_practice

NAIROBI = timezone(timedelta(hours=3))
NOW = datetime(2026, 11, 21, 9, 31, 7, tzinfo=NAIROBI)
PASSPHRASE = "a green door"
QUICK = Cost(memory_kib=8, passes=1, lanes=1)
"""A key derivation that costs nothing: tests open many stores."""

RUTH = Person(PersonCode("S-01"), "Ruth", (Role.SUPERVISOR,))
AMOS = Person(PersonCode("W-04"), "Amos", (Role.CASEWORKER,), supervisor=RUTH.code)
LEILA = Person(PersonCode("W-05"), "Leila", (Role.CASEWORKER,), supervisor=RUTH.code)
NORTH = Programme(
    ProgrammeId("north"),
    "North",
    contexts=(ContextPeriod(Context.DEVELOPMENT, date(2020, 1, 1)),),
    sets=(SetInForce(field_practice.SET, Standing.DECIDES, date(2020, 1, 1), "agreed by the board"),),
)


class Clock:
    """A clock that stands still until it is set; records may be written down earlier than the day in question."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


def an_agency(folder: Path, cases: bool = True) -> Desk:
    """Make the store in `folder` and return Ruth's desk, with the cases below unless asked for none."""
    clock = Clock()
    store, _recovery_key = create_store(folder, folder / "identities", RUTH, PASSPHRASE, clock=clock, cost=QUICK)
    store.programmes.add(NORTH, RUTH.code)
    for person in (AMOS, LEILA):
        store.people.add(person, RUTH.code)
    host = PluginHost(load([(field_practice.SET, lambda: field_practice)]))
    desk = Desk(store, host, RUTH, clock)
    for code, records in STORIES.items() if cases else ():
        write(desk, clock, code, records)
    clock.now = NOW
    return desk


def write(desk: Desk, clock: Clock, code: str, records: Iterable[tuple[str, RecordBody]]) -> None:
    """Write records into a case, each in the evening of its day."""
    for day, body in records:
        clock.now = datetime.fromisoformat(f"{day}T08:00").replace(tzinfo=NAIROBI)
        save(desk, CaseCode(code), [Draft(body, clock.now.date())])
    clock.now = NOW


def registered(at: str = "", urgent: YesNo | None = None, age: int = 12, began: str = "") -> Registration:
    """Return a registration in the programme North; `at` is an ISO moment without offset.

    began: the day on which the agency began with it, for a case brought in from paper.
    """
    moment = datetime.fromisoformat(at).replace(tzinfo=NAIROBI) if at else None
    duties_from = date.fromisoformat(began) if began else None
    return Registration(programme=NORTH.id, at=moment, urgent=urgent, age_years=age, duties_from=duties_from)


def given_to(person: Person) -> Assignment:
    """Return the assignment to a caseworker."""
    return Assignment(worker=person.code)


def a_plan() -> CasePlan:
    """Return a plan with one goal and one action."""
    return CasePlan(
        goals=(Goal(goal="O1", text="goes to school every week"),),
        actions=(
            PlannedAction(action="A1", text="talk with the head teacher", owner="W-04", due_on=date(2026, 11, 1)),
        ),
    )


def assessed(stage: AssessmentStage) -> Assessment:
    """Return a finished assessment."""
    return Assessment(stage=stage)


STORIES: dict[str, tuple[tuple[str, RecordBody], ...]] = {
    "C-0117": (
        ("2026-08-03", registered(age=13, began="2026-08-04")),
        ("2026-08-03", given_to(AMOS)),
        ("2026-08-04", assessed(AssessmentStage.INITIAL)),
        ("2026-08-04", RiskLevelSet(level="high", reason="sleeps outside")),
        ("2026-08-20", assessed(AssessmentStage.COMPREHENSIVE)),
        ("2026-08-25", a_plan()),
        ("2026-11-15", FollowUp(channel=Channel.HOME_VISIT, child_seen=YesNo.YES, situation=Situation.WORSE)),
    ),
    "C-0093": (
        ("2026-11-10", registered(urgent=YesNo.YES, age=8, began="2026-11-11")),
        ("2026-11-10", given_to(LEILA)),
        ("2026-11-11", RiskLevelSet(level="high")),
    ),
    "C-0048": (
        ("2025-10-02", registered(age=9, began="2025-10-03")),
        ("2025-10-03", given_to(AMOS)),
        ("2025-10-04", assessed(AssessmentStage.INITIAL)),
        ("2025-10-04", RiskLevelSet(level="medium")),
        ("2025-10-20", assessed(AssessmentStage.COMPREHENSIVE)),
        ("2025-10-25", a_plan()),
        ("2026-10-20", Review(plan_still_right=YesNo.YES)),
        ("2026-10-30", FollowUp(channel=Channel.CALL, child_seen=YesNo.NO, situation=Situation.SAME)),
        ("2026-11-12", ClosureRequest(reason=ClosureReason.GOALS_MET, asked_by="W-04")),
    ),
    "C-0062": (
        ("2026-09-01", registered(age=15, began="2026-09-02")),
        ("2026-09-01", given_to(LEILA)),
        ("2026-09-02", assessed(AssessmentStage.INITIAL)),
        ("2026-09-02", RiskLevelSet(level="low")),
        ("2026-09-20", assessed(AssessmentStage.COMPREHENSIVE)),
        ("2026-09-28", a_plan()),
        ("2026-11-19", FollowUp(channel=Channel.MEETING, child_seen=YesNo.YES, situation=Situation.BETTER)),
    ),
    "C-0120": (("2026-11-20", registered(at="2026-11-20T13:00", age=6)),),
    "C-0121": (("2026-11-21", registered(at="2026-11-21T07:10", age=14)),),
}
