"""The caseload seen from closing: who is ready, who nearly, whom the others wait for, what comes after closing.

Read from the closing rows, which are worked out with each record; nobody waits for a sweep over all cases.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.transfers.steps import TransferStep
from supervisor_tui.casework.turns import Turn
from supervisor_tui.casework.working_out import rows_of
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.ids import PersonCode, RuleId
from supervisor_tui.domain.people import Person, deciders
from supervisor_tui.domain.records.closing import ClosureReason
from supervisor_tui.guidance.rules import RuleKind
from supervisor_tui.store.rows import ClosingRow, SetVerdict
from supervisor_tui.wording import _

__all__ = ["ClosingLine", "Closings", "by_turn", "closings", "reason_words", "waits_on"]

LISTED = (Place.READY, Place.ONE_AWAY, Place.WAITING, Place.MOVING, Place.VISIT, Place.HELD)


class ClosingLine(msgspec.Struct, frozen=True):
    """One case of the list: its row, whose turn it is, for whom it waits in words, and what is to be done first.

    is_a_task: whether that is a task of closing, which is ended with the steps.
    """

    row: ClosingRow
    worker_name: str
    turn: Turn | None
    waits_on: str
    what: str
    is_a_task: bool = False


class Closings(msgspec.Struct, frozen=True):
    """The whole view.

    ready: by every set that counts, and where closing is asked for no task of it is left. waiting: asked for, with more
    than one item open. moving: being handed over to another agency. visit: closed, with something still due. to_decide:
    closed files whose keeping time has ended, for `deciders` to decide on; nothing deletes itself. held: closed files
    that somebody holds, whatever the day. far, closed: how many cases are listed nowhere.
    """

    as_of: date
    ready: tuple[ClosingLine, ...]
    one_away: tuple[ClosingLine, ...]
    waiting: tuple[ClosingLine, ...]
    moving: tuple[ClosingLine, ...]
    visit: tuple[ClosingLine, ...]
    to_decide: tuple[ClosingLine, ...]
    held: tuple[ClosingLine, ...]
    deciders: tuple[Person, ...]
    far: int
    closed: int


def closings(desk: Desk) -> Closings:
    """Return the view on the cases that the person at the desk looks after."""
    elsewhere = desk.others_answer_for()
    found = _worked_out_for_the_day(desk) if desk.asks_about_the_past else _stored(desk)
    mine = [row for row in found.rows if row.worker not in elsewhere]
    lines = _Lines(desk)
    by_place = {place: [lines.of(row) for row in mine if row.place == place.value] for place in LISTED}
    ended = [row for row in found.ended if row.worker not in elsewhere]
    return Closings(
        as_of=desk.as_of,
        ready=_asked_first(by_place[Place.READY]),
        one_away=_asked_first(by_place[Place.ONE_AWAY]),
        waiting=_by_turn(by_place[Place.WAITING]),
        moving=tuple(sorted(by_place[Place.MOVING], key=lambda line: (line.row.moving, line.row.case))),
        visit=tuple(sorted(by_place[Place.VISIT], key=lambda line: (line.row.after_due or date.max, line.row.case))),
        to_decide=tuple(lines.to_decide(row) for row in ended),
        held=tuple(by_place[Place.HELD]),
        deciders=deciders(desk.store.people.all()),
        far=found.counts.get(Place.FAR.value, 0),
        closed=found.counts.get(Place.CLOSED.value, 0),
    )


def reason_words(row: ClosingRow) -> str:
    """Return the main reason in words, or what stands in its place."""
    if row.reason:
        return ClosureReason(row.reason).label
    return _("no reason recorded") if row.asked_on else _("nobody asked for it yet")


def waits_on(first: SetVerdict | None, worker_name: str) -> tuple[Turn | None, str]:
    """Return whose turn the first open item is, and for whom it waits in words."""
    if first is None or not first.turn:
        return None, ""
    turn = Turn(first.turn)
    words = {
        Turn.NOW: worker_name or _("nobody carries it"),
        Turn.SOMEONE: first.who,
        Turn.DATE: first.earliest.isoformat() if first.earliest else "",
        Turn.AGENCY: _("the agency"),
    }
    return turn, words[turn]


def by_turn(lines: Iterable[ClosingLine]) -> tuple[tuple[str, str, tuple[ClosingLine, ...]], ...]:
    """Return the lines by whose turn it is: a key, a title, and the lines; turns that nobody waits for are left out."""
    held = tuple(lines)
    groups = [(turn.value, turn.label, tuple(line for line in held if line.turn is turn)) for turn in Turn]
    silent = tuple(line for line in held if line.turn is None)
    groups.append(("nobody", _("the guidance in force cannot say more"), silent))
    return tuple(group for group in groups if group[2])


class _Found(msgspec.Struct, frozen=True):
    rows: Sequence[ClosingRow]
    ended: Sequence[ClosingRow]
    counts: Mapping[str, int]


def _stored(desk: Desk) -> _Found:
    kept = desk.store.closing_rows
    return _Found(kept.at([place.value for place in LISTED]), kept.kept_until(desk.as_of), kept.counts())


def _worked_out_for_the_day(desk: Desk) -> _Found:
    rows = [rows_of(desk.host, case, desk.as_of).closing for case in desk.cases()]
    counts: dict[str, int] = {}
    for row in rows:
        counts[row.place] = counts.get(row.place, 0) + 1
    over = [row for row in rows if row.kept_until is not None and row.kept_until <= desk.as_of and not row.held]
    return _Found(rows, sorted(over, key=lambda row: (row.kept_until, row.case)), counts)


class _Lines:
    """Makes lines of rows; names and titles are looked up once."""

    def __init__(self, desk: Desk) -> None:
        self._names = {person.code: person.short_name for person in desk.store.people.all()}
        checks = (rule for rule in desk.host.rules() if rule.kind is RuleKind.CLOSURE_CHECK)
        self._titles = {rule.id: rule.title for rule in checks}

    def of(self, row: ClosingRow) -> ClosingLine:
        name = self._name(row.worker)
        if row.place == Place.MOVING.value:
            words = _("{step}, {agency}").format(step=TransferStep(row.moving).label, agency=row.moving_to)
            return ClosingLine(row, name, None, name, words)
        if row.closed_on is not None:
            held = _("held: {why}").format(why=row.held_because) if row.held else ""
            return ClosingLine(row, name, None, name, row.after_what or held or reason_words(row))
        first = _first_open(row.verdicts)
        if row.tasks and (first is None or Turn(first.turn) is not Turn.NOW):
            return self._task(row, name)
        turn, whom = waits_on(first, name)
        return ClosingLine(row, name, turn, whom, self._what(row, first))

    def _task(self, row: ClosingRow, name: str) -> ClosingLine:
        """Return a case whose first open thing is a task: of the caseworker, or of somebody else who is named."""
        is_the_caseworkers = not row.task_by or row.task_by == row.worker
        if is_the_caseworkers:
            return ClosingLine(row, name, Turn.NOW, name or _("nobody carries it"), row.task, is_a_task=True)
        return ClosingLine(row, name, Turn.SOMEONE, self._name(PersonCode(row.task_by)), row.task, is_a_task=True)

    def to_decide(self, row: ClosingRow) -> ClosingLine:
        return ClosingLine(row, self._name(row.worker), None, "", _("how long to go on keeping the file, or not"))

    def _name(self, code: PersonCode | None) -> str:
        return self._names.get(code, code) if code else ""

    def _what(self, row: ClosingRow, first: SetVerdict | None) -> str:
        if first is None and row.place == Place.READY.value:
            return _("nothing is in the way: close the case") if row.asked_on else _("closing may be asked for")
        if first is None:
            return reason_words(row)
        return self._titles.get(RuleId(first.rule), first.rule)


def _first_open(verdicts: Sequence[SetVerdict]) -> SetVerdict | None:
    """Return the verdict whose first open item can be acted on first, those of sets that decide before others."""
    counting = [one for one in verdicts if one.decides] or verdicts
    waiting = [one for one in counting if one.verdict != Result.PASS.value and one.turn]
    return min(waiting, key=lambda one: list(Turn).index(Turn(one.turn)), default=None)


def _asked_first(lines: Iterable[ClosingLine]) -> tuple[ClosingLine, ...]:
    return tuple(sorted(lines, key=lambda line: (line.row.asked_on is None, line.row.asked_on, line.row.case)))


def _by_turn(lines: Iterable[ClosingLine]) -> tuple[ClosingLine, ...]:
    order = [*Turn, None]
    return tuple(sorted(lines, key=lambda line: (order.index(line.turn), line.row.asked_on or date.max, line.row.case)))
