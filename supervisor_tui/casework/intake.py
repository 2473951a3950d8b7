"""A new case: its code, its registration and, if somebody already takes it, its caseworker."""

import re
from collections.abc import Iterable
from datetime import date

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, written
from supervisor_tui.domain.ids import CaseCode, PersonCode, is_code
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.wording import _

_NUMBERED = re.compile(r"(?P<start>.*?)(?P<number>\d+)$")
_FIRST = ("C-", 4)
"""How the first code of an agency begins, and how many figures it has."""


class CodeTakenError(ValueError):
    """A code cannot be used for a new case."""


def next_code(desk: Desk) -> CaseCode:
    """Propose the next free code in the agency's own manner: that of the case opened last, else C-0001.

    The manner is what stands before the number, and how long the number is; the highest number of that manner plus one.
    """
    manners = [_FIRST]
    opened = [one for one in desk.store.summaries.all() if one.opened_on is not None and _NUMBERED.match(one.case)]
    last = max(opened, key=lambda one: (one.opened_on or date.min, one.case), default=None)
    if last is not None and (found := _NUMBERED.match(last.case)):
        manners.insert(0, (found["start"], len(found["number"])))
    codes = desk.store.records.codes()
    return next(CaseCode(code) for code in (_next_of(codes, *manner) for manner in manners) if is_code(code))


def _next_of(codes: Iterable[CaseCode], start: str, width: int) -> str:
    rests = (code.removeprefix(start) for code in codes if code.startswith(start))
    number = max((int(rest) for rest in rests if rest.isdecimal()), default=0) + 1
    return f"{start}{number:0{width}d}"


def open_case(
    desk: Desk, code: str, registration: Registration, on: date, worker: PersonCode | None = None
) -> CaseCode:
    """Register a new case, and give it to a caseworker if one is named.

    Raises CodeTakenError where the code is not one, or was ever used: a code is never given twice (004 §3.1), not even
    by two applications at once. Raises RefusedError as `save` does.
    """
    if not is_code(code):
        message = _("{code} cannot be a code. Use capital letters, digits and hyphens, such as C-0117.")
        raise CodeTakenError(message.format(code=code))
    case = CaseCode(code)
    drafts = [Draft(registration, on)]
    if worker is not None:
        drafts.append(Draft(Assignment(worker=worker), on))
    with desk.store.transaction():
        if desk.store.records.has(case):
            message = _("{code} was already given to another case. Take the next free one.")
            raise CodeTakenError(message.format(code=code))
        records = written(desk, case, drafts)
    for record in records:
        desk.host.tell(record)
    return case
