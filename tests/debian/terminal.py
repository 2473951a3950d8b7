"""A real terminal: tmux from Debian's packages, with keys pressed and the screen read as a person does."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PATIENCE_SECONDS = 60.0


class Terminal:
    """A program in a tmux session of its own server, so that nobody else's sessions are touched."""

    def __init__(self, socket: Path, columns: int = 120, rows: int = 40) -> None:
        self._socket = socket
        self._size = (str(columns), str(rows))

    def start(self, *arguments: str) -> None:
        """Run `supervisor-tui` with these arguments."""
        command = ["exec", sys.executable, "-m", "supervisor_tui", *arguments]
        columns, rows = self._size
        quoted = " ".join(f"'{part}'" if index else part for index, part in enumerate(command))
        self._tmux("new-session", "-d", "-s", "walk", "-x", columns, "-y", rows, quoted)

    def press(self, *keys: str) -> None:
        """Press keys by tmux's names (`Enter`, `F2`, `C-n`), or type a text that begins with `=`."""
        for key in keys:
            if key.startswith("="):
                self._tmux("send-keys", "-t", "walk", "-l", key[1:])
            else:
                self._tmux("send-keys", "-t", "walk", key)
            time.sleep(0.2)

    def screen(self) -> str:
        """Return what stands on the screen."""
        return self._tmux("capture-pane", "-p", "-t", "walk")

    def shows(self, *texts: str) -> str:
        """Wait until every text stands on the screen, and return it; fail with the screen where it does not."""
        until = time.monotonic() + PATIENCE_SECONDS
        seen = ""
        while time.monotonic() < until:
            seen = self.screen()
            if all(text in seen for text in texts):
                return seen
            time.sleep(0.2)
        missing = [text for text in texts if text not in seen]
        raise AssertionError(f"not on the screen: {missing}\n{seen}")

    def kill(self) -> None:
        """Kill the program as a power cut would: at once."""
        pid = int(self._tmux("list-panes", "-t", "walk", "-F", "#{pane_pid}").strip())
        os.kill(pid, signal.SIGKILL)
        while self._has_session():
            time.sleep(0.1)

    def close(self) -> None:
        """End the server."""
        subprocess.run(["tmux", "-S", str(self._socket), "kill-server"], capture_output=True, check=False)

    def _has_session(self) -> bool:
        done = subprocess.run(["tmux", "-S", str(self._socket), "has-session"], capture_output=True, check=False)
        return done.returncode == 0

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-S", str(self._socket), "-f", "/dev/null", *arguments],
            capture_output=True,
            text=True,
            check=False,
            env={name: value for name, value in os.environ.items() if name not in {"COLUMNS", "LINES"}},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
