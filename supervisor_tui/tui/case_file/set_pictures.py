"""The tab of each guidance set in force in a case file: what the set counts for here, and the picture it draws."""

from collections.abc import Iterable

import msgspec
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import TabbedContent, TabPane

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.programme import SetInForce
from supervisor_tui.guidance.guard import Fault
from supervisor_tui.guidance.panels import Panel
from supervisor_tui.kit.panel_view import PanelView
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.tui.days import full_day
from supervisor_tui.wording import _

__all__ = ["SetPicture", "draw_pictures", "set_pictures"]


class SetPicture(msgspec.Struct, frozen=True):
    """A tab of a set: its place among the tabs, its title, the set with its standing, and what it draws."""

    id: str
    title: str
    of: str
    panel: Panel | Fault

    def widgets(self) -> tuple[Widget, ...]:
        """Return what the tab shows; a set that could not draw says so, and costs no other tab anything."""
        return SafeStatic(content(self.of, Tone.QUIET.style), classes="set-title"), self._drawn()

    def _drawn(self) -> Widget:
        if isinstance(self.panel, Panel):
            return PanelView(self.panel)
        fault = self.panel
        words = _("{plugin} could not draw this: {what} at {place}. The other tabs are not affected.")
        return SafeStatic(content(words.format(plugin=fault.plugin, what=fault.what, place=fault.place), "$text-error"))


def set_pictures(desk: Desk, case: CaseFile, standings: Iterable[SetInForce]) -> tuple[SetPicture, ...]:
    """Have each set in force draw its pictures of a case."""
    return tuple(
        SetPicture(
            f"set-{found.set}-{place}",
            source.title,
            _standing_words(desk, found),
            desk.host.panel(found.set, source, case, desk.as_of),
        )
        for found in standings
        for place, source in enumerate(desk.host.panels(SetId(found.set)))
    )


async def draw_pictures(tabs: TabbedContent, pictures: Iterable[SetPicture], before: str) -> None:
    """Draw each picture in its tab; a tab that is not there yet is added, before the one that is named."""
    for picture in pictures:
        if not tabs.query(f"#{picture.id}"):
            await tabs.add_pane(TabPane(content(picture.title), VerticalScroll(), id=picture.id), before=before)
        scroll = tabs.query_one(f"#{picture.id} VerticalScroll", VerticalScroll)
        await scroll.remove_children()
        await scroll.mount(*picture.widgets())


def _standing_words(desk: Desk, found: SetInForce) -> str:
    guidance = desk.host.set(found.set)
    words = _("{set} · {standing} since {day} · {reason}")
    return words.format(
        set=guidance.title if guidance else found.set,
        standing=found.standing.label,
        day=full_day(found.since),
        reason=found.reason or _("no reason recorded"),
    )
