"""What waits for the person who asks, as JSON gives it."""

from datetime import date

import msgspec

from supervisor_tui.casework.caseload import CaseLine
from supervisor_tui.casework.waiting_for_me import ForMe, HandOverLine

__all__ = ["WaitingForMe", "waiting_answer"]


class WaitingForMe(msgspec.Struct, frozen=True):
    """One case. what: closing_to_sign, hand_over_to_sign, or hand_over whose next act is theirs.

    asked_on: the day closing was asked for. agency, step: of a hand-over, as in `transfer list`.
    """

    case: str
    what: str
    worker: str | None
    risk: str | None
    asked_on: date | None = None
    agency: str | None = None
    step: str | None = None


def waiting_answer(waiting: ForMe) -> tuple[WaitingForMe, ...]:
    """Return what waits, what is to be signed first."""
    return (
        *map(_closing, waiting.closings),
        *(_hand_over("hand_over_to_sign", one) for one in waiting.to_sign),
        *(_hand_over("hand_over", one) for one in waiting.hand_overs),
    )


def _closing(line: CaseLine) -> WaitingForMe:
    summary = line.summary
    asked_on = date.fromisoformat(summary.closing)
    return WaitingForMe(summary.case, "closing_to_sign", summary.worker, summary.risk or None, asked_on)


def _hand_over(what: str, one: HandOverLine) -> WaitingForMe:
    summary = one.line.summary
    return WaitingForMe(
        summary.case, what, summary.worker, summary.risk or None, agency=one.agency, step=one.step.value
    )
