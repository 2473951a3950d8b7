"""A new case: its code, its registration and, if somebody already takes it, its caseworker."""

import re
from datetime import date

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.ids import CaseCode, PersonCode, is_code
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.wording import _

_NUMBERED = re.compile(r"(?P<start>.*?)(?P<number>\d+)$")


class CodeTakenError(ValueError):
    """A code cannot be used for a new case."""


def next_code(desk: Desk) -> CaseCode:
    """Propose the next free code in the agency's own manner: the highest number plus one, or C-0001."""
    best: tuple[int, str, int] = (0, "C-", 4)
    for code in desk.store.records.codes():
        found = _NUMBERED.match(code)
        if found:
            best = max(best, (int(found["number"]), found["start"], len(found["number"])))
    number, start, width = best
    return CaseCode(f"{start}{number + 1:0{width}d}")


def open_case(
    desk: Desk, code: str, registration: Registration, on: date, worker: PersonCode | None = None
) -> CaseCode:
    """Register a new case, and give it to a caseworker if one is named.

    Raises CodeTakenError where the code is not one, or was ever used: a code is never given twice (004 §3.1).
    """
    if not is_code(code):
        message = _("{code} cannot be a code. Use capital letters, digits and hyphens, such as C-0117.")
        raise CodeTakenError(message.format(code=code))
    case = CaseCode(code)
    if desk.store.records.has(case):
        raise CodeTakenError(_("{code} was already given to another case. Take the next free one.").format(code=code))
    drafts = [Draft(msgspec.structs.replace(registration), on)]
    if worker is not None:
        drafts.append(Draft(Assignment(worker=worker), on))
    save(desk, case, drafts)
    return case
