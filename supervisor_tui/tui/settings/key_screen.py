"""Giving somebody a key of their own: their passphrase, typed by them, and whether names may be read with it."""

from asyncio import to_thread
from collections.abc import Iterable

from textual import work
from textual.widget import Widget

from supervisor_tui.casework.passphrases import passphrase_fault
from supervisor_tui.domain.people import Person
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content, tell
from supervisor_tui.kit.tones import Tone
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import _

__all__ = ["KeyScreen"]


class KeyScreen(Dialog[bool]):
    """Asks the person for a passphrase, twice."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.person = person
        self._is_giving = False

    def heading(self) -> str:
        """Name the person."""
        return _("A key for {who}").format(who=self.person.short_name)

    def rows(self) -> Iterable[Widget]:
        """Return the lines."""
        words = _("{who} types a passphrase of their own; nobody else needs to know it.")
        yield SafeStatic(content(words.format(who=self.person.short_name)), classes="hint")
        yield labelled(_("Passphrase"), SafeInput(password=True, id="passphrase"))
        yield labelled(_("Once more"), SafeInput(password=True, id="again"))
        yield labelled(_("May read names?"), SafeInput(_("no"), placeholder=_("yes or no"), id="names"))

    def save(self) -> None:
        """Make the key; asked for again meanwhile, it is still made once."""
        if self._is_giving:
            return
        passphrase = self.query_one("#passphrase", SafeInput).value
        if fault := passphrase_fault(passphrase, self.query_one("#again", SafeInput).value):
            self.point_at("passphrase", fault)
            return
        names = self.line("names").casefold()
        if names not in {_("yes"), _("no")}:
            self.point_at("names", _("Type yes or no: may this person open the identities file?"))
            return
        self.say(_("One moment …"), Tone.QUIET)
        self._is_giving = True
        self._give(passphrase, identities=names == _("yes"))

    @work
    async def _give(self, passphrase: str, *, identities: bool) -> None:
        try:
            await to_thread(self.desk.store.give_key, self.person, passphrase, identities=identities)
        except StoreProblem as problem:
            self._is_giving = False
            self.say(str(problem))
        else:
            self.dismiss(result=True)
            tell(self, _("{who} has a key.").format(who=self.person.short_name))

    def action_leave_dialog(self) -> None:
        """Leave; a key that is being made is waited for, so that one knows of it."""
        if not self._is_giving:
            self.dismiss()
