"""The bytes that an application really sends to a terminal: the judge of whether a text was made safe.

Textual's own test harness stops before the driver, so that an escape sequence inside a text passes it unseen.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping
from time import monotonic

import pytest

needs_a_pty = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")

_QUIET_SECONDS = 0.7
_BUSY_SECONDS = 8.0
_LONGEST_SECONDS = 40.0


def bytes_sent_by(
    program: str,
    *,
    keys: bytes = b"",
    columns: int = 100,
    rows: int = 30,
    environment: Mapping[str, str] | None = None,
    awaits: Collection[bytes] = (),
) -> bytes:
    """Run a Python program in a pseudo-terminal until it is quiet, press `keys`, wait again, end it; return its output.

    `program` is source code, such as `from tests.kit.hostile_app import HostileApp; HostileApp().run()`. What it
    `awaits` is waited for longer, so that a busy machine is not taken for a quiet program.
    """
    import fcntl
    import pty
    import struct
    import termios

    terminal, its_end = pty.openpty()
    fcntl.ioctl(its_end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    variables = {
        **os.environ,
        "COLUMNS": str(columns),
        "LINES": str(rows),
        "TERM": "xterm-256color",
        "TEXTUAL_ANIMATIONS": "none",
        **(environment or {}),
    }
    running = subprocess.Popen(
        [sys.executable, "-c", program], stdin=its_end, stdout=its_end, stderr=its_end, env=variables
    )
    os.close(its_end)
    try:
        sent = _until_quiet(terminal, awaits if not keys else ())
        if keys:
            os.write(terminal, keys)
            sent += _until_quiet(terminal, awaits)
    finally:
        running.kill()
        running.wait()
        os.close(terminal)
    return sent


def sent_in_some_run(run: Callable[[int], bytes], texts: Collection[bytes], most: int = 4) -> bytes:
    """Return what every run sent, running again (with the number of the run) until each text was sent in one piece.

    On a busy machine a notice can lie over a line before it is drawn for the first time, and its text is then never
    sent in one piece; what must never be sent is looked for in all the runs.
    """
    sent = b""
    for number in range(most):
        sent += run(number)
        if all(text in sent for text in texts):
            break
    return sent


def _until_quiet(terminal: int, awaits: Collection[bytes]) -> bytes:
    """Read until nothing has come for a moment; the first bytes, and what is awaited, are waited for longer."""
    import select

    sent = b""
    begun = monotonic()
    while monotonic() - begun < _LONGEST_SECONDS:
        is_there = b"\x1b[" in sent and len(sent) > 500 and all(text in sent for text in awaits)
        patience = _QUIET_SECONDS if is_there else _BUSY_SECONDS
        if not select.select([terminal], [], [], patience)[0]:
            break
        try:
            part = os.read(terminal, 65536)
        except OSError:
            break
        if not part:
            break
        sent += part
    return sent
