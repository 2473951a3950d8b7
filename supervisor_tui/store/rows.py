"""The narrow rows that lists are read from: a summary a case, its place in closing, a row for each duty not done.

Summaries and duties hold facts only, nothing that changes by itself from one day to the next: whether a duty is late
follows from its days and the day one asks for (`due_state`). What sets answer about closing is as they answered on the
day for which the rows were worked out. All are written in the same transaction as the record that changes them. As
text they are arrays, so that tens of thousands are read in one go.
"""

from datetime import date, datetime

import msgspec

from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import CaseCode, PersonCode, ProgrammeId, RuleId, SetId


class CaseSummary(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a line of the caseload shows of one case.

    status, step: stored values of `Status` and `Step`. risk: the agency's level id, "" if never set; risk_letter and
    risk_rank come from the programme's scale (rank 99 where none is set). opened_on: start of the present episode.
    intake_at: the moment of registration where known, for the clocks of new intakes. last_contact: the last contact
    recorded. last_entry: when somebody here last wrote something about the case down; imports and what was told aside.
    closing: "" or the day closing was asked for. duties_from: for a case brought in from elsewhere, the day from which
    duties count. yet_to_agree: for an intake, who has not agreed on record, in words; "" where nobody is missing. told:
    how many records are known as told only, their form still to be written. urgent: registered as in danger, and nobody
    has acted or assessed since. made_with: a short hash of the programme, the sets and their settings that the rows
    were worked out with; it stands beside the line.
    """

    case: CaseCode
    programme: ProgrammeId
    worker: PersonCode | None
    status: str
    risk: str
    risk_letter: str
    risk_rank: int
    step: str
    opened_on: date | None
    closed_on: date | None
    last_contact: date | None
    last_entry: datetime | None
    next_due: date | None
    next_what: str
    closing: str
    age_band: str
    urgent: bool
    episode: int
    intake_at: datetime | None
    duties_from: date | None
    yet_to_agree: str = ""
    told: int = 0
    made_with: str = ""


class DueRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One duty that is not done, of one set in one case.

    due_day is the calendar day of the item's due day or moment (None where it cannot be told), by which ranges are
    read. decides: whether the set decides in this case. worker: who carries the case. version and settings: of the set
    when the row was worked out, and worked_out_for the day it was worked out for; a row that differs is rebuilt.
    postponed_until: the day to which somebody put the duty off; it stays counted.
    """

    case: CaseCode
    set: SetId
    rule: RuleId
    slot: str
    due_day: date | None
    closes: date | None
    advisory: bool
    decides: bool
    worker: PersonCode | None
    version: str
    settings: str
    worked_out_for: date
    postponed_until: date | None
    item: DueItem


class SetVerdict(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one set in force answered about closing a case.

    verdict: a stored `Result`. in_the_way: how many checks stand between the case and the set's "ready"; where it has
    several ways out, those of the nearest. items: how many things there are to record or wait for, since one may
    settle several checks. rule: the first of them on which somebody can act, turn: whose turn it is, a
    stored `Turn`; who: the role that it waits for, in words. earliest: the first day on which all that wait for a day
    can be in order.
    """

    set: SetId
    decides: bool
    verdict: str
    in_the_way: int
    items: int = 0
    turn: str = ""
    rule: str = ""
    who: str = ""
    earliest: date | None = None


class ClosingRow(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where one case stands on the way to closing and after it.

    place: a stored `Place` (`casework/closing_place.py`), by which a list is read. asked_on, reason: of the request to
    close. moving_to, moving: the agency to which the case is being handed over, or was, and for one under way a stored
    `TransferStep`; batch: the load with which it moves.
    after_what, after_due: what is still asked for after closing. kept_until: the day until which a closed file is kept
    at least, None where nobody has decided; held: that it must be kept whatever that day says, and held_because why.
    tasks: how many tasks of a closing that was asked for are still to be done; task, task_by: the first one in words,
    and whose it is by code or role, "" for the caseworker.
    """

    case: CaseCode
    worker: PersonCode | None
    risk_letter: str
    risk_rank: int
    place: str
    verdicts: tuple[SetVerdict, ...] = ()
    asked_on: date | None = None
    reason: str = ""
    moving_to: str = ""
    moving: str = ""
    batch: str = ""
    closed_on: date | None = None
    after_what: str = ""
    after_due: date | None = None
    kept_until: date | None = None
    held: bool = False
    held_because: str = ""
    tasks: int = 0
    task: str = ""
    task_by: str = ""


class Wait(msgspec.Struct, frozen=True, array_like=True, order=True, gc=False):
    """That something in a case cannot be told until the agency decides a number.

    setting: its full key. what: the rule that waits, or a stored `UsedFor` where the product itself does.
    """

    setting: str
    what: str


class CaseRows(msgspec.Struct, frozen=True):
    """Everything that lists read of one case, worked out together."""

    summary: CaseSummary
    due: tuple[DueRow, ...]
    closing: ClosingRow
    waits: tuple[Wait, ...] = ()
