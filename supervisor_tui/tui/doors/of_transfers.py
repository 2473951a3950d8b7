"""To the hand-over of a case to another agency, of a load, and to another caseworker here."""

from collections.abc import Sequence

from textual.screen import Screen

from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.tui.doors.opened_late import screen_at

__all__ = ["hand_on", "load", "transfer", "transfer_act", "transfer_together"]


def transfer(code: CaseCode) -> Screen[None]:
    """Return the hand-over of a case to another agency."""
    return screen_at("transfers.transfer_screen:TransferScreen", code)


def transfer_act(code: CaseCode, act: str) -> Screen[bool]:
    """Return the form of one act of a hand-over; answers whether it was done."""
    from supervisor_tui.casework.transfers.acts import TransferAct
    from supervisor_tui.tui.transfers.act_screen import ActScreen

    return ActScreen(code, TransferAct(act))


def transfer_together(codes: Sequence[CaseCode]) -> Screen[str | None]:
    """Return the form that proposes to hand several cases over as one load; answers its name."""
    from supervisor_tui.tui.transfers.act_screen import ProposeTogetherScreen

    return ProposeTogetherScreen(codes)


def load(name: str) -> Screen[None]:
    """Return a load of cases that move together."""
    return screen_at("transfers.load_screen:LoadScreen", name)


def hand_on(codes: Sequence[CaseCode]) -> Screen[bool]:
    """Return the lines that give cases to another caseworker here."""
    from supervisor_tui.tui.transfers.hand_on_screen import HandOnScreen

    return HandOnScreen(codes)
