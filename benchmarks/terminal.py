"""Programs in a terminal of their own (a pty): how long until a word is on the screen."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from select import select
from time import perf_counter

__all__ = ["InTerminal", "in_terminal", "there_are_terminals"]

COLUMNS, LINES = 120, 40
PATIENCE_SECONDS = 60.0


def there_are_terminals() -> bool:
    """Say whether this system has ptys."""
    return sys.platform != "win32"


class InTerminal:
    """A program running in a pty."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.started = perf_counter()

    def wait_for(self, word: str) -> float:
        """Read until a word was written, and return the moment. Raises TimeoutError where it never comes."""
        wanted, seen = word.encode(), b""
        until = perf_counter() + PATIENCE_SECONDS
        while perf_counter() < until:
            seen = seen[-len(wanted) :] + self._read(0.5)
            if wanted in seen:
                return perf_counter()
        raise TimeoutError(f"{word!r} was never written")

    def type(self, keys: str) -> float:
        """Type some keys and return the moment."""
        os.write(self._descriptor, keys.encode())
        return perf_counter()

    def rest(self, seconds: float) -> None:
        """Let so much time pass, reading what is written."""
        until = perf_counter() + seconds
        while (left := until - perf_counter()) > 0:
            self._read(left)

    def _read(self, patience: float) -> bytes:
        if self._descriptor not in select([self._descriptor], [], [], patience)[0]:
            return b""
        try:
            return os.read(self._descriptor, 65536)
        except OSError as error:
            raise TimeoutError("the program ended before its word was written") from error


@contextmanager
def in_terminal(command: Sequence[str]) -> Iterator[InTerminal]:
    """Run a Python module with its arguments in a pty, and end it at the end of the block."""
    import fcntl
    import pty
    import signal
    import struct
    import termios

    process, descriptor = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", TEXTUAL_ANIMATIONS="none")
        os.execv(sys.executable, [sys.executable, "-m", *command])
    running = InTerminal(descriptor)
    try:
        fcntl.ioctl(descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        yield running
    finally:
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        os.close(descriptor)
