"""The recovery key, shown once, to be written down on paper."""

from collections.abc import Iterable

from textual.widget import Widget

from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.tui.dialog import Dialog, LeaveDialog, labelled
from supervisor_tui.wording import N_, _

__all__ = ["RecoveryKeyScreen"]


class RecoveryKeyScreen(Dialog[bool]):
    """Goes away when the end of the key was typed from the paper."""

    HEADING = N_("Write this down")

    def __init__(self, recovery_key: str) -> None:
        super().__init__()
        self.recovery_key = recovery_key

    def rows(self) -> Iterable[Widget]:
        """Return the key and the line that proves it was written down."""
        words = _(
            "This key opens the store when every passphrase is forgotten. It is shown once. "
            "Write it on paper and lock the paper away, not beside this computer."
        )
        yield SafeStatic(content(words), classes="hint")
        yield SafeStatic()
        yield SafeStatic(content(self.recovery_key, "bold"), id="recovery-key")
        yield SafeStatic()
        yield labelled(_("Its last group"), SafeInput(placeholder=_("typed from the paper"), id="last"))

    def on_mount(self) -> None:
        """Begin in the line."""
        self.query_one("#last", SafeInput).focus()

    def save(self) -> None:
        """Go on if the paper holds the key."""
        last = self.recovery_key.replace(" ", "-").rpartition("-")[2]
        if self.line("last").upper() != last.upper():
            self.point_at("last", _("That is not the last group. Look at the paper once more."))
            return
        self.dismiss(result=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer no way around the paper: the key is shown only once."""
        return action != LeaveDialog.name() and super().check_action(action, parameters)
