"""What a person can do on a screen, declared once.

From one `Command` come the key binding, the footer, the lines of the help screen, the entry of the palette and the
list that `supervisor-tui keys` prints, so that none of them can say something else than the others:

    class PostponeReview(Command):
        \"\"\"Move this review to another date, with the reason.\"\"\"

        BINDING_KEY = "p"

A screen names its commands in `ACTIONS` and answers each with `action_postpone_review`.
"""

import inspect
import re
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType

from supervisor_tui.kit.key_names import key_fault, key_name
from supervisor_tui.wording import N_, _

__all__ = ["Command", "Commanded", "command_faults", "commands_of"]


class Command:
    """One thing to do. The docstring of each command is its help: one sentence."""

    BINDING_KEY: ClassVar[str] = ""
    """The key in Textual's words (`p`, `f2`, `ctrl+n`), or several with commas, the first being the one shown.

    Without a key the command is reached through the palette.
    """

    TITLE: ClassVar[str] = ""
    """What the palette calls it, marked with `N_`; without it the name of the class in words."""

    FOOTER: ClassVar[str] = ""
    """The shorter words for the footer, marked with `N_`; without them the title."""

    IN_FOOTER: ClassVar[bool] = True
    """Whether the footer shows it; there is room for about ten."""

    IN_PALETTE: ClassVar[bool] = True
    """Whether the palette offers it; moving a cursor is better left to keys."""

    GROUP: ClassVar[str] = N_("This screen")
    """The heading below which the help screen lists it."""

    WHILE_TYPING: ClassVar[bool] = False
    """Whether the key counts before the field that is typed into: for function keys and ctrl, never for letters."""

    TRANSLATED: ClassVar[Callable[[str], str]] = staticmethod(_)
    """The catalogue that the texts come from; a guidance set names its own in a base class."""

    @classmethod
    def title(cls) -> str:
        """Return what it is called, translated."""
        return cls.TRANSLATED(cls.TITLE or cls.name().replace("_", " ").capitalize())

    @classmethod
    def footer(cls) -> str:
        """Return what the footer calls it, translated."""
        return cls.TRANSLATED(cls.FOOTER) if cls.FOOTER else cls.title()

    @classmethod
    def help(cls) -> str:
        """Return what it does, in one sentence, translated."""
        return cls.TRANSLATED(inspect.cleandoc(cls.__doc__ or ""))

    @classmethod
    def group(cls) -> str:
        """Return the heading of the help screen it belongs under, translated."""
        return cls.TRANSLATED(cls.GROUP)

    @classmethod
    def name(cls) -> str:
        """Return the name in a keymap and of the handler: `PostponeReview` is `postpone_review`."""
        return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def bound_keys(cls) -> tuple[str, ...]:
        """Return every key, in Textual's words."""
        return tuple(binding.key for binding in Binding.make_bindings([cls.binding()])) if cls.BINDING_KEY else ()

    @classmethod
    def key_names(cls) -> tuple[str, ...]:
        """Return every key as it is printed on a keyboard."""
        return tuple(key_name(key.strip()) for key in cls.BINDING_KEY.split(",") if key.strip())

    @classmethod
    def binding(cls) -> Binding:
        """Return the binding that Textual reads, for a command that has a key."""
        return Binding(
            cls.BINDING_KEY,
            cls.name(),
            cls.footer(),
            show=cls.IN_FOOTER,
            key_display=cls.key_names()[0],
            priority=cls.WHILE_TYPING,
            id=cls.name(),
        )


class Commanded:
    """What a screen, widget or application also inherits from, so that its keys come from the commands in `ACTIONS`."""

    ACTIONS: ClassVar[tuple[type[Command], ...]] = ()
    BINDINGS: ClassVar[list[BindingType]]

    def __init_subclass__(cls, **inherits: bool) -> None:
        """Make the bindings of the class's own commands; those of its bases Textual adds itself."""
        own = cls.__dict__.get("ACTIONS", ())
        if own:
            cls.BINDINGS = [
                *(command.binding() for command in own if command.BINDING_KEY),
                *cls.__dict__.get("BINDINGS", ()),
            ]
        super().__init_subclass__(**inherits)


def commands_of(owner: type[object]) -> tuple[type[Command], ...]:
    """Return the commands of a class and its bases, its own first."""
    found: dict[type[Command], None] = {}
    for base in owner.__mro__:
        found.update(dict.fromkeys(base.__dict__.get("ACTIONS", ())))
    return tuple(found)


def command_faults(owner: type[object]) -> tuple[str, ...]:
    """Return what is wrong with the commands of a screen, a sentence each: the test of every screen asks for none."""
    return tuple(f"{owner.__name__}: {fault}" for faults in (_declared(owner), _shared_keys(owner)) for fault in faults)


def _declared(owner: type[object]) -> Iterable[str]:
    for command in commands_of(owner):
        if not callable(getattr(owner, f"action_{command.name()}", None)):
            yield f"{command.__name__} has no handler action_{command.name()}"
        if not command.__dict__.get("__doc__"):
            yield f"{command.__name__} has no docstring, which is its help"
        for key in command.bound_keys():
            if fault := key_fault(key):
                yield f"{command.__name__} wants {key}: {fault}"
            if command.WHILE_TYPING and len(key_name(key)) == 1:
                yield f"{command.__name__} would take the letter {key} away from fields"


def _shared_keys(owner: type[object]) -> Iterable[str]:
    holders: dict[str, type[Command]] = {}
    for command in commands_of(owner):
        for key in command.bound_keys():
            holder = holders.setdefault(key, command)
            if holder is not command:
                yield f"{holder.__name__} and {command.__name__} share the key {key}"
