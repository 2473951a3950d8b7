"""What a hand-over list holds: what is open, the plan, the consents, what goes along and what is withheld and why."""

from datetime import date

import msgspec

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.plan import actions
from supervisor_tui.domain.referrals import referrals
from supervisor_tui.wording import _

__all__ = ["HandOverPack", "HandedCase", "OpenWork", "PackRecord", "PackSection", "Withheld", "open_work"]


class OpenWork(msgspec.Struct, frozen=True):
    """A referral or an action that somebody still has to see through. who: a code or a role; until: "" for no day."""

    number: str
    what: str
    who: str
    until: date | None
    status: str


class PackRecord(msgspec.Struct, frozen=True):
    """One record that goes along: its day and what it says, field by field."""

    on: date
    title: str
    fields: tuple[tuple[str, str], ...]


class PackSection(msgspec.Struct, frozen=True):
    """A part of the file that goes along, under the words by which the consent names it."""

    title: str
    records: tuple[PackRecord, ...]


class Withheld(msgspec.Struct, frozen=True):
    """What does not go along, how much of it there is, and why."""

    what: str
    count: int
    why: str


class HandOverPack(msgspec.Struct, frozen=True):
    """Everything that the other agency is given of one case. It is only ever made where the file may go.

    rests_on: the consents, the mandate or the decision that let it go, a sentence each. names: who it is; empty where
    the pack holds codes only.
    """

    case: CaseCode
    agency: str
    on: date
    child: str
    rests_on: tuple[str, ...]
    reason: str
    hand_over: tuple[tuple[str, str], ...]
    open_work: tuple[OpenWork, ...]
    goals: tuple[tuple[str, str], ...]
    consents: tuple[tuple[str, ...], ...]
    sections: tuple[PackSection, ...]
    withheld: tuple[Withheld, ...]
    names: tuple[tuple[str, str], ...] = ()


class HandedCase(msgspec.Struct, frozen=True):
    """One case of a hand-over list: where it stands, what is due, and what is open."""

    case: CaseCode
    worker: PersonCode | None
    risk: str
    step: str
    child_told_by: str
    due: tuple[tuple[str, str], ...]
    open_work: tuple[OpenWork, ...]


def open_work(case: CaseFile) -> tuple[OpenWork, ...]:
    """Return the open referrals and actions of a case, referrals first."""
    sent = [
        OpenWork(
            number=one.number,
            what=one.sent.body.need or one.sent.body.service,
            who=one.sent.body.agency,
            until=None,
            status=one.status.label if one.status else _("sent"),
        )
        for one in referrals(case)
        if one.is_open
    ]
    promised = [
        OpenWork(one.action.action, one.action.text, one.action.owner, one.action.due_on, one.status.label)
        for one in actions(case)
        if one.is_open
    ]
    return (*sent, *promised)
