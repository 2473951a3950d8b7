"""The power fails in the middle of a sentence: what was shown as kept is there when the meeting is opened again."""

import os
import re
import select
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic

import msgspec

from supervisor_tui.domain.ids import MeetingId, PersonCode
from supervisor_tui.store.open_store import unlock
from supervisor_tui.tui.meetings.typed_line import TypedLine
from tests.pty_terminal import needs_a_pty
from tests.tui.agency import PASSPHRASE

MOST_SECONDS = 30.0
PROGRAM = "from tests.tui.meetings.typing_app import main; main({folder!r})"
SENTENCE = "d the children stay together at the aunt because she has"


@needs_a_pty
def test_what_was_shown_as_kept_is_there_after_kill_9(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    terminal, running = _in_a_terminal(PROGRAM.format(folder=str(folder)))
    try:
        _until(terminal, b"decision")
        os.write(terminal, b"n the aunt is here\r")
        _until(terminal, b"note saved \\d\\d:\\d\\d:\\d\\d")
        os.write(terminal, SENTENCE.encode())
        _until(terminal, b"draft kept \\d\\d:\\d\\d:\\d\\d")
    finally:
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        os.close(terminal)
    store = unlock(folder, "Ruth", PASSPHRASE)
    _case_in_front, draft = store.drafts.of(PersonCode("S-01"))
    kept = msgspec.json.decode(draft.text, type=TypedLine)
    lines = store.minutes.of(MeetingId("M-0001"))
    store.close()
    assert (draft.place, SENTENCE.startswith(kept.text), len(kept.text) > 0) == ("meeting/M-0001/C-0117", True, True)
    assert [line.text for line in lines] == ["the aunt is here"]


def _in_a_terminal(program: str) -> tuple[int, subprocess.Popen[bytes]]:
    import fcntl
    import pty
    import struct
    import termios

    terminal, its_end = pty.openpty()
    fcntl.ioctl(its_end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    variables = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
    running = subprocess.Popen(
        [sys.executable, "-c", program], stdin=its_end, stdout=its_end, stderr=its_end, env=variables
    )
    os.close(its_end)
    return terminal, running


def _until(terminal: int, words: bytes) -> None:
    """Read what the program draws until it has drawn these words."""
    drawn = b""
    begun = monotonic()
    while monotonic() - begun < MOST_SECONDS:
        if select.select([terminal], [], [], 1.0)[0]:
            drawn += os.read(terminal, 65536)
        if re.search(words, re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", drawn)):
            return
    raise AssertionError(f"{words!r} was never drawn")
