"""A guidance set's own screen may fail; the application names the set and goes on."""

from collections.abc import Iterable

import pytest
from textual.app import App
from textual.containers import Vertical
from textual.widget import Widget

from supervisor_tui.guidance.guard import Fault
from supervisor_tui.kit.command import command_faults
from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.plugin_screen import FaultPanel, PluginScreen
from supervisor_tui.kit.safe_text import SafeStatic, content


class GoodScreen(PluginScreen):
    def compose_body(self) -> Iterable[Widget]:
        with Vertical():
            yield SafeStatic(content("the ways to exit"), id="ways")
        yield SafeStatic(content("the star"))

    def fill(self) -> None:
        self.query_one("#ways", SafeStatic).update(content("filled"))


class FailsAtOnce(PluginScreen):
    def compose_body(self) -> Iterable[Widget]:
        raise KeyError("Amina's note")


class FailsHalfWay(PluginScreen):
    def compose_body(self) -> Iterable[Widget]:
        with Vertical():
            yield SafeStatic(content("first"))
            raise ValueError("Amina's note")


class GivesNoWidget(PluginScreen):
    def compose_body(self) -> Iterable[Widget]:
        yield "not a widget"  # type: ignore[misc]


class FailsToFill(GoodScreen):
    def fill(self) -> None:
        raise SystemExit(3)


class HostApp(App[None]):
    """An application with nothing but its default screen."""


async def test_a_screen_that_works_is_shown_with_the_footer() -> None:
    app = HostApp()
    async with app.run_test() as pilot:
        await app.push_screen(GoodScreen("prerana_exit"))
        await pilot.pause()

        assert app.screen.query_one("#ways", SafeStatic).text.plain == "filled"
        assert isinstance(app.screen.query_one("#ways").parent, Vertical)
        assert len(app.screen.query(FaultPanel)) == 0
        await pilot.press("escape")
        assert not isinstance(app.screen, PluginScreen)


@pytest.mark.parametrize(
    ("screen", "where", "what"),
    [
        (FailsAtOnce, "compose_body", "KeyError"),
        (FailsHalfWay, "compose_body", "ValueError"),
        (GivesNoWidget, "compose_body", "str where Widget was promised"),
        (FailsToFill, "fill", "SystemExit"),
    ],
)
async def test_a_screen_that_fails_names_its_set_and_the_rest_goes_on(
    screen: type[PluginScreen], where: str, what: str
) -> None:
    app = HostApp()
    async with app.run_test() as pilot:
        opened = screen("prerana_exit")
        await app.push_screen(opened)
        await pilot.pause()

        shown = opened.query_one(FaultPanel)
        assert "prerana_exit" in shown.text.plain
        assert "Amina" not in shown.text.plain
        assert [(fault.plugin, fault.where, fault.what) for fault in opened.faults] == [("prerana_exit", where, what)]
        assert len(opened.query(CommandFooter)) == 1
        await pilot.press("escape")
        assert app.screen is not opened
        assert app.return_code is None


@pytest.mark.parametrize("method", ["compose", "on_mount", "_on_mount"])
def test_a_screen_that_goes_around_the_guard_is_refused(method: str) -> None:
    with pytest.raises(TypeError, match=f"write compose_body and fill, not {method}"):
        type("Around", (PluginScreen,), {method: lambda self: None})


def test_the_fault_is_told_in_words_for_the_reader_and_for_the_author() -> None:
    panel = FaultPanel(Fault("prerana_exit", "fill", "KeyError", "screens.py:12"))

    assert panel.text.plain == (
        "The guidance set prerana_exit could not show this screen. Everything else goes on.\n"
        "For its author: KeyError in fill, screens.py:12. The Plugins screen keeps this."
    )


def test_the_commands_of_a_plugin_screen_are_well_declared() -> None:
    assert command_faults(PluginScreen) == ()
