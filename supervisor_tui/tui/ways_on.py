"""From a line to what settles it: the form opened at the right field, a setting, a case, a meeting."""

from collections.abc import Mapping
from typing import Any

import msgspec
from textual.screen import Screen

from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.ids import CaseCode, MeetingId, RecordId
from supervisor_tui.domain.meetings.kinds import MeetingPart
from supervisor_tui.domain.records.envelope import HowKnown
from supervisor_tui.kit.safe_text import tell
from supervisor_tui.store.rows import DueRow
from supervisor_tui.tui import doors
from supervisor_tui.tui.desk_app import desk_app
from supervisor_tui.tui.main_screens import MEETINGS
from supervisor_tui.wording import _

__all__ = [
    "DecideSetting",
    "OpenCase",
    "OpenClosing",
    "OpenClosingSteps",
    "OpenMeeting",
    "OpenMeetings",
    "OpenTransfer",
    "RecordIt",
    "WayOn",
    "WriteOutstandingForm",
    "follow",
    "way_to_settle",
    "way_to_settle_row",
]


class RecordIt(msgspec.Struct, frozen=True):
    """Open the form of a kind of record, at a field; `filled` are names and values that stand in it already."""

    case: CaseCode
    kind: str
    field: str | None = None
    filled: tuple[tuple[str, str], ...] = ()


class WriteOutstandingForm(msgspec.Struct, frozen=True):
    """Open the form of the oldest record of a case that is known as told only."""

    case: CaseCode


class DecideSetting(msgspec.Struct, frozen=True):
    """Decide a number that the agency has left open; `key` carries its set's id before it."""

    key: str


class OpenCase(msgspec.Struct, frozen=True):
    """Open the case file."""

    case: CaseCode


class OpenClosing(msgspec.Struct, frozen=True):
    """Open the closing workspace of a case."""

    case: CaseCode


class OpenClosingSteps(msgspec.Struct, frozen=True):
    """Open the steps of closing a case, with its tasks."""

    case: CaseCode


class OpenTransfer(msgspec.Struct, frozen=True):
    """Open the hand-over of a case."""

    case: CaseCode


class OpenMeeting(msgspec.Struct, frozen=True):
    """Open a meeting, or the part of it where something about it is done."""

    meeting: MeetingId
    part: MeetingPart | None = None


class OpenMeetings(msgspec.Struct, frozen=True):
    """Go to the meetings, where the next one is called."""


WayOn = (
    RecordIt
    | WriteOutstandingForm
    | DecideSetting
    | OpenCase
    | OpenClosing
    | OpenClosingSteps
    | OpenTransfer
    | OpenMeeting
    | OpenMeetings
)


def way_to_settle(case: CaseCode, missing: Missing | None, settles: str = "") -> WayOn:
    """Return what settles an open answer: its missing field or setting, else the kind of record, else the case file."""
    if missing is not None and missing.setting:
        return DecideSetting(missing.setting)
    if missing is not None and missing.record:
        return RecordIt(case, missing.record, missing.field)
    return RecordIt(case, settles) if settles else OpenCase(case)


def way_to_settle_row(row: DueRow) -> WayOn:
    """Return what settles a duty."""
    return way_to_settle(row.case, row.item.missing, row.item.settles)


def follow(screen: Screen[Any], way: WayOn) -> None:
    """Go there from a screen, which stays below; a kind of record whose set is not installed is said to be missing."""
    match way:
        case RecordIt(case=code, kind=kind, field=field, filled=filled):
            _open_form(screen, code, kind, field, filled=dict(filled))
        case WriteOutstandingForm(case=code):
            _open_outstanding_form(screen, code)
        case DecideSetting(key=key):
            screen.app.push_screen(doors.decide_setting(key))
        case OpenCase(case=code):
            screen.app.push_screen(doors.case_file(code))
        case OpenClosing(case=code):
            screen.app.push_screen(doors.closing(code))
        case OpenClosingSteps(case=code):
            screen.app.push_screen(doors.closing_steps(code))
        case OpenTransfer(case=code):
            screen.app.push_screen(doors.transfer(code))
        case OpenMeeting(meeting=number, part=part):
            screen.app.push_screen(doors.meeting_part(number, part) if part else doors.meeting(number))
        case OpenMeetings():
            screen.app.switch_mode(MEETINGS)


def _open_form(
    screen: Screen[Any],
    code: CaseCode,
    kind: str,
    field: str | None = None,
    amends: RecordId | None = None,
    filled: Mapping[str, object] | None = None,
) -> None:
    if desk_app(screen).desk.host.kinds.get(kind) is None:
        words = _("The guidance set that declares {kind} is not installed, so there is no form for it.")
        tell(screen, words.format(kind=kind), severity="warning")
    else:
        screen.app.push_screen(doors.record_form(code, kind, field, amends, filled))


def _open_outstanding_form(screen: Screen[Any], code: CaseCode) -> None:
    records = desk_app(screen).desk.case(code).records
    told = next((record for record in records if record.how_known is HowKnown.TOLD), None)
    if told is None:
        tell(screen, _("{case}: no form is outstanding any more.").format(case=code))
    else:
        _open_form(screen, code, told.kind, amends=told.id)
