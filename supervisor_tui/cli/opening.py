"""Opening the store for a command: where it is, who asks, with which passphrase, for which day."""

import codecs
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
        return self.person or click.prompt(_("Your short name, as the agency calls you"), err=True, type=str)

    def passphrase(self) -> str:
        """Return the passphrase from its file, from the environment or from a prompt."""
        given = self.passphrase_given()
        if given is not None:
            return given
        return str(click.prompt(_("Passphrase"), hide_input=True, err=True, type=str))

    def passphrase_given(self) -> str | None:
        """Return the passphrase from its file or from the environment, or None where somebody has to type it."""
        if self.passphrase_file is not None:
            return passphrase_in(self.passphrase_file)
        return os.environ.get("SUPERVISOR_TUI_PASSPHRASE") or None

    def new_passphrase(self) -> str:
        """Return a passphrase for a new key: from its file, from the environment, or asked for twice."""
        if self.passphrase_file is not None or os.environ.get("SUPERVISOR_TUI_PASSPHRASE"):
            return _long_enough(self.passphrase())
        return _asked_twice(_("A passphrase of several words"))

    @staticmethod
    def recovery_key() -> str:
        """Return the recovery key from the environment or from a prompt."""
        given = os.environ.get("SUPERVISOR_TUI_RECOVERY_KEY")
        return given or str(click.prompt(_("The recovery key, as it was printed"), hide_input=True, err=True, type=str))

    def desk(self) -> "Desk":
        """Unlock the store once and return the desk."""
        from supervisor_tui.office import open_office
        from supervisor_tui.store.open_store import is_store

        if not self.opened:
            if not is_store(self.folder):
                message = _(
                    "There is no store in {folder}. Name another with --store, or make one: supervisor-tui init"
                )
                raise click.UsageError(message.format(folder=self.folder))
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


def passphrase_in(file: Path) -> str:
    """Return the passphrase that a file holds: its text without the line's end, in UTF-8 or as Windows writes it."""
    raw = file.read_bytes()
    encoding = "utf-16" if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return raw.decode(encoding).rstrip("\r\n")
    except UnicodeDecodeError as error:
        message = _("{file} is not text. It should hold the passphrase and nothing else.")
        raise click.UsageError(message.format(file=file)) from error


def another_passphrase(code: str, file: Path | None) -> str:
    """Return the passphrase of somebody else for their new key: from a file of theirs, or typed by them twice."""
    if file is not None:
        return _long_enough(passphrase_in(file))
    return _asked_twice(_("A passphrase for {code}, typed by them").format(code=code))


def _long_enough(passphrase: str) -> str:
    from supervisor_tui.casework.passphrases import passphrase_fault

    if fault := passphrase_fault(passphrase, passphrase):
        raise click.UsageError(fault)
    return passphrase


def _asked_twice(prompt: str) -> str:
    return _long_enough(str(click.prompt(prompt, hide_input=True, confirmation_prompt=True, err=True, type=str)))


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
