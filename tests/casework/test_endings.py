"""Where a case stands towards its end; a file that cannot be read whole says so instead of an answer."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.endings import endings_of
from supervisor_tui.casework.recording import Draft, record_of
from supervisor_tui.casework.transfers.acts import TransferAct
from supervisor_tui.domain.records.closing_task import ClosingTask
from tests.casework.transfers.handing_over import CODE, PROPOSED, TODAY, done
from tests.tui.agency import an_agency


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    at_work = an_agency(tmp_path)
    yield at_work
    at_work.store.close()


def test_a_hand_over_is_told_once_one_is_proposed(desk: Desk) -> None:
    before = endings_of(desk, desk.case(CODE))
    done(desk, TransferAct.PROPOSE, PROPOSED)
    after = endings_of(desk, desk.case(CODE))
    assert before is not None
    assert before.hand_over is None
    assert after is not None
    assert after.hand_over is not None


def test_a_record_that_cannot_be_read_leaves_the_question_open(desk: Desk) -> None:
    held = desk.store.records.of(CODE)
    spoiled = msgspec.structs.replace(
        record_of(desk, CODE, Draft(ClosingTask(task="K1", text="x"), TODAY), desk.clock()), body=msgspec.Raw(b"7")
    )
    assert endings_of(desk, desk.case_of(CODE, (*held, spoiled))) is None
