"""A set's screen about one case: every installed one draws any case; one that breaks is named, and the rest goes on."""

from datetime import date

import pytest

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import ProgrammeId, SetId
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.guard import Fault
from supervisor_tui.guidance.host import PluginHost
from supervisor_tui.guidance.panels import CaseScreenSource, Panel, Paragraph
from supervisor_tui.testing import a_case, a_programme, written
from tests.guidance.sets import a_set, host_of

DAY = date(2026, 3, 10)
INSTALLED = PluginHost.discover()


def source(draw: object) -> CaseScreenSource:
    """Return a screen drawn by this."""
    return CaseScreenSource("steps", "Steps", "Where it is.", draw)  # type: ignore[arg-type]


def steps(case: CaseFile, as_of: date, _settings: Settings) -> Panel:
    return Panel("Steps", (Paragraph(f"{case.code} on {as_of.isoformat()}"),))


def broken(_case: CaseFile, _as_of: date, _settings: Settings) -> Panel:
    raise KeyError("a name")


def test_a_screen_about_a_case_is_handed_the_case_the_day_and_the_settings() -> None:
    host = host_of(a_set("first", screens=(source(steps), "not a screen")))
    ((set_id, found),) = host.case_screens

    assert host.screens() == ()
    assert host.panel(set_id, found, a_case(as_of="2026-03-10"), DAY) == steps(
        a_case(), DAY, host.settings(set_id, None)
    )
    assert [fault.where for fault in host.reports()[0].faults] == ["register_screens"]


def test_one_that_breaks_is_named_without_its_words_and_kept() -> None:
    host = host_of(a_set("first", screens=(source(broken),)))
    drawn = host.panel(SetId("first"), source(broken), a_case(), DAY)

    assert isinstance(drawn, Fault)
    assert (drawn.plugin, drawn.where, "a name" in drawn.what) == ("first", "Steps", False)
    assert drawn in host.reports()[0].faults


@pytest.mark.parametrize(
    "known", [(), (written(Registration(programme=ProgrammeId("P")), "2026-03-01"),)], ids=["empty", "registered"]
)
@pytest.mark.parametrize("screen", INSTALLED.case_screens, ids=lambda one: f"{one[0]}.{one[1].id}")
def test_every_installed_screen_draws_a_case_of_which_little_is_known(
    screen: tuple[SetId, CaseScreenSource], known: tuple[object, ...]
) -> None:
    set_id, found = screen
    case = a_case(*known, programme=a_programme(set_id), as_of="2026-03-10")  # type: ignore[arg-type]

    assert isinstance(INSTALLED.panel(set_id, found, case, DAY), Panel)
