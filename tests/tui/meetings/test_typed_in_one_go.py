"""What is sent to a real terminal in one go stands in the minutes line by line, whatever the program is busy with."""

from pathlib import Path

from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.meetings.minutes import LineKind, lines_that_stand
from supervisor_tui.store.open_store import unlock
from tests.pty_terminal import bytes_sent_by, needs_a_pty
from tests.tui.agency import PASSPHRASE

PROGRAM = "from tests.tui.meetings.typing_app import main; main({folder!r})"
KEYS = (
    b"g nobody on Saturdays\rs the fishing group pays\ra call the school\tLeila\ttue\tbooks\rn goals met\t, quietly\r"
)


@needs_a_pty
def test_four_lines_sent_in_one_go_are_four_lines(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    bytes_sent_by(
        PROGRAM.format(folder=str(folder)), keys=KEYS, columns=120, rows=40, awaits=(b"decision", b"note saved")
    )
    store = unlock(folder, "Ruth", PASSPHRASE)
    lines = lines_that_stand(store.minutes.of(MeetingId("M-0001")))
    store.close()
    assert sorted((line.text, line.kind, line.owner, line.need) for line in lines) == [
        ("call the school", LineKind.ACTION, "W-05", "books"),
        ("goals met, quietly", LineKind.NOTE, "", ""),
        ("nobody on Saturdays", LineKind.GAP, "", ""),
        ("the fishing group pays", LineKind.STRENGTH, "", ""),
    ]
