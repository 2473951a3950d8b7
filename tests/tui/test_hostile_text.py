"""No text of a case acts on the terminal, on any main screen, in a form, or in the window's title."""

from pathlib import Path

import pytest

from supervisor_tui.domain.shown_text import shown
from tests.kit.hostile_app import NEVER_SENT
from tests.pty_terminal import bytes_sent_by, needs_a_pty, sent_in_some_run
from tests.tui.hostile_agency import HOSTILE

SEEN = shown(HOSTILE)[:4].encode()
PASTED = b"//" + HOSTILE.replace("\x1b", "").encode()


@needs_a_pty
@pytest.mark.parametrize(
    ("start", "keys", "seen_after"),
    [
        pytest.param("today", b"", b"duty:", id="today"),
        pytest.param("today", b"w", b"A", id="by caseworker"),
        pytest.param("today", b"G", b"A", id="the team"),
        pytest.param("today", b"jjjjj\r", b"draft:", id="a form with a draft"),
        pytest.param("caseload", b"", b"duty:", id="caseload"),
        pytest.param("caseload", PASTED, b"A", id="filter"),
        pytest.param("schedule", b"\r", b"duty:", id="schedule"),
        pytest.param("schedule", b"m", b"A", id="month"),
        pytest.param("settings", b"G\r", b"A", id="settings"),
    ],
)
def test_no_byte_of_a_hostile_text_acts_on_the_terminal(
    tmp_path: Path, start: str, keys: bytes, seen_after: bytes
) -> None:
    def run(number: int) -> bytes:
        program = f"from tests.tui.hostile_agency import main; main({str(tmp_path / f'store-{number}')!r}, {start!r})"
        return bytes_sent_by(program, keys=keys, columns=140, rows=45)

    sent = sent_in_some_run(run, [seen_after + SEEN])
    assert [bad for bad in NEVER_SENT if bad in sent] == []
    assert seen_after + SEEN in sent


@needs_a_pty
def test_the_title_of_the_terminal_says_nothing_of_a_case(tmp_path: Path) -> None:
    program = f"from tests.tui.hostile_agency import main; main({str(tmp_path / 'store')!r}, 'today')"
    sent = bytes_sent_by(program)
    titles = [
        part.split(b"\x07")[0].split(b"\x1b\\")[0] for part in sent.split(b"\x1b]")[1:] if part[:2] in {b"0;", b"2;"}
    ]
    assert [title for title in titles if title != b"2;supervisor-tui"] == []
