"""No text of a case, of its closing or of minutes acts on the terminal."""

from pathlib import Path

import pytest

from supervisor_tui.domain.shown_text import shown
from tests.kit.hostile_app import NEVER_SENT
from tests.pty_terminal import bytes_sent_by, needs_a_pty, sent_in_some_run
from tests.tui.hostile_agency import HOSTILE

SEEN = shown(HOSTILE)[:4]


@needs_a_pty
@pytest.mark.parametrize(
    ("screen", "keys", "words"),
    [
        pytest.param("case", b"", ("noted:", "decided:", "action:"), id="case file"),
        pytest.param("case", b"]", ("action:",), id="plan"),
        pytest.param("case", b"G\r", (), id="a record"),
        pytest.param("closing", b"e", ("asked:",), id="closing"),
        pytest.param("meeting", b"", ("minute:", "decided:", "action:", "draft:"), id="meeting"),
        pytest.param("meeting", b"\x1bOQ", ("label:", "agency:"), id="people"),
        pytest.param("meeting", b"\r", (), id="an unknown person"),
        pytest.param("meeting", b"\x1b[17~", ("place:",), id="changing the meeting"),
    ],
)
def test_no_byte_of_a_hostile_text_acts_on_the_terminal(
    tmp_path: Path, screen: str, keys: bytes, words: tuple[str, ...]
) -> None:
    def run(number: int) -> bytes:
        folder = str(tmp_path / f"store-{number}")
        program = f"from tests.tui.meetings.hostile_meeting import main; main({folder!r}, {screen!r})"
        return bytes_sent_by(program, keys=keys, columns=150, rows=48)

    sent = sent_in_some_run(run, [(word + SEEN).encode() for word in words])
    assert [bad for bad in NEVER_SENT if bad in sent] == []
    assert [word for word in words if (word + SEEN).encode() not in sent] == []
