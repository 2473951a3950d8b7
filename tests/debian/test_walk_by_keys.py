"""The main job by keys alone, in a real terminal, on the demo agency; and what a power cut leaves."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from supervisor_tui.casework.demo_store import DEMO_PASSPHRASE
from tests.debian.terminal import Terminal

pytestmark = [pytest.mark.debian, pytest.mark.skipif(sys.platform == "win32", reason="tmux is of POSIX")]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    folder = tmp_path / "store"
    made = subprocess.run(
        [sys.executable, "-m", "supervisor_tui", "--store", str(folder), "demo", "--store-only"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.stdout.strip() == DEMO_PASSPHRASE, made.stderr
    return folder


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    assert shutil.which("tmux"), "these tests need tmux"
    opened = Terminal(tmp_path / "tmux")
    yield opened
    opened.close()


def unlocked(terminal: Terminal, store: Path) -> None:
    terminal.start("--store", str(store), "--person", "ruth")
    terminal.shows("Passphrase")
    terminal.press(f"={DEMO_PASSPHRASE}", "Enter")
    terminal.shows("ACT NOW", "TEAM")


def in_a_new_conference(terminal: Terminal) -> str:
    """Go from Today over a late case and its closing view into a new conference; return the case's code."""
    late = terminal.screen().partition("ACT NOW")[2]
    code = next(word for word in late.split() if word.startswith("C-"))
    terminal.press("/", f"={code}", "Enter")
    terminal.shows(code, "DUE NEXT")
    terminal.press("c")
    terminal.shows(f"Closing · {code}")
    terminal.press("m")
    terminal.shows("New meeting", code)
    terminal.press("=2030-01-15 14:00", "F2")
    terminal.shows("MINUTES", code)
    return code


def with_cursor_on(terminal: Terminal, text: str) -> None:
    """Go down until the cursor's line holds a text."""
    for _step in range(60):
        line = next((line for line in terminal.screen().splitlines() if line.startswith("▸")), "")
        if text in line:
            return
        terminal.press("j")
    raise AssertionError(f"the cursor never came to {text}\n{terminal.screen()}")


def test_from_today_to_the_action_in_the_plan_by_keys_alone(terminal: Terminal, store: Path) -> None:
    unlocked(terminal, store)
    code = in_a_new_conference(terminal)
    terminal.press("=d move to the aunt because it is safe there", "Enter")
    terminal.shows("move to the aunt")
    terminal.press("=d a call every day until then", "Enter")
    terminal.shows("a call every day")
    terminal.press("=a find a night shelter", "Tab", "=W-04", "Tab", "=+3d", "Enter")
    terminal.shows("find a night shelter")
    terminal.press("F4")
    terminal.shows(code, "DUE NEXT")
    terminal.press("]")
    terminal.shows("GOALS", "find a night shelter")


def test_what_was_shown_as_kept_is_there_after_the_program_is_killed(terminal: Terminal, store: Path) -> None:
    unlocked(terminal, store)
    in_a_new_conference(terminal)
    terminal.press("=d this line was saved", "Enter")
    terminal.shows("this line was saved", "saved")
    terminal.press("=a this one was only typ")
    terminal.shows("draft kept")
    terminal.kill()

    unlocked(terminal, store)
    terminal.press("4")
    terminal.shows("AHEAD", "M-0001")
    with_cursor_on(terminal, "M-0001")
    terminal.press("Enter")
    terminal.shows("this line was saved", "this one was only typ")
