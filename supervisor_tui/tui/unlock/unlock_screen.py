"""Unlocking: who, and the passphrase. The rest of the program is loaded while somebody types and the key is made."""

from asyncio import to_thread
from collections.abc import Collection
from importlib import import_module

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Input

from supervisor_tui.kit.command_footer import CommandFooter
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.tui.opening import Opening
from supervisor_tui.wording import _

__all__ = ["UnlockScreen"]

LOADED_MEANWHILE = ("supervisor_tui.office", "supervisor_tui.tui.today.today_screen", "supervisor_tui.tui.background")


class UnlockScreen(Screen[None]):
    """Shows where the store is, never who has a key to it."""

    CSS_PATH = "unlock_screen.tcss"

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self.opening = opening
        self.problem = SafeStatic(classes="problem")
        self._is_opening = False

    def compose(self) -> ComposeResult:
        """Lay out the two lines."""
        with Vertical(id="door"):
            yield SafeStatic(content("supervisor-tui", "bold"))
            yield SafeStatic(content(_("Store: {folder}").format(folder=self.opening.folder), "$text-muted"))
            yield SafeStatic()
            with Horizontal(classes="row"):
                yield SafeStatic(content(_("Your name")), classes="label")
                yield SafeInput(self.opening.person or "", id="person")
            with Horizontal(classes="row"):
                yield SafeStatic(content(_("Passphrase")), classes="label")
                yield SafeInput(password=True, id="passphrase")
            yield self.problem
        yield CommandFooter()

    def on_mount(self) -> None:
        """Begin where something is missing; unlock at once where nothing is."""
        self.call_after_refresh(self._load_meanwhile)
        if self.opening.person and self.opening.passphrase is not None:
            self._unlock(self.opening.person, self.opening.passphrase)
        self.query_one("#passphrase" if self.opening.person else "#person").focus()

    def _load_meanwhile(self) -> None:
        self.run_worker(to_thread(_load_the_rest, self.opening.without), group="loading")

    @on(Input.Submitted, "#person")
    def _to_passphrase(self) -> None:
        self.query_one("#passphrase").focus()

    @on(Input.Submitted, "#passphrase")
    def _typed(self) -> None:
        person, passphrase = (self.query_one(f"#{name}", SafeInput).value for name in ("person", "passphrase"))
        if not person.strip():
            self.say(_("Type your name first, as the agency calls you here."))
            self.query_one("#person").focus()
            return
        if not self._is_opening:
            self._unlock(person, passphrase)

    @work(group="unlocking")
    async def _unlock(self, person: str, passphrase: str) -> None:
        from supervisor_tui.store.problems import StoreProblem

        self._is_opening = True
        self.say(_("Opening …"), "$text-muted")
        try:
            desk = await to_thread(self.opening.unlocked, person, passphrase)
        except StoreProblem as problem:
            self._is_opening = False
            typed = self.query_one("#passphrase", SafeInput)
            typed.value = ""
            typed.focus()
            self.say(str(problem))
            return
        from supervisor_tui.tui.desk_app import desk_app

        desk_app(self).sit_down(desk)

    def say(self, text: str, style: str = "bold $text-error") -> None:
        """Say in one sentence what goes on or what is wrong."""
        self.problem.update(content(text, style))


def _load_the_rest(without: Collection[str]) -> None:
    """Load screens and guidance sets; what is wrong with a set is said when it is asked to register."""
    for name in LOADED_MEANWHILE:
        import_module(name)
    from supervisor_tui.guidance.discovery import installed
    from supervisor_tui.guidance.guard import guarded

    for name, load in installed():
        if name not in without:
            guarded(name, "import", load)
