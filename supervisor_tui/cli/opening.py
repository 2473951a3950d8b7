"""Opening the store for a command: where it is, who asks, with which passphrase, for which day."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click
from platformdirs import user_data_path

from supervisor_tui.wording import _

if TYPE_CHECKING:
    from supervisor_tui.casework.desk import Desk

P = ParamSpec("P")
ValueT = TypeVar("ValueT")


def usual_folder() -> Path:
    """Return the folder in which a store lies unless another is named."""
    return user_data_path("supervisor-tui", appauthor=False) / "store"


@dataclass
class Asked:
    """What the options before the command said."""

    folder: Path
    person: str | None
    passphrase_file: Path | None
    day: date | None
    known_at: date | None
    without: tuple[str, ...] = ()
    opened: "list[Desk]" = field(default_factory=list)

    def who(self) -> str:
        """Return the name of the person who asks; asks for it where it was not given."""
        return self.person or click.prompt(_("Your name or code"), err=True, type=str)

    def passphrase(self) -> str:
        """Return the passphrase from its file, from the environment or from a prompt."""
        if self.passphrase_file is not None:
            return self.passphrase_file.read_text(encoding="utf-8").rstrip("\r\n")
        given = os.environ.get("SUPERVISOR_TUI_PASSPHRASE")
        if given:
            return given
        return str(click.prompt(_("Passphrase"), hide_input=True, err=True, type=str))

    def new_passphrase(self) -> str:
        """Return a passphrase for a new key: from its file, from the environment, or asked for twice."""
        if self.passphrase_file is not None or os.environ.get("SUPERVISOR_TUI_PASSPHRASE"):
            return self.passphrase()
        prompt = _("A passphrase of several words")
        return str(click.prompt(prompt, hide_input=True, confirmation_prompt=True, err=True, type=str))

    @staticmethod
    def recovery_key() -> str:
        """Return the recovery key from the environment or from a prompt."""
        given = os.environ.get("SUPERVISOR_TUI_RECOVERY_KEY")
        return given or str(click.prompt(_("The recovery key, as it was printed"), hide_input=True, err=True, type=str))

    def desk(self) -> "Desk":
        """Unlock the store once and return the desk."""
        from supervisor_tui.office import open_office

        if not self.opened:
            who = self.who()
            self.opened.append(
                open_office(
                    self.folder,
                    who,
                    self.passphrase(),
                    day=self.day,
                    known_at=self.known_at,
                    without=self.without,
                )
            )
        return self.opened[0]

    def close(self) -> None:
        """Close what was opened."""
        for desk in self.opened:
            desk.store.close()


def approver_passphrase(who: str) -> str:
    """Return the passphrase that an approver types for their signature, or the one in the environment."""
    given = os.environ.get("SUPERVISOR_TUI_APPROVER_PASSPHRASE")
    return given or str(click.prompt(_("Passphrase of {who}").format(who=who), hide_input=True, err=True, type=str))


def with_desk(function: "Callable[Concatenate[Desk, P], ValueT]") -> Callable[P, ValueT]:
    """Hand a command the desk of whoever asks."""

    @click.pass_obj
    def opened(asked: Asked, /, *args: P.args, **kwargs: P.kwargs) -> ValueT:
        return function(asked.desk(), *args, **kwargs)

    opened.__doc__ = function.__doc__
    opened.__name__ = function.__name__
    return opened


as_json = click.option("--json", "as_json", is_flag=True, help=_("One JSON document instead of lines."))
