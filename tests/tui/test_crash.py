"""When the program breaks, no word of a case is printed or written: Textual would print every local variable."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from supervisor_tui.tui.crash import crash_report, crash_sentence, quiet_excepthook, write_report
from tests.pty_terminal import bytes_sent_by, needs_a_pty
from tests.tui.crashing_app import CASE_WORDS


@needs_a_pty
def test_a_crash_prints_a_sentence_and_no_word_of_a_case(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    sent = bytes_sent_by(f"from tests.tui.crashing_app import main; main({str(folder)!r})", columns=300).decode()
    (report,) = (folder / "crashes").iterdir()
    said = report.read_text(encoding="utf-8")
    assert "Something broke and the program stopped." in sent
    assert report.name in sent
    assert [word for word in CASE_WORDS.split() if len(word) > 3 and word in sent + said] == []
    assert "ValueError" in said
    assert "tests/tui/crashing_app.py:" in said


def inner() -> None:
    raise KeyError(CASE_WORDS)


def outer() -> None:
    try:
        inner()
    except KeyError as cause:
        raise RuntimeError(CASE_WORDS) from cause


def broken() -> Exception:
    with pytest.raises(RuntimeError) as caught:
        outer()
    return caught.value


def test_a_report_names_every_error_of_the_chain_and_its_places() -> None:
    lines = crash_report(broken()).splitlines()
    assert [line for line in lines if not line.startswith("  ")] == ["builtins.KeyError", "", "builtins.RuntimeError"]
    places = [line.split()[-1] for line in lines if "tests/tui/test_crash.py:" in line]
    assert places == ["outer", "inner", "broken", "outer"]


def test_a_report_that_cannot_be_written_is_no_second_crash(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", encoding="utf-8")
    path = write_report(broken(), datetime(2026, 11, 21, 9, 31, tzinfo=UTC), taken)
    assert path is None
    assert "What was shown as saved is saved." in crash_sentence(path)


def test_outside_of_the_screens_the_same_sentence_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("supervisor_tui.tui.crash.user_state_path", lambda *_names, **_more: tmp_path)
    error = broken()
    quiet_excepthook(type(error), error, None)
    said = capsys.readouterr().err
    assert "Something broke" in said
    assert CASE_WORDS not in said
