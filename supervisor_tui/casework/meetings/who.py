"""Whom a typed word means: a short name or a code of somebody here, or the role of somebody outside."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode, ParticipantId
from supervisor_tui.domain.meetings.meeting import Meeting
from supervisor_tui.domain.meetings.participants import ParticipantRole
from supervisor_tui.domain.people import Person
from supervisor_tui.domain.status import worker
from supervisor_tui.wording import _

__all__ = ["UnknownPersonError", "caseworker_of", "code_if_known", "person_meant"]


class UnknownPersonError(ValueError):
    """Nobody here is called so, or more than one; the sentence says what to type instead."""


def person_meant(desk: Desk, typed: str, meeting: Meeting | None = None) -> str:
    """Return the code of the person who is called so, or the word itself where it is a role or a participant.

    The number of a participant means whoever takes part under it.
    Raises UnknownPersonError where nobody is called so, and where several are: nothing ambiguous is guessed.
    """
    word = " ".join(typed.split())
    there = meeting.participant(ParticipantId(word.upper())) if meeting is not None else None
    if there is not None:
        return there.label
    people = tuple(person for person in desk.store.people.all() if person.active)
    called = [person for person in people if word.casefold() in {person.code.casefold(), person.short_name.casefold()}]
    if len(called) > 1:
        codes = ", ".join(person.code for person in called)
        raise UnknownPersonError(
            _("Several people are called {word}: {codes}. Type the code.").format(word=word, codes=codes)
        )
    if called:
        return called[0].code
    if not word or word.casefold() in _other_words(meeting):
        return word
    message = _("Nobody here is called {word}. Known: {people}. Enter again keeps it as the role of somebody outside.")
    raise UnknownPersonError(message.format(word=word, people=_some(people)))


def code_if_known(desk: Desk, typed: str, meeting: Meeting | None = None) -> str:
    """Return the code of the person who is called so, so that no short name is kept; the word itself for a role.

    Raises UnknownPersonError where several are called so.
    """
    try:
        return person_meant(desk, typed, meeting)
    except UnknownPersonError:
        called = [one for one in desk.store.people.all() if one.short_name.casefold() == typed.strip().casefold()]
        if called:
            raise
        return typed.strip()


def caseworker_of(desk: Desk, code: CaseCode | None) -> str:
    """Return what the caseworker of a case is called, "" where nobody carries it."""
    return desk.short_name(worker(desk.case(code))) if code is not None else ""


def _other_words(meeting: Meeting | None) -> set[str]:
    roles = {role.label.casefold() for role in ParticipantRole}
    return roles | {one.label.casefold() for one in (meeting.participants if meeting else ())}


def _some(people: tuple[Person, ...], most: int = 6) -> str:
    names = [person.short_name for person in people]
    return ", ".join(names[:most]) + (" …" if len(names) > most else "")
