"""A screen of a set's own, for tests."""

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.settings import Settings
from supervisor_tui.kit.plugin_screen import PluginScreen
from supervisor_tui.kit.safe_text import Line, content


class OwnScreen(PluginScreen):
    def __init__(self, cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> None:
        super().__init__("field_practice")
        self.words = f"{len(cases)} cases on {as_of.isoformat()}, review every {settings.number('review_months')}"

    def compose_body(self) -> Iterable[Widget]:
        yield Line(content(self.words))
