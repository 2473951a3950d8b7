"""What goes out about the demo agency's meetings holds no name of its identities, and nobody's address."""

from collections.abc import Iterator

import pytest

from supervisor_tui.casework.demo_store import make_demo_store
from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.meetings.calendar_entry import meeting_calendar
from supervisor_tui.casework.meetings.paper_kit import meeting_kit
from supervisor_tui.casework.meetings.presentation import presentation
from supervisor_tui.casework.meetings.sheets_on_paper import sheets_on_paper
from supervisor_tui.domain.meetings.kinds import MeetingKind
from tests.demo.opened import SATURDAY, agency, host

LATEST = 6


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    store = make_demo_store(tmp_path_factory.mktemp("demo") / "store", SATURDAY)
    yield Desk(store, host(), agency().people[0], lambda: SATURDAY)
    store.close()


@pytest.mark.parametrize("kind", [MeetingKind.MANAGEMENT, MeetingKind.CONFERENCE])
def test_no_name_stands_in_calendar_sheets_or_papers(desk: Desk, kind: MeetingKind) -> None:
    latest = [one for one in desk.store.meetings.all() if one.kind is kind][-LATEST:]
    out = "".join(
        meeting_calendar(desk, one.id).decode()
        + sheets_on_paper(one.id, presentation(desk, one.id)).markdown
        + meeting_kit(desk, one.id).markdown
        for one in latest
    ).replace("\r\n ", "")
    kept = [text for one in agency().identities.values() for text in (one.name, one.address) if text]
    assert latest
    assert kept
    assert [text for text in kept if text in out] == []
    assert ("Demo Child" in out, "Example Road" in out) == (False, False)
