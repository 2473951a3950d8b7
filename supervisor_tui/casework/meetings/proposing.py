"""Which cases a meeting should take up, each with every reason that speaks for it, the most urgent first.

All of it is read from the narrow rows of this person's team, so that it takes no longer in an agency of 35,000 cases.
"""

from collections.abc import Iterable, Set
from datetime import timedelta

import msgspec

from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, due_lines, lateness
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode, PersonCode
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, lines_that_stand
from supervisor_tui.domain.plan import actions
from supervisor_tui.store.rows import CaseSummary
from supervisor_tui.wording import _

__all__ = ["LOOKED_BACK", "Proposal", "ProposalReason", "Why", "proposals", "raise_in_meeting"]

SILENT = timedelta(days=30)
"""From how long without a contact recorded a case is called silent (ours)."""

LOOKED_BACK = 4
"""In how many of the last case management meetings a case was not spoken of, for it to be proposed (ours)."""

STUCK = timedelta(days=14)
"""How long after closing was asked for a case that is not ready is called stuck (ours)."""


class ProposalReason(Choice):
    """Why a case is proposed, in the order of urgency."""

    DANGER = "danger", _("danger now")
    ASKED = "asked", _("asked for")
    HIGH_RISK = "high_risk", _("high risk")
    ACTION_LATE = "action_late", _("an action of a meeting is late")
    OVERDUE = "overdue", _("something is late")
    SILENT = "silent", _("no contact recorded")
    CLOSING = "closing", _("closing")
    NOT_DISCUSSED = "not_discussed", _("not spoken of lately")


class Why(msgspec.Struct, frozen=True):
    """One reason, in a sentence."""

    reason: ProposalReason
    words: str


class Proposal(msgspec.Struct, frozen=True):
    """A case that a meeting could take, and why; the most urgent reason first."""

    case: CaseCode
    why: tuple[Why, ...]

    @property
    def reason(self) -> str:
        """All reasons in one line."""
        return " · ".join(one.words for one in self.why)


def proposals(desk: Desk) -> tuple[Proposal, ...]:
    """Return the open cases of the team that want discussing, the most urgent first, each with all its reasons."""
    mine = {person.code for person in desk.team()}
    carried = {one.case: one for one in desk.looked_after() if one.worker in mine and not one.closed_on}
    found: dict[CaseCode, list[Why]] = {}
    for case, why in (
        *_standing(desk, carried.values()),
        *_raised(desk),
        *_actions(desk),
        *_duties(desk, mine, carried.values()),
        *_closing(desk),
        *_not_spoken_of(desk, carried.values()),
    ):
        if case in carried:
            found.setdefault(case, []).append(why)
    order = list(ProposalReason)
    proposed = [
        Proposal(case, tuple(sorted(why, key=lambda one: order.index(one.reason)))) for case, why in found.items()
    ]
    return tuple(
        sorted(
            proposed,
            key=lambda one: (order.index(one.why[0].reason), -len(one.why), carried[one.case].risk_rank, one.case),
        )
    )


def raise_in_meeting(desk: Desk, code: CaseCode, why: str) -> None:
    """Ask for a case to be taken up in the next meeting.

    Raises NoSuchCaseError for a wrong code and ValueError where no reason is given.
    """
    desk.case(code)
    if not why.strip():
        raise ValueError(_("Please say why the case should be taken up."))
    desk.store.raised.raise_case(code, desk.person.code, why.strip())


def _standing(desk: Desk, carried: Iterable[CaseSummary]) -> Iterable[tuple[CaseCode, Why]]:
    for one in carried:
        if one.urgent:
            yield one.case, Why(ProposalReason.DANGER, _("danger now"))
        if one.risk_letter == "H":
            yield one.case, Why(ProposalReason.HIGH_RISK, _("high risk"))
        if one.last_contact is None:
            yield one.case, Why(ProposalReason.SILENT, _("no contact recorded at all"))
        elif desk.as_of - one.last_contact >= SILENT:
            days = (desk.as_of - one.last_contact).days
            yield one.case, Why(ProposalReason.SILENT, _("no contact recorded for {n} days").format(n=days))


