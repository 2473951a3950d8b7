"""The power fails in the middle of a sentence: the meeting opens again at its case, with the words in the line."""

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
from supervisor_tui.store.open_store import Store, unlock
from supervisor_tui.tui.meetings.entry_line import KEEP_SECONDS
from supervisor_tui.tui.meetings.typed_line import TypedLine
from tests.pty_terminal import needs_a_pty
from tests.tui.agency import PASSPHRASE

MOST_SECONDS = 30.0
PROGRAM = "from tests.tui.meetings.typing_app import {what}; {what}({folder!r})"
SENTENCE = "d both stay at the aunt's until Friday"
PLACE = "meeting/M-0001/C-0048"


def test_less_than_a_second_of_what_is_typed_can_be_lost() -> None:
    assert KEEP_SECONDS < 1


@needs_a_pty
def test_after_kill_9_the_meeting_opens_at_its_case_with_the_words_in_the_line(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    terminal, running = _in_a_terminal(PROGRAM.format(what="main", folder=str(folder)))
    try:
        _until(terminal, b"decision")
        os.write(terminal, b"n the aunt is here\r")
        _until(terminal, b"note saved \\d\\d:\\d\\d:\\d\\d")
        os.write(terminal, b"\x0e")
        _until(terminal, b"2 of 2")
        os.write(terminal, SENTENCE.encode())
        _until(terminal, b"draft kept \\d\\d:\\d\\d:\\d\\d")
        store = unlock(folder, "Ruth", PASSPHRASE)
        _until_kept(store, SENTENCE)
    finally:
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        os.close(terminal)
    assert [line.text for line in store.minutes.of(MeetingId("M-0001"))] == ["the aunt is here"]
    store.close()

    terminal, running = _in_a_terminal(PROGRAM.format(what="again", folder=str(folder)))
    try:
        drawn = _until(terminal, re.escape(SENTENCE.encode()))
    finally:
        running.kill()
        running.wait()
        os.close(terminal)
    assert b"2 of 2" in drawn


def _until_kept(store: Store, words: str) -> None:
    """Wait until everything that was typed is kept."""
    begun = monotonic()
    while monotonic() - begun < MOST_SECONDS:
        kept = {one.place: one.text for one in store.drafts.of(PersonCode("S-01"))}
        if PLACE in kept and msgspec.json.decode(kept[PLACE], type=TypedLine).text == words:
            return
        select.select([], [], [], 0.1)
    raise AssertionError(f"{words} was never kept")


def _in_a_terminal(program: str) -> tuple[int, subprocess.Popen[bytes]]:
    import fcntl
    import pty
    import struct
    import termios

    terminal, its_end = pty.openpty()
    fcntl.ioctl(its_end, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    variables = {**os.environ, "TERM": "xterm-256color", "TEXTUAL_ANIMATIONS": "none"}
    running = subprocess.Popen(
        [sys.executable, "-c", program], stdin=its_end, stdout=its_end, stderr=its_end, env=variables
    )
    os.close(its_end)
    return terminal, running


def _until(terminal: int, words: bytes) -> bytes:
    """Read what the program draws until it has drawn these words; return it without what moves the cursor."""
    drawn = b""
    begun = monotonic()
    while monotonic() - begun < MOST_SECONDS:
        if select.select([terminal], [], [], 1.0)[0]:
            drawn += os.read(terminal, 65536)
        plain = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", drawn)
        if re.search(words, plain):
            return plain
    raise AssertionError(f"{words!r} was never drawn")
