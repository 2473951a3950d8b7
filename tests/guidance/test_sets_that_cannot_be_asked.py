"""A set that is in force but cannot be asked is never taken for one that asks for nothing."""

from datetime import date

from supervisor_tui.domain.due import DueState, due_state
from supervisor_tui.guidance.discovery import load
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.testing import a_case, a_programme, registered

TODAY = date(2026, 11, 21)


def _will_not_import() -> object:
    raise ImportError("a library is missing")


def test_what_a_set_asks_for_that_is_not_installed_is_unknown() -> None:
    case = a_case(registered("2026-01-01"), programme=a_programme("agencys_own"))
    due = PluginHost(()).due_items(case, TODAY)
    assert [(found.set, [due_state(item, TODAY) for item in found.items]) for found in due] == [
        ("agencys_own", [DueState.UNKNOWN])
    ]


def test_what_a_set_asks_for_that_does_not_load_is_unknown() -> None:
    case = a_case(registered("2026-01-01"), programme=a_programme("agencys_own"))
    due = PluginHost(load([("agencys_own", _will_not_import)])).due_items(case, TODAY)
    assert [(found.set, [due_state(item, TODAY) for item in found.items]) for found in due] == [
        ("agencys_own", [DueState.UNKNOWN])
    ]


def test_a_set_that_nobody_switched_on_asks_for_nothing() -> None:
    case = a_case(registered("2026-01-01"), programme=a_programme())
    assert PluginHost(load([("agencys_own", _will_not_import)])).due_items(case, TODAY) == ()
