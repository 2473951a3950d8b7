"""Opening a closed case again: a new episode, the old one readable, and a new look at the child first."""

from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, case_due_lines
from supervisor_tui.casework.recording import Draft, RefusedError, record_of, save
from supervisor_tui.casework.shared_numbers import shared_number
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.closing import ClosureReason, Reopening
from supervisor_tui.domain.settings import UsedFor
from supervisor_tui.domain.status import closure, episodes
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.flows import Flow, FlowReason
from supervisor_tui.guidance.reviews import SetFindings
from supervisor_tui.wording import _, ngettext

__all__ = ["CameBack", "ReopeningView", "came_back", "came_back_words", "reopen", "reopening_view"]


class CameBack(msgspec.Struct, frozen=True):
    """How long a case was closed. soon: so short that one asks what was not seen; None where no number says so."""

    number: int
    opened_on: date
    closed_on: date
    reason: ClosureReason
    days: int
    soon_days: int | None

    @property
    def soon(self) -> bool | None:
        """Whether it came back within the number of days that guidance in force gives."""
        return None if self.soon_days is None else self.days <= self.soon_days


class ReopeningView(msgspec.Struct, frozen=True):
    """What opening a case again asks for: of a closed case, as if it were opened on the day of the desk.

    back: None for a case never closed. asked: what each set in force asks people to do, by itself; nothing where the
    case was neither closed nor opened again. reasons: those that sets name, in their own words.
    """

    case: CaseFile
    back: CameBack | None
    is_closed: bool
    asked: tuple[SetFindings, ...] = ()
    reasons: tuple[FlowReason, ...] = ()


def reopening_view(desk: Desk, case: CaseFile) -> ReopeningView:
    """Return what opening a case again asks for, or asked for."""
    back, is_closed = came_back(desk, case, desk.as_of), closure(case) is not None
    if back is None:
        return ReopeningView(case, None, is_closed=False)
    opened = _as_if_opened(desk, case) if is_closed else case
    flows, day = desk.host.flows, desk.as_of
    found = tuple(one for one in flows.parts(opened, Flow.REOPENING, day) if one.checks)
    return ReopeningView(case, back, is_closed, found, flows.reasons(opened, Flow.REOPENING, day))


def _as_if_opened(desk: Desk, case: CaseFile) -> CaseFile:
    """Return a closed file with a reopening that nobody wrote, to ask the sets what they would ask for."""
    opening = record_of(desk, case.code, Draft(Reopening(reason=_("as if")), desk.as_of), desk.clock())
    return CaseFile(case.code, case.programme, (*case.records, opening))


def came_back(desk: Desk, case: CaseFile, day: date) -> CameBack | None:
    """Return how long the last closed episode of a case has been over on a day; None for a case never closed.

    For a case that was opened again, the days are counted to its reopening.
    """
    spells = episodes(case)
    closed = [spell for spell in spells if spell.closed_on is not None]
    if not closed or closed[-1].closed_on is None:
        return None
    last = closed[-1]
    again = next((spell.opened_on for spell in spells if spell.number == last.number + 1), day)
    ended = closure(case.until(last.closed_on)) if last.closed_on else None
    return CameBack(
        number=last.number,
        opened_on=last.opened_on,
        closed_on=closed[-1].closed_on,
        reason=ended.body.reason if ended else ClosureReason.OTHER,
        days=(again - closed[-1].closed_on).days,
        soon_days=shared_number(desk.host, case, UsedFor.REOPENED_SOON, day),
    )


def came_back_words(back: CameBack) -> str:
    """Say how long the case was closed, and whether that was short."""
    words = ngettext("{n} day after it was closed", "{n} days after it was closed", back.days).format(n=back.days)
    if back.soon:
        limit = _("within {days}: what was not seen?").format(days=back.soon_days)
        return f"{words}, {limit}"
    return words


def reopen(desk: Desk, code: CaseCode, reason: str, on: date | None = None) -> tuple[DueLine, ...]:
    """Open a closed case again and return what the sets in force ask for first.

    Raises RefusedError where the case is not closed or no reason is given.
    """
    day = on or desk.clock().date()
    case = desk.case(code)
    found = []
    if closure(case) is None:
        found.append(Finding(Severity.REFUSE, _("{case} is not closed.").format(case=code)))
    if not reason.strip():
        found.append(Finding(Severity.REFUSE, _("Please say why the case is opened again."), "reason"))
    if found:
        raise RefusedError(tuple(found))
    save(desk, code, (Draft(Reopening(reason=reason.strip()), day),))
    return case_due_lines(desk, desk.case(code))
