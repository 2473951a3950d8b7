"""An approval is signed with the approver's own passphrase, whoever sits at the desk."""

from asyncio import to_thread
from collections.abc import Iterable

from textual import work
from textual.widget import Widget

from supervisor_tui.domain.people import Person
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import _

__all__ = ["SignScreen"]


class SignScreen(Dialog[bool]):
    """Asks the approver for their passphrase; answers whether it was theirs."""

    def __init__(self, approver: Person) -> None:
        super().__init__()
        self.approver = approver

    def heading(self) -> str:
        """Name the approver."""
        return _("Signature of {who}").format(who=self.approver.short_name)

    def rows(self) -> Iterable[Widget]:
        """Return the line."""
        words = _("{who} signs here with their own passphrase.").format(who=self.approver.short_name)
        yield SafeStatic(content(words), classes="hint")
        yield labelled(_("Passphrase"), SafeInput(password=True, id="passphrase"))

    def save(self) -> None:
        """Try the passphrase as it was typed: blanks at its ends belong to it, as when the store is unlocked."""
        self.say(_("One moment …"), Tone.QUIET)
        self._try(self.query_one("#passphrase", SafeInput).value)

    @work(exclusive=True)
    async def _try(self, passphrase: str) -> None:
        try:
            signed = await to_thread(self.desk.store.confirm, self.approver, passphrase)
        except StoreProblem as problem:
            self.query_one("#passphrase", SafeInput).clear()
            self.point_at("passphrase", str(problem))
        else:
            self.dismiss(signed == self.approver.code)
