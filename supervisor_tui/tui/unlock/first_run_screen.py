"""The first run: who you are, your passphrase, and where the identities file lies. It makes the store."""

from asyncio import to_thread
from collections.abc import Iterable
from pathlib import Path

from textual import work
from textual.widget import Widget

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.passphrases import passphrase_fault
from supervisor_tui.domain.ids import PersonCode, is_code
from supervisor_tui.domain.people import Person, Role
from supervisor_tui.guidance.forms import FieldType, FormField, Option
from supervisor_tui.kit.form_choice import ChoiceControl
from supervisor_tui.kit.form_controls import NextField
from supervisor_tui.kit.safe_input import SafeInput
from supervisor_tui.kit.safe_text import SafeStatic, content
from supervisor_tui.kit.tones import Tone
from supervisor_tui.store.problems import StoreProblem
from supervisor_tui.tui.dialog import Dialog, labelled
from supervisor_tui.tui.opening import Opening
from supervisor_tui.tui.unlock.recovery_key_screen import RecoveryKeyScreen
from supervisor_tui.wording import N_, _

__all__ = ["NOT_YET", "FirstRunScreen"]

NOT_YET = N_(
    "Not yet for real children: how well this program keeps what it is given has still to be measured. "
    "Try it with made-up cases."
)


class FirstRunScreen(Dialog[None]):
    """Asks for what a store cannot be made without; programmes and the other people come after it."""

    HEADING = N_("A new store")

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self.opening = opening
        roles = tuple(Option(role.value, role.label) for role in Role)
        self.roles = ChoiceControl(FormField("roles", _("You are"), FieldType.LINES, options=roles), many=True)
        self._warned_of = ""
        self._is_making = False

    def rows(self) -> Iterable[Widget]:
        """Return the lines."""
        yield SafeStatic(content(_(NOT_YET), Tone.WARNING.style), classes="hint")
        where = _("There is no store in {folder}. This makes one.").format(folder=self.opening.folder)
        yield SafeStatic(content(where), classes="hint")
        yield SafeStatic()
        yield labelled(_("You are called"), SafeInput(self.opening.person or "", id="short_name"))
        yield labelled(_("Your code"), SafeInput("S-01", id="code"))
        yield labelled(_("You are"), self.roles)
        yield labelled(_("Passphrase"), SafeInput(password=True, id="passphrase"))
        yield labelled(_("Once more"), SafeInput(password=True, id="again"))
        yield labelled(_("Names lie in"), SafeInput(placeholder=_("a folder on another disk"), id="identities"))
        words = _("Names and addresses are a file of their own: on another disk, a thief of the computer has none.")
        yield SafeStatic(content(words), classes="hint")

    def on_mount(self) -> None:
        """Begin with the first line; a supervisor is who usually begins."""
        self.roles.put([Role.SUPERVISOR.value])
        self.query_one("#short_name", SafeInput).focus()

    def on_next_field(self, event: NextField) -> None:
        """Go on from the roles."""
        event.stop()
        self.focus_next()

    def save(self) -> None:
        """Make the store once everything is in order; asked for again meanwhile, it is still made once."""
        if self._is_making:
            return
        name, code = " ".join(self.line("short_name").split()), self.line("code").upper()
        passphrase = self.query_one("#passphrase", SafeInput).value
        identities = self.line("identities")
        if _of_nobody(identities):
            self.point_at("identities", _("Nobody on this computer has that home folder. Type the whole path."))
        elif not name:
            self.point_at("short_name", _("A short name is needed, as the agency calls you."))
        elif not is_code(code):
            self.point_at("code", _("A code has capital letters, digits and hyphens, such as S-01."))
        elif fault := passphrase_fault(passphrase, self.query_one("#again", SafeInput).value):
            self.point_at("passphrase", fault)
        elif self._is_beside_the_cases(identities) and self._warned_of != f"/{identities}":
            self._warned_of = f"/{identities}"
            words = _(
                "Names would lie in the folder of the cases: one theft takes both. F2 again does it all the same."
            )
            self.point_at("identities", words)
        else:
            roles = tuple(Role(role) for role in self.roles.raw())
            self.say(_("Making the store …"), Tone.QUIET)
            self._is_making = True
            self._make(Person(PersonCode(code), name, roles), passphrase, identities)

    @work
    async def _make(self, person: Person, passphrase: str, identities: str) -> None:
        try:
            desk, recovery_key = await to_thread(self._made, person, passphrase, identities)
        except StoreProblem as problem:
            self._is_making = False
            self.say(str(problem))
            return
        self.app.push_screen(RecoveryKeyScreen(recovery_key), lambda _written: self._begin(desk))

    def _made(self, person: Person, passphrase: str, identities: str) -> tuple[Desk, str]:
        from supervisor_tui.office import desk_at
        from supervisor_tui.store.key_slots import USUAL_COST
        from supervisor_tui.store.open_store import create_store

        opening = self.opening
        store, recovery_key = create_store(
            opening.folder,
            Path(identities).expanduser() if identities else None,
            person,
            passphrase,
            clock=opening.clock,
            cost=opening.key_cost or USUAL_COST,
        )
        return desk_at(store, without=opening.without, clock=opening.clock), recovery_key

    def _begin(self, desk: Desk) -> None:
        from supervisor_tui.tui.unlock.first_steps import take_first_steps

        take_first_steps(self.desk_app, desk)

    def _is_beside_the_cases(self, identities: str) -> bool:
        return not identities or Path(identities).expanduser().resolve() == self.opening.folder.resolve()

    def action_leave_dialog(self) -> None:
        """Leave the program, without a store; one that is being made is waited for, so that its key is shown."""
        if not self._is_making:
            self.app.exit()


def _of_nobody(folder: str) -> bool:
    """Say whether a folder is named by a home that nobody has."""
    try:
        Path(folder).expanduser()
    except RuntimeError:
        return True
    return False
