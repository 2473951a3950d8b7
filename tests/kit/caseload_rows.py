"""Made-up rows of a caseload for the tests of the lists; nobody real is in them."""

from typing import NamedTuple

from supervisor_tui.domain.answers import Result
from supervisor_tui.kit.columns import Align, Cell, Column
from supervisor_tui.kit.tones import Tone


class CaseRow(NamedTuple):
    code: str
    risk: str
    worker: str
    days: int
    next_due: str
    state: Result


_DUE = ("follow-up visit", "review of the case plan", "[call] the school [/", "consent of the caregiver\x1b]0;x\x07")


def some_rows(count: int) -> tuple[CaseRow, ...]:
    return tuple(
        CaseRow(
            code=f"C-{number:04}",
            risk="HML"[number % 3],
            worker=("Amos", "Leila", "Noor")[number % 3],
            days=number % 40,
            next_due=_DUE[number % len(_DUE)],
            state=tuple(Result)[number % 4],
        )
        for number in range(1, count + 1)
    )


_RISK_TONES = {"H": Tone.URGENT, "M": Tone.WARNING, "L": Tone.PLAIN}

CASELOAD_COLUMNS: tuple[Column[CaseRow], ...] = (
    Column("code", "Case", lambda row: row.code, width=7),
    Column("risk", "Risk", lambda row: Cell(row.risk, _RISK_TONES[row.risk]), width=5),
    Column("state", "", lambda row: row.state, width=1),
    Column("worker", "Caseworker", lambda row: row.worker, width=12, leaves_first=1),
    Column("days", "Days", lambda row: str(row.days), width=5, align=Align.RIGHT, leaves_first=2),
    Column("due", "Next due", lambda row: row.next_due, width=20, flex=1),
    Column("programme", "Programme", lambda _: "reintegration", width=24, leaves_first=9),
)
