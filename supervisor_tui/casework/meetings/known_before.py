"""What a case file said on the day of a meeting, for its minutes: facts without a name, and earlier actions."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.working_out import age_band
from supervisor_tui.domain.case_file import CaseFile, UnreadableRecordError, as_seen
from supervisor_tui.domain.ids import CaseCode, RecordId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.plan import ActionStanding, actions
from supervisor_tui.domain.records.placement import Placement
from supervisor_tui.domain.risk import risk
from supervisor_tui.domain.status import registration, worker
from supervisor_tui.exchange.minutes.minutes_text import CaseBefore
from supervisor_tui.wording import _

__all__ = ["known_before"]


def known_before(desk: Desk, meeting: Meeting) -> dict[CaseCode, CaseBefore]:
    """Return what was known of each case on the meeting's day, without what the meeting itself brought into its file.

    A management meeting goes through too many cases for that.
    """
    if meeting.kind is MeetingKind.MANAGEMENT:
        return {}
    made = {line.record for line in desk.store.minutes.of(meeting.id)}
    return {code: _of_case(desk, meeting, code, made) for code in meeting.cases}


def _of_case(desk: Desk, meeting: Meeting, code: CaseCode, made: Collection[RecordId | None]) -> CaseBefore:
    records = tuple(record for record in desk.store.records.of(code) if record.id not in made)
    day = meeting.day
    try:
        case = as_seen(code, desk.programme_of(records, day), records, day)
        return CaseBefore(tuple(_facts(case, day)), tuple(_so_far(meeting, actions(case))))
    except UnreadableRecordError as error:
        return CaseBefore(((_("Not readable"), str(error)),))


def _facts(case: CaseFile, day: date) -> Iterator[tuple[str, str]]:
    opening = registration(case)
    if opening is None:
        return
    body = opening.body
    yield _("Registered"), opening.on.isoformat()
    if body.previous_code:
        yield _("Previous code"), body.previous_code
    if band := age_band(body, opening.on, day):
        yield _("Age"), band
    if body.sex:
        yield _("Sex"), body.sex.label
    placed = case.latest(Placement)
    if placed:
        yield _("Care"), _("{form} since {day}").format(form=placed.body.form.label, day=placed.on.isoformat())
    elif body.living_with:
        yield _("Lives with"), body.living_with.label
    if body.concerns:
        yield _("First concerns"), "; ".join(body.concerns)
    yield from _risk(case)
    if carries := worker(case):
        yield _("Caseworker"), carries


def _risk(case: CaseFile) -> Iterator[tuple[str, str]]:
    now = risk(case)
    if now is None:
        yield _("Risk"), _("no level recorded")
        return
    level = now.level.title if now.level else now.entry.body.level
    because = f": {now.entry.body.reason}" if now.entry.body.reason else ""
    yield _("Risk"), _("{level}, set on {day}").format(level=level, day=now.since.isoformat()) + because


def _so_far(meeting: Meeting, standing: Iterable[ActionStanding]) -> Iterator[str]:
    for one in standing:
        if one.meeting == meeting.id:
            continue
        ended = " " + _("on {day}").format(day=one.ended_on.isoformat()) if one.ended_on else ""
        note = f" ({one.note})" if one.note else ""
        who = f" · {one.action.owner}" if one.action.owner else ""
        yield f"{one.action.text}{who}: {one.status.label}{ended}{note}"
