"""A store of a small agency and a way to run commands on it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from supervisor_tui.cli.main import run
from tests.tui.agency import PASSPHRASE, an_agency


class Printed(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Printed]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with a few cases, unlocked through the environment."""
    desk = an_agency(tmp_path / "store")
    desk.store.close()
    monkeypatch.setenv("SUPERVISOR_TUI_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("SUPERVISOR_TUI_PERSON", "Ruth")
    monkeypatch.setenv("SUPERVISOR_TUI_PASSPHRASE", PASSPHRASE)
    return tmp_path


@pytest.fixture
def command(folder: Path, run_here: Run) -> Run:
    """Run a command line in this process, on that store."""
    assert folder.is_dir()
    return run_here


@pytest.fixture
def run_here(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in this process."""

    def ran(*arguments: str) -> Printed:
        code = run(arguments)
        return Printed(code, *capfd.readouterr())

    return ran