def _raised(desk: Desk) -> Iterable[tuple[CaseCode, Why]]:
    """Give what somebody asked for and no meeting has taken up since."""
    for one in desk.store.raised.all():
        spoken = (line.at for line in desk.store.minutes.of_case(one.case))
        if not any(at > one.at for at in spoken):
            words = _("{who} asks: {why}").format(who=desk.short_name(one.by), why=one.why)
            yield one.case, Why(ProposalReason.ASKED, words)


def _actions(desk: Desk) -> Iterable[tuple[CaseCode, Why]]:
    """Give the cases with an action of the last meetings whose day has passed and which is still open."""
    late: set[CaseCode] = set()
    for meeting in _held(desk)[-LOOKED_BACK:]:
        for line in lines_that_stand(desk.store.minutes.of(meeting.id)):
            if line.kind is LineKind.ACTION and line.case and line.due_on and line.due_on < desk.as_of:
                late.add(line.case)
    for case in sorted(late):
        still = [one for one in actions(desk.case(case)) if one.meeting is not None and one.is_open]
        overdue = [one for one in still if one.action.due_on is not None and one.action.due_on < desk.as_of]
        if overdue:
            words = _("late from a meeting: {text}").format(text=overdue[0].action.text)
            yield case, Why(ProposalReason.ACTION_LATE, words)


def _duties(desk: Desk, workers: Set[PersonCode], carried: Iterable[CaseSummary]) -> Iterable[tuple[CaseCode, Why]]:
    """Give for each case the first duty that is late."""
    seen: set[CaseCode] = set()
    for line in due_lines(desk, until=desk.as_of, workers=workers, summaries=carried):
        case = line.row.case
        if line.state is DueState.OVERDUE and not line.row.advisory and case not in seen:
            seen.add(case)
            yield case, Why(ProposalReason.OVERDUE, _late_words(line))


def _late_words(line: DueLine) -> str:
    return f"{line.row.item.title}: {lateness(line)}"


def _closing(desk: Desk) -> Iterable[tuple[CaseCode, Why]]:
    for row in desk.store.closing_rows.at([Place.READY.value, Place.ONE_AWAY.value, Place.WAITING.value]):
        if row.place == Place.READY.value:
            yield row.case, Why(ProposalReason.CLOSING, _("ready to close"))
        elif row.asked_on is not None and desk.as_of - row.asked_on >= STUCK:
            days = (desk.as_of - row.asked_on).days
            yield row.case, Why(ProposalReason.CLOSING, _("closing asked for {n} days ago, not ready").format(n=days))
        elif row.asked_on is not None:
            words = _("closing asked for on {day}").format(day=row.asked_on.isoformat())
            yield row.case, Why(ProposalReason.CLOSING, words)


def _not_spoken_of(desk: Desk, carried: Iterable[CaseSummary]) -> Iterable[tuple[CaseCode, Why]]:
    """Give the cases of which none of the last management meetings spoke; nothing where there were not so many."""
    last = [one for one in _held(desk) if one.kind is MeetingKind.MANAGEMENT][-LOOKED_BACK:]
    if len(last) < LOOKED_BACK:
        return
    since = last[0].starts.date()
    spoken = {line.case for one in last for line in lines_that_stand(desk.store.minutes.of(one.id))}
    words = _("not spoken of in the last {n} meetings").format(n=LOOKED_BACK)
    for one in carried:
        if one.case not in spoken and one.opened_on is not None and one.opened_on <= since:
            yield one.case, Why(ProposalReason.NOT_DISCUSSED, words)


def _held(desk: Desk) -> list[Meeting]:
    over = (one for one in desk.store.meetings.all() if one.state is MeetingState.CLOSED)
    return sorted(over, key=lambda one: one.starts)
