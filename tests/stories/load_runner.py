"""Tells the story of a load that moves together, line by line in the order of the file, on a small agency.

The format is described in `tests/stories/README.md`. Rows are done, lines that begin with "On" and a day are tried or
compared where they stand; a sentence says where the product answers otherwise.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, RefusedError, save
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.casework.transfers.batches import propose_together, send_together
from supervisor_tui.casework.transfers.doing import do
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.domain.records.closing import Approval, ApprovalDecision, Approved, ApprovingBody
from supervisor_tui.domain.transfers import may_go, proposal
from supervisor_tui.guidance.forms import FieldProblem
from tests.story_values import StoryError
from tests.tui.agency import AMOS, NAIROBI, Clock, given_to, registered, write

GRACE = Person(PersonCode("M-01"), "Grace", (Role.MANAGER,))
_LOAD = re.compile(r"- Load: (\S+)")
_CASES = re.compile(r"- Cases: (.+)")
_SAID = re.compile(r"- On (\d{4}-\d\d-\d\d) (.+)")
_SEVERAL = {"grounds", "sections"}
_BEFORE = "2024-01-15"
SIGN = "sign"
"""A manager signs the hand-over with their own passphrase; beside the acts of the product."""


class LoadStory:
    """A load at a desk with a clock, told from a file."""

    def __init__(self, path: Path, desk: Desk, clock: Clock) -> None:
        """Read who moves together and register them."""
        self.path = path
        self.lines = path.read_text(encoding="utf-8").splitlines()
        self.desk, self.clock = desk, clock
        self.load = self._header(_LOAD)
        desk.store.people.add(GRACE, desk.person.code)
        for code in codes(self._header(_CASES)):
            write(desk, clock, code, ((_BEFORE, registered()), (_BEFORE, given_to(AMOS))))

    def differences(self) -> Iterator[str]:
        """Do and compare each line, and give a sentence for each that is answered otherwise."""
        for number, line in enumerate(self.lines, 1):
            wrong = ""
            if line.startswith("| 2"):
                wrong = self._done(number, [cell.strip() for cell in line.strip().strip("|").split("|")])
            elif said := _SAID.fullmatch(line):
                self._on(said[1])
                wrong = self._compared(number, said[2], date.fromisoformat(said[1]))
            elif line.startswith("- On "):
                raise StoryError(self.path, number, "the day after “On” is not like 2024-06-12")
            if wrong:
                yield f"{self.path.name}, line {number}: {wrong}"

    def _header(self, wanted: re.Pattern[str]) -> str:
        found = next((match[1] for line in self.lines if (match := wanted.fullmatch(line))), None)
        if found is None:
            raise StoryError(self.path, 1, f"there is no line “{wanted.pattern}”")
        return found

    def _on(self, day: str) -> None:
        self.clock.now = datetime.fromisoformat(f"{day}T10:00").replace(tzinfo=NAIROBI)

    def _done(self, number: int, cells: Sequence[str]) -> str:
        day, named, act, text = cells
        self._on(day)
        fields = _fields(text)
        if act == TransferAct.PROPOSE.value:
            found = propose_together(self.desk, codes(named), fields, self.load)
            return found.message if isinstance(found, FieldProblem) else ""
        for code in codes(named):
            if act == SIGN:
                self._signed(code, date.fromisoformat(day), PersonCode(str(fields["approver"])))
                continue
            problem = do(self.desk, code, TransferAct(act), fields)
            if isinstance(problem, FieldProblem):
                raise StoryError(self.path, number, f"{code}, {problem.field}: {problem.message}")
        return ""

    def _signed(self, code: CaseCode, day: date, approver: PersonCode) -> None:
        body = Approval(
            what=Approved.TRANSFER,
            body=ApprovingBody.MANAGER,
            decision=ApprovalDecision.APPROVED,
            approver=approver,
        )
        save(self.desk, code, [Draft(body, day, signed=True)])

    def _compared(self, number: int, said: str, day: date) -> str:
        who, colon, answer = said.partition(": ")
        if not colon:
            raise StoryError(self.path, number, "a line reads “On DAY CASES: ANSWER” or “On DAY the load goes: …”")
        if who == "the load is refused":
            return _differ(answer, self._refused(lambda: send_together(self.desk, self.load)))
        if who == "the load goes":
            return _differ(answer, self._sent())
        if who.endswith(" is refused"):
            code, fields = CaseCode(who.removesuffix(" is refused")), {"file_handed_on": day.isoformat()}
            return _differ(answer, self._refused(lambda: do(self.desk, code, TransferAct.SEND, fields)))
        told = {code: self._may_go(code, day) for code in codes(who)}
        return "; ".join(f"{code} is “{found}”" for code, found in told.items() if found != answer.rstrip("."))

    def _may_go(self, code: CaseCode, day: date) -> str:
        case = self.desk.case(code)
        proposed = proposal(case, day)
        return may_go(case, proposed.body, day).label if proposed else "not proposed"

    def _refused(self, act: Callable[[], object]) -> str:
        """Return the sentence that refuses an act; nothing may have been written then."""
        before = {code: self.desk.store.records.of(code) for code in self.desk.store.records.codes()}
        try:
            act()
        except RefusedError as refused:
            written = {code: self.desk.store.records.of(code) for code in before} != before
            return f"{refused} Something was written." if written else str(refused)
        return "it was not refused"

    def _sent(self) -> str:
        try:
            sent = send_together(self.desk, self.load)
        except RefusedError as refused:
            return f"refused: {refused}"
        return f"{spoken(sent.went)} went, {spoken(sent.stay)} stay{'s' if not sent.stay else ''}."


def codes(text: str) -> tuple[CaseCode, ...]:
    """Return the codes from the first to the last of "C-0301 to C-0324", or the one that is named."""
    first, _to, last = text.partition(" to ")
    prefix, _dash, number = first.rpartition("-")
    end = last.rpartition("-")[2] or number
    return tuple(CaseCode(f"{prefix}-{one:0{len(number)}}") for one in range(int(number), int(end) + 1))


def spoken(found: Sequence[CaseCode]) -> str:
    """Say codes that follow each other as the first and the last; nobody where there is none."""
    if not found:
        return "nobody"
    together = f"{found[0]} to {found[-1]}"
    return found[0] if len(found) == 1 else together if codes(together) == tuple(found) else ", ".join(found)


def _fields(text: str) -> dict[str, object]:
    given = (part.partition(":") for part in text.split(";"))
    fields: dict[str, object] = {name.strip(): value.strip() for name, _colon, value in given}
    return {
        name: [one.strip() for one in str(value).split(",")] if name in _SEVERAL else value
        for name, value in fields.items()
    }


def _differ(told: str, found: str) -> str:
    return "" if told == found else f"the story says “{told}”, but “{found}”"
