"""Carrying an act of a hand-over out: checked as every record is, written in one commit."""

from collections.abc import Mapping
from datetime import date

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import save
from supervisor_tui.casework.transfers.acts import TransferAct, drafts_of
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.envelope import Record
from supervisor_tui.guidance.forms import FieldProblem

__all__ = ["do"]


def do(
    desk: Desk, code: CaseCode, act: TransferAct, fields: Mapping[str, object], on: date | None = None
) -> tuple[Record, ...] | FieldProblem:
    """Do an act, and return what was written; a field that cannot be so is returned as its problem.

    Raises RefusedError where the act is not possible as things stand; then nothing is written.
    """
    drafts = drafts_of(desk.case(code), act, fields, on or desk.clock().date())
    return drafts if isinstance(drafts, FieldProblem) else save(desk, code, drafts)
