"""Screens that guidance sets bring: opened from the settings screen and from the palette, each behind the guard."""

from asyncio import to_thread
from functools import partial
from pkgutil import resolve_name

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.shown_text import shown
from supervisor_tui.guidance.guard import Fault, guarded
from supervisor_tui.guidance.panels import CaseScreenSource, ScreenSource
from supervisor_tui.kit.safe_text import content, tell
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui import doors
from supervisor_tui.tui.desk_app import DeskApp
from supervisor_tui.tui.main_screens import case_in_hand
from supervisor_tui.wording import _

__all__ = ["ScreensOfSets", "open_screen_of_set", "screens_of_sets"]

ABOUT_A_CASE = "case/"
"""What the name of a screen about the case in hand begins with."""


def screens_of_sets(app: DeskApp) -> dict[str, tuple[SetId, ScreenSource]]:
    """Return the screens by the set's id, a dot and the screen's id."""
    return {f"{set_id}.{source.id}": (set_id, source) for set_id, source in app.desk.host.screens()}


async def open_screen_of_set(app: DeskApp, name: str) -> None:
    """Open a screen with every case as it stands, the day, and the set's settings.

    One that cannot be made is named, and everything else goes on.
    """
    set_id, source = screens_of_sets(app)[name]
    desk = app.desk
    app.notice = _("reading every case …")
    try:
        cases = await to_thread(lambda: tuple(desk.cases()))
    except StoreProblem as problem:
        tell(app.screen, str(problem), severity="error")
        return
    finally:
        app.notice = ""
    settings = desk.host.settings(set_id, None)
    made = guarded(set_id, source.screen, lambda: resolve_name(source.screen)(cases, desk.as_of, settings))
    if isinstance(made, Screen):
        app.push_screen(made)
        return
    what = made.what if isinstance(made, Fault) else type(made).__name__
    words = _("{set} could not show its screen {title}: {what}. Everything else goes on.")
    tell(app.screen, words.format(set=set_id, title=source.title, what=what), severity="warning")


class ScreensOfSets(Provider):
    """Offers the screens in the palette."""

    async def discover(self) -> Hits:
        """Offer all of them while nothing is typed."""
        for name, source in self._offered():
            yield DiscoveryHit(
                content(f"{source.title}  {source.hint}"), partial(self._open, name), shown(source.title)
            )

    async def search(self, query: str) -> Hits:
        """Offer what matches the typed letters."""
        matcher = self.matcher(query)
        for name, source in self._offered():
            score = matcher.match(f"{source.title} {source.hint}")
            if score > 0:
                yield Hit(
                    score, content(f"{source.title}  {source.hint}"), partial(self._open, name), shown(source.title)
                )

    def _offered(self) -> list[tuple[str, ScreenSource | CaseScreenSource]]:
        app = self.app
        if not isinstance(app, DeskApp) or app.at_desk is None or self.screen.is_modal:
            return []
        of_the_case = app.desk.host.case_screens if case_in_hand(self.screen) else ()
        return [
            *((f"{ABOUT_A_CASE}{source.id}", source) for _set_id, source in of_the_case),
            *((name, source) for name, (_set_id, source) in screens_of_sets(app).items()),
        ]

    async def _open(self, name: str) -> None:
        assert isinstance(self.app, DeskApp)
        code = case_in_hand(self.screen)
        if name.startswith(ABOUT_A_CASE) and code is not None:
            self.app.push_screen(doors.case_picture(code, name.removeprefix(ABOUT_A_CASE)))
        else:
            await open_screen_of_set(self.app, name)
