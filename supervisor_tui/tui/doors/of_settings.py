"""To what the agency decides: its numbers, its programmes, its people and their keys."""

from typing import TYPE_CHECKING

from textual.screen import Screen

if TYPE_CHECKING:
    from supervisor_tui.domain.people import Person

__all__ = ["decide_setting", "key_of", "person", "programme"]


def decide_setting(key: str, programme: str = "") -> Screen[bool]:
    """Return the form in which the agency decides a number, for a programme or for all.

    key: with the id of its set before it.
    """
    from supervisor_tui.tui.settings.decide_screen import DecideScreen

    return DecideScreen(key, programme)


def programme(name: str | None) -> Screen[bool]:
    """Return the form of a programme, or of another one for None: its context, and what each set counts for in it."""
    from supervisor_tui.tui.settings.programme_screen import ProgrammeScreen

    return ProgrammeScreen(name)


def person(code: str | None) -> Screen[bool]:
    """Return the form of a person, or of another one for None."""
    from supervisor_tui.tui.settings.person_screen import PersonScreen

    return PersonScreen(code)


def key_of(holder: "Person") -> Screen[bool]:
    """Return the form that gives somebody a key."""
    from supervisor_tui.tui.settings.key_screen import KeyScreen

    return KeyScreen(holder)
