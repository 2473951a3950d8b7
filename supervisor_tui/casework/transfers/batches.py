"""Whole loads that move together: every file is looked at for consent, and none goes while one of them is open."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, RefusedError, written
from supervisor_tui.casework.transfers.acts import TransferAct, drafts_of
from supervisor_tui.casework.transfers.gate import against_sending
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.domain.records.transfer import Transfer
from supervisor_tui.domain.transfers import MayGo, has_come, may_go, proposal
from supervisor_tui.guidance.findings import Finding, Severity
from supervisor_tui.guidance.forms import FieldProblem
from supervisor_tui.wording import _

__all__ = [
    "BatchLine",
    "BatchSent",
    "BatchView",
    "batch_view",
    "batches",
    "propose_together",
    "send_together",
    "to_send",
]


class BatchLine(msgspec.Struct, frozen=True):
    """One file of a batch: whether it may go, what keeps it here, and whether it has gone, or was accepted, already."""

    case: CaseCode
    agency: str
    state: MayGo
    against: tuple[str, ...]
    gone_on: date | None

    @property
    def is_open(self) -> bool:
        """Whether nobody can say yet if this file goes or stays; while that is so, none of its batch goes."""
        return self.gone_on is None and (self.state is MayGo.UNKNOWN or bool(self.against and self._may))

    @property
    def goes(self) -> bool:
        """Whether this file goes with the batch."""
        return self.gone_on is None and self._may and not self.against

    @property
    def _may(self) -> bool:
        return self.state in {MayGo.VALID, MayGo.NOT_NEEDED}


class BatchView(msgspec.Struct, frozen=True):
    """A batch, its files in the order of their codes, those that hold it back first."""

    name: str
    lines: tuple[BatchLine, ...]

    @property
    def open_lines(self) -> tuple[BatchLine, ...]:
        """The files that hold the whole batch back."""
        return tuple(line for line in self.lines if line.is_open)


class BatchSent(msgspec.Struct, frozen=True):
    """What came of sending a batch: which files went, and which stay and are in no batch any more."""

    went: tuple[CaseCode, ...]
    stay: tuple[CaseCode, ...]


def batches(desk: Desk) -> tuple[str, ...]:
    """Return the names of the batches that have an open case, in order."""
    rows = desk.store.closing_rows.at([Place.READY.value, Place.MOVING.value])
    return tuple(sorted({row.batch for row in rows if row.batch}))


def batch_view(desk: Desk, name: str) -> BatchView:
    """Return a batch as it stands; without lines where there is none of that name."""
    lines = [_line(case, desk.as_of) for case in _cases(desk, name)]
    return BatchView(name, tuple(sorted(lines, key=lambda line: (not line.is_open, line.case))))


def propose_together(
    desk: Desk, codes: Sequence[CaseCode], fields: Mapping[str, object], name: str = ""
) -> str | FieldProblem:
    """Propose the hand-over of several cases in one commit and return the name of their batch.

    Raises RefusedError, naming the cases, where one of them cannot be handed over; then nothing is written.
    """
    batch = name.strip() or _free_name(desk)
    on = desk.clock().date()
    drafts: dict[CaseCode, tuple[Draft, ...]] = {}
    refused: list[Finding] = []
    for code in codes:
        try:
            found = drafts_of(desk.case(code), TransferAct.PROPOSE, {**fields, "batch": batch}, on)
        except RefusedError as error:
            refused += [_about(code, finding) for finding in error.findings]
            continue
        if isinstance(found, FieldProblem):
            return found
        drafts[code] = found
    if refused:
        raise RefusedError(tuple(refused))
    _write(desk, drafts)
    return batch


def to_send(desk: Desk, name: str, on: date | None = None) -> BatchSent:
    """Return which files would go and which would stay, were the batch sent on a day; today unless it is said.

    Raises RefusedError where there is no such batch, and, naming the files, while it is not known of one whether it
    may go.
    """
    day = on or desk.clock().date()
    lines = [_line(case, day) for case in _cases(desk, name)]
    if not lines:
        raise _refused(_("There is no batch {name} with an open case here.").format(name=name))
    waiting = [line for line in lines if line.is_open]
    if waiting:
        raise RefusedError(tuple(_holds_back(name, line) for line in waiting))
    stay = [line.case for line in lines if not line.goes and line.gone_on is None]
    return BatchSent(tuple(line.case for line in lines if line.goes), tuple(stay))


def send_together(desk: Desk, name: str, on: date | None = None) -> BatchSent:
    """Write down that every file of a batch which may go has gone; the others stay and leave the batch.

    Raises RefusedError as `to_send` does; then nothing is written.
    """
    day = on or desk.clock().date()
    sent = to_send(desk, name, day)
    changes = {code: _changed(desk.case(code), day, file_handed_on=day) for code in sent.went}
    _write(desk, changes | {code: _changed(desk.case(code), day, batch="") for code in sent.stay})
    return sent


def _holds_back(name: str, line: BatchLine) -> Finding:
    words = _("{case}: {why} Until that is settled, nothing of {batch} goes.")
    why = " ".join(line.against) or line.state.label
    return Finding(Severity.REFUSE, words.format(case=line.case, why=why, batch=name))


def _line(case: CaseFile, day: date) -> BatchLine:
    proposed = proposal(case, day)
    assert proposed is not None
    body = proposed.body
    settled = [when for when in (body.file_handed_on, body.accepted_on) if has_come(when, day)]
    gone = settled[0] if settled else None
    return BatchLine(case.code, body.agency, may_go(case, body, day), against_sending(case, day), gone)


def _cases(desk: Desk, name: str) -> Iterable[CaseFile]:
    rows = desk.store.closing_rows.at([Place.READY.value, Place.MOVING.value])
    return [desk.case(row.case) for row in rows if row.batch and row.batch == name.strip()]


def _changed(case: CaseFile, day: date, **changes: object) -> tuple[Draft, ...]:
    proposed = proposal(case, day)
    assert proposed is not None
    body: Transfer = msgspec.structs.replace(proposed.body, **changes)
    return (Draft(body, proposed.on, amends=proposed.id),)


def _write(desk: Desk, drafts: Mapping[CaseCode, tuple[Draft, ...]]) -> None:
    records: list[Record] = []
    with desk.store.transaction():
        for code, mine in drafts.items():
            records += written(desk, code, mine)
    for record in records:
        desk.host.tell(record)


def _free_name(desk: Desk) -> str:
    """Return a name for a new batch: the day, and a number where the day has several."""
    first = f"B-{desk.clock().date():%Y%m%d}"
    taken = set(batches(desk))
    return next(name for name in (first, *(f"{first}-{n}" for n in range(2, 1000))) if name not in taken)


def _about(code: CaseCode, finding: Finding) -> Finding:
    return msgspec.structs.replace(finding, message=f"{code}: {finding.message}")


def _refused(message: str) -> RefusedError:
    return RefusedError((Finding(Severity.REFUSE, message),))
