"""A text in a case file never becomes a command to the terminal, whichever widget shows it."""

import pytest

from supervisor_tui.domain.shown_text import shown
from tests.kit.hostile_app import NEVER_SENT, PAYLOAD
from tests.pty_terminal import bytes_sent_by, needs_a_pty, sent_in_some_run

SHOWN_IN = (
    "static",
    "line",
    "row",
    "group",
    "value",
    "pasted",
    "placeholder",
    "area",
    "second",
    "border",
    "toast",
    "title",
    "note",
    "paragraph",
    "heading",
    "panel",
    "form",
    "answer",
)


@needs_a_pty
def test_no_byte_of_a_hostile_text_acts_on_the_terminal() -> None:
    awaited = [f"{where}:{shown(PAYLOAD)[:20]}".encode() for where in SHOWN_IN]
    program = "from tests.kit.hostile_app import HostileApp; HostileApp().run()"
    sent = sent_in_some_run(lambda _number: bytes_sent_by(program, rows=50, columns=120), awaited)

    assert [bad for bad in NEVER_SENT if bad in sent] == []
    assert [where for where in SHOWN_IN if f"{where}:{shown(PAYLOAD)[:20]}".encode() not in sent] == []


@needs_a_pty
def test_the_judge_sees_what_textual_lets_through() -> None:
    sent = bytes_sent_by(
        "from textual.app import App\n"
        "from textual.widgets import Static\n"
        "class Leaking(App[None]):\n"
        "    def compose(self):\n"
        "        yield Static('\\x1b]0;OWNED\\x07', markup=False)\n"
        "Leaking().run()"
    )

    assert b"\x1b]0;OWNED" in sent


def test_a_bare_text_is_refused() -> None:
    from supervisor_tui.kit.safe_text import SafeStatic

    with pytest.raises(TypeError, match="not as str"):
        SafeStatic("[IMPORTANT]")  # type: ignore[arg-type]
