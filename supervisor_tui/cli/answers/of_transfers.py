"""The answers about hand-overs: one case, a batch, those under way."""

from datetime import date

import msgspec

from supervisor_tui.casework.closings import ClosingLine
from supervisor_tui.casework.transfers.batches import BatchView
from supervisor_tui.casework.transfers.view import StepLine, TransferView
from supervisor_tui.cli.answers.of_flows import AskedPart, NamedReason, asked_parts, named_reasons


class TransferStepAnswer(msgspec.Struct, frozen=True):
    """One step. state: pass, fail, unknown or na; on: since when; act: the act that does it."""

    title: str
    state: str
    on: date | None
    words: str
    act: str


class OpenWorkAnswer(msgspec.Struct, frozen=True):
    """A referral or an action that is open."""

    number: str
    what: str
    who: str
    until: date | None
    status: str


class TransferAnswer(msgspec.Struct, frozen=True):
    """A hand-over. step: what it waits for. against: what keeps the file here. next: the act to be done next."""

    case: str
    as_of: date
    step: str
    agency: str | None
    batch: str | None
    may_go: str | None
    against: tuple[str, ...]
    steps: tuple[TransferStepAnswer, ...]
    open_work: tuple[OpenWorkAnswer, ...]
    not_planned: tuple[str, ...]
    next: str | None
    asked: tuple[AskedPart, ...]
    reasons: tuple[NamedReason, ...]


class TransferLine(msgspec.Struct, frozen=True):
    """A hand-over under way."""

    case: str
    worker: str | None
    agency: str
    step: str
    batch: str | None


class TransfersAnswer(msgspec.Struct, frozen=True):
    """The hand-overs under way."""

    as_of: date
    transfers: tuple[TransferLine, ...]


class BatchAnswerLine(msgspec.Struct, frozen=True):
    """One file of a batch. state: valid, not_needed, missing or unknown; open: whether it holds the batch back."""

    case: str
    agency: str
    state: str
    open: bool
    against: tuple[str, ...]
    gone_on: date | None


class BatchAnswer(msgspec.Struct, frozen=True):
    """A batch, the files that hold it back first."""

    batch: str
    as_of: date
    files: tuple[BatchAnswerLine, ...]


def transfer_answer(view: TransferView, as_of: date) -> TransferAnswer:
    """Return a hand-over as JSON gives it."""
    body = view.proposed.body if view.proposed else None
    following = view.next_act
    return TransferAnswer(
        case=view.case.code,
        as_of=as_of,
        step=view.step.value,
        agency=body.agency if body else None,
        batch=body.batch or None if body else None,
        may_go=view.may_go.value if view.may_go else None,
        against=view.against,
        steps=tuple(_step(one) for one in view.steps),
        open_work=tuple(OpenWorkAnswer(one.number, one.what, one.who, one.until, one.status) for one in view.open_work),
        not_planned=view.not_planned,
        next=following.value if following else None,
        asked=asked_parts(view.asked),
        reasons=named_reasons(view.reasons),
    )


def _step(one: StepLine) -> TransferStepAnswer:
    return TransferStepAnswer(one.what, one.done.value, one.on, one.words, one.act.value)


def transfers_answer(lines: tuple[ClosingLine, ...], as_of: date) -> TransfersAnswer:
    """Return the hand-overs under way as JSON gives them."""
    rows = (line.row for line in lines)
    found = (TransferLine(row.case, row.worker, row.moving_to, row.moving, row.batch or None) for row in rows)
    return TransfersAnswer(as_of, tuple(found))


def batch_answer(view: BatchView, as_of: date) -> BatchAnswer:
    """Return a batch as JSON gives it."""
    files = (
        BatchAnswerLine(one.case, one.agency, one.state.value, one.is_open, one.against, one.gone_on)
        for one in view.lines
    )
    return BatchAnswer(view.name, as_of, tuple(files))
