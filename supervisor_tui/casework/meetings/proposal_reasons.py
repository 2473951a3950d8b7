"""Why a meeting should take a case up: each reason by itself, from the narrow rows and the last minutes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

import msgspec

from supervisor_tui.casework.closing_place import Place
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.due_list import DueLine, due_lines, lateness
from supervisor_tui.casework.meetings.meeting_file import spoken_about
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.due import DueState
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.meetings.kinds import MeetingKind, MeetingState
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.minutes import LineKind, lines_that_stand
from supervisor_tui.domain.plan import actions
from supervisor_tui.domain.programme import USUAL_RISK_LEVELS, GuidanceRisk, RiskLevel
from supervisor_tui.store.rows import CaseSummary, ClosingRow
from supervisor_tui.wording import _

__all__ = ["LOOKED_BACK", "ProposalReason", "Why", "reasons_of"]

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


def reasons_of(desk: Desk, carried: Sequence[CaseSummary]) -> Iterator[tuple[CaseCode, Why]]:
    """Give every reason that speaks for one of these cases; some are given for other cases too."""
    yield from _standing(desk, carried)
    yield from _raised(desk)
    yield from _actions(desk)
    yield from _duties(desk, carried)
    yield from _closing(desk, carried)
    yield from _not_spoken_of(desk, carried)


def _standing(desk: Desk, carried: Iterable[CaseSummary]) -> Iterable[tuple[CaseCode, Why]]:
    high = {(one.id, level.id) for one in desk.store.programmes.all() for level in one.risk_levels if _is_high(level)}
    usual = {level.id for level in USUAL_RISK_LEVELS if _is_high(level)}
    known = {one.id for one in desk.store.programmes.all()}
    for one in carried:
        if one.urgent:
            yield one.case, Why(ProposalReason.DANGER, _("danger now"))
        if (one.programme, one.risk) in high or (one.programme not in known and one.risk in usual):
            yield one.case, Why(ProposalReason.HIGH_RISK, _("high risk"))
        if one.last_contact is None:
            yield one.case, Why(ProposalReason.SILENT, _("no contact recorded at all"))
        elif desk.as_of - one.last_contact >= SILENT:
            days = (desk.as_of - one.last_contact).days
            yield one.case, Why(ProposalReason.SILENT, _("no contact recorded for {n} days").format(n=days))


def _is_high(level: RiskLevel) -> bool:
    """Say whether an agency's own level means high risk as guidance reads it."""
    return level.guidance is GuidanceRisk.HIGH


def _raised(desk: Desk) -> Iterable[tuple[CaseCode, Why]]:
    """Give what somebody asked for and no meeting has spoken of since; to put it off is not to speak of it."""
    for one in desk.store.raised.all():
        lines = lines_that_stand(desk.store.minutes.of_case(one.case))
        if not any(line.at > one.at for line in lines if line.kind is not LineKind.PUT_OFF):
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


def _duties(desk: Desk, carried: Iterable[CaseSummary]) -> Iterable[tuple[CaseCode, Why]]:
    """Give for each case the first duty that is late."""
    workers = {one.worker for one in carried if one.worker}
    seen: set[CaseCode] = set()
    for line in due_lines(desk, until=desk.as_of, workers=workers, summaries=carried):
        case = line.row.case
        if line.state is DueState.OVERDUE and not line.row.advisory and case not in seen:
            seen.add(case)
            yield case, Why(ProposalReason.OVERDUE, _late_words(line))


def _late_words(line: DueLine) -> str:
    return f"{line.row.item.title}: {lateness(line)}"


def _closing(desk: Desk, carried: Iterable[CaseSummary]) -> Iterable[tuple[CaseCode, Why]]:
    """Give what is ready, whether or not anybody asked for closing, and what was asked for and is not ready."""
    for row in desk.store.closing_rows.of_each([one.case for one in carried]):
        words = (_ready(desk, row), _asked_for(desk, row))
        yield from ((row.case, Why(ProposalReason.CLOSING, each)) for each in words if each)


def _ready(desk: Desk, row: ClosingRow) -> str:
    """Say that a case is ready; where only some of the sets that decide say so, which."""
    if row.place == Place.READY.value:
        return _("ready to close")
    ready = [one.set for one in row.verdicts if one.decides and one.verdict == Result.PASS.value]
    said = ((found.short_title, found.ready) for each in ready if (found := desk.host.set(each)) is not None)
    return " · ".join(_("{guidance} says {ready}").format(guidance=title, ready=words) for title, words in said)


def _asked_for(desk: Desk, row: ClosingRow) -> str:
    if row.place == Place.READY.value or row.asked_on is None:
        return ""
    days = (desk.as_of - row.asked_on).days
    if desk.as_of - row.asked_on >= STUCK:
        return _("closing asked for {n} days ago, not ready").format(n=days)
    return _("closing asked for on {day}").format(day=row.asked_on.isoformat())


def _not_spoken_of(desk: Desk, carried: Iterable[CaseSummary]) -> Iterable[tuple[CaseCode, Why]]:
    """Give the cases of which none of the last management meetings spoke; nothing where there were not so many."""
    last = [one for one in _held(desk) if one.kind is MeetingKind.MANAGEMENT][-LOOKED_BACK:]
    if len(last) < LOOKED_BACK:
        return
    since = last[0].day
    spoken = {case for one in last for case in spoken_about(lines_that_stand(desk.store.minutes.of(one.id)))}
    words = _("not spoken of in the last {n} meetings").format(n=LOOKED_BACK)
    for one in carried:
        if one.case not in spoken and one.opened_on is not None and one.opened_on <= since:
            yield one.case, Why(ProposalReason.NOT_DISCUSSED, words)


def _held(desk: Desk) -> list[Meeting]:
    over = (one for one in desk.store.meetings.all() if one.state is MeetingState.CLOSED)
    return sorted(over, key=lambda one: one.in_time)
