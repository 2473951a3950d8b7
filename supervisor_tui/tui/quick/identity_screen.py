"""Who a code stands for, shown because somebody asked; written into the identities file and nowhere else.

What is typed here is kept in no draft: a draft would put a name into the cases file.
"""

from collections.abc import Iterable

from textual.widget import Widget

from supervisor_tui.casework.identity import Identity, write_down
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.wording import _

__all__ = ["IdentityScreen"]

BETWEEN = ";"


class IdentityScreen(Dialog[bool]):
    """Names, people close to the child, address and contacts; several are parted by a semicolon."""

    def __init__(self, identity: Identity) -> None:
        super().__init__()
        self.identity = identity

    def heading(self) -> str:
        """Name the case."""
        return _("Who {code} is").format(code=self.identity.case)

    def rows(self) -> Iterable[Widget]:
        """Return the lines, as they were written down."""
        words = _("Shown because you asked, and noted in the audit log. A semicolon parts several.")
        yield SafeStatic(content(words), classes="hint")
        for name, label, value in (
            ("names", _("Name"), _joined(self.identity.names)),
            ("relatives", _("Close to the child"), _joined(self.identity.relatives)),
            ("address", _("Address"), self.identity.address),
            ("contacts", _("Contacts"), _joined(self.identity.contacts)),
        ):
            yield labelled(label, SafeInput(value, id=name))

    def save(self) -> None:
        """Write it down."""
        try:
            write_down(
                self.desk,
                self.identity,
                names=_parted(self.line("names")),
                relatives=_parted(self.line("relatives")),
                address=self.line("address"),
                contacts=_parted(self.line("contacts")),
            )
        except StoreProblem as problem:
            self.say(str(problem))
        else:
            self.dismiss(result=True)


def _joined(texts: tuple[str, ...]) -> str:
    return f"{BETWEEN} ".join(texts)


def _parted(text: str) -> list[str]:
    return text.split(BETWEEN)
