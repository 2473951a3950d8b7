"""The small agency with texts that would take over a terminal, in every place from which a screen reads."""

from datetime import date
from pathlib import Path

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.recording import Draft, save
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.ids import CaseCode, MeetingId
from supervisor_tui.domain.meetings.kinds import MeetingKind
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.settings import AgencyValue
from supervisor_tui.tui.record_form.kept_drafts import FormPlace, keep
from tests.kit.hostile_app import PAYLOAD
from tests.tui import field_practice
from tests.tui.agency import AMOS, NORTH, NOW, RUTH, an_agency
from tests.tui.at_the_screen import an_app

HOSTILE = PAYLOAD.replace("\ud800", "")
"""Without the half of a character, which no store can hold."""


def hostile_desk(folder: Path) -> Desk:
    """Return a desk where people, programme, meeting, plan, note, draft, setting and duty carry the payload."""
    desk = an_agency(folder)
    people, programmes = desk.store.people, desk.store.programmes
    amos, north = people.seen(AMOS.code), programmes.seen(NORTH.id)
    assert amos is not None
    assert north is not None
    people.replace(amos, msgspec.structs.replace(AMOS, short_name=f"A{HOSTILE}"), RUTH.code)
    programmes.replace(north, msgspec.structs.replace(NORTH, title=f"N{HOSTILE}"), RUTH.code)
    desk.store.meetings.add(
        Meeting(id=MeetingId("M-0001"), kind=MeetingKind.CONFERENCE, starts=NOW, place=HOSTILE), RUTH.code
    )
    save(desk, CaseCode("C-0048"), (Draft(FollowUp(channel=Channel.CALL, note=f"note:{HOSTILE}"), date(2026, 11, 1)),))
    keep(desk, FormPlace(CaseCode("C-0062"), "follow_up"), {"note": f"draft:{HOSTILE}"})
    reason = f"reason:{HOSTILE}"
    desk.store.settings.decide(AgencyValue(field_practice.SET, "review_months", 4, RUTH.code, NOW.date(), reason))
    return desk


def main(folder: str, start: str) -> None:
    """Run the application on it, in a process of its own, from one of the main screens."""
    setattr(field_practice, "DueItem", _hostile_item)  # noqa: B010 - the module of a guidance set, not a class
    an_app(hostile_desk(Path(folder)), start).run()


def _hostile_item(title: str, **more: object) -> DueItem:
    return msgspec.structs.replace(DueItem(f"duty:{HOSTILE}{title}"), **more)
