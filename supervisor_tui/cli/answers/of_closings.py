"""The answer that lists the caseload as it stands towards closing."""

from datetime import date

import msgspec

from supervisor_tui.casework.closings import ClosingLine, Closings


class ClosingsVerdict(msgspec.Struct, frozen=True):
    """What one set in force answered. in_force: decides or informs; see `closure` for each check.

    in_the_way: checks not in order; items: things to record or wait for, one of which may settle several checks.
    first: the rule of the item on which somebody can act first, turn: whose turn it is, who: the role it waits for.
    """

    set: str
    in_force: str
    verdict: str
    in_the_way: int
    items: int
    first: str | None
    turn: str | None
    who: str | None
    earliest: date | None


class ClosingsLine(msgspec.Struct, frozen=True):
    """One case.

    place: ready, one_away, waiting, moving, visit, to_decide or held. what: what is to be done first, in words.
    tasks: how many tasks of a closing that was asked for are still to be done; task: the first one, task_by: whose it
    is, by code or role, null for the caseworker.
    """

    case: str
    place: str
    worker: str | None
    risk: str
    asked_on: date | None
    reason: str | None
    turn: str | None
    what: str
    verdicts: tuple[ClosingsVerdict, ...]
    moving_to: str | None
    moving: str | None
    closed_on: date | None
    due: date | None
    kept_until: date | None
    held: bool
    held_because: str | None
    tasks: int
    task: str | None
    task_by: str | None


class ClosingsAnswer(msgspec.Struct, frozen=True):
    """The caseload seen from closing. deciders: who decides on files whose keeping time has ended. counts: the rest."""

    as_of: date
    cases: tuple[ClosingsLine, ...]
    deciders: tuple[str, ...]
    counts: dict[str, int]


def closings_answer(view: Closings) -> ClosingsAnswer:
    """Return the view as JSON gives it."""
    listed = (
        *view.ready,
        *view.one_away,
        *view.waiting,
        *view.moving,
        *view.visit,
    )
    return ClosingsAnswer(
        view.as_of,
        (
            *(_line(one, one.row.place) for one in listed),
            *(_line(one, "to_decide") for one in view.to_decide),
            *(_line(one, one.row.place) for one in view.held),
        ),
        tuple(person.code for person in view.deciders),
        {"far": view.far, "closed": view.closed},
    )


def _line(line: ClosingLine, place: str) -> ClosingsLine:
    row = line.row
    return ClosingsLine(
        case=row.case,
        place=place,
        worker=row.worker,
        risk=row.risk_letter,
        asked_on=row.asked_on,
        reason=row.reason or None,
        turn=line.turn.value if line.turn else None,
        what=line.what,
        verdicts=tuple(
            ClosingsVerdict(
                set=one.set,
                in_force="decides" if one.decides else "informs",
                verdict=one.verdict,
                in_the_way=one.in_the_way,
                items=one.items,
                first=one.rule or None,
                turn=one.turn or None,
                who=one.who or None,
                earliest=one.earliest,
            )
            for one in row.verdicts
        ),
        moving_to=row.moving_to or None,
        moving=row.moving or None,
        closed_on=row.closed_on,
        due=row.after_due,
        kept_until=row.kept_until,
        held=row.held,
        held_because=row.held_because or None,
        tasks=row.tasks,
        task=row.task or None,
        task_by=row.task_by or None,
    )
