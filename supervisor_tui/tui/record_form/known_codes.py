"""What a field that takes a code can be filled with: the people, the goals of this case, its orders and so on."""

from collections.abc import Callable, Iterable

import msgspec

from supervisor_tui.casework.closing_reasons import closing_reasons
from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.plan import actions, goals
from supervisor_tui.domain.records.assessment import Concern
from supervisor_tui.domain.records.order import Order
from supervisor_tui.domain.records.referral import Referral
from supervisor_tui.guidance.forms import FieldType, Form, FormField, Option
from supervisor_tui.wording import _

__all__ = ["known_codes", "person_code", "with_known_codes"]

MOST_CHOICES = 35
"""As many answers as have a key of their own; more are typed, with the first that fits offered."""

CLOSING_REASON = "closing_reason"

OPEN_LISTS = frozenset({"person", "meeting", "case"})
"""What these name may lie outside of what is known here: a role, a meeting elsewhere."""


def known_codes(desk: Desk, case: CaseFile | None, codes: str) -> tuple[Option, ...]:
    """Return the codes that exist, by what they stand for, each with its words."""
    name, _colon, kind = codes.partition(":")
    if name == "record":
        return tuple(_records(case, kind))
    read = {**_OF_THE_AGENCY, **(_OF_A_CASE if case is not None else {})}.get(name)
    return tuple(read(desk, case)) if read else ()


def with_known_codes(form: Form, desk: Desk, case: CaseFile | None) -> Form:
    """Return the form with a list of answers in the place of each code that can only be one of those known.

    A field for words of the guidance is left out where no guidance in force has such words.
    """
    offered = (_offered(field, desk, case) for field in form.fields)
    asked = (field for field in offered if field.codes != CLOSING_REASON or field.type is FieldType.CHOICE)
    return msgspec.structs.replace(form, fields=tuple(asked))


def person_code(desk: Desk, typed: str) -> str:
    """Return the code of the person who is called so; what is typed where nobody is."""
    wanted = typed.casefold()
    called = (person for person in desk.store.people.all() if person.short_name.casefold() == wanted)
    return next((person.code for person in called), typed)


def _offered(field: FormField, desk: Desk, case: CaseFile | None) -> FormField:
    if field.type is not FieldType.CODE:
        return field
    known = known_codes(desk, case, field.codes)
    is_closed = field.codes not in OPEN_LISTS or (field.codes == "person" and field.required)
    if known and is_closed and len(known) <= MOST_CHOICES:
        return msgspec.structs.replace(field, type=FieldType.CHOICE, options=known)
    first = ", ".join(f"{option.value} {option.label}" for option in known[:4])
    return msgspec.structs.replace(field, hint=" ".join(filter(None, (field.hint, first))))


def _people(desk: Desk, _case: CaseFile | None) -> Iterable[Option]:
    for person in desk.store.people.all():
        if person.active:
            roles = ", ".join(role.label for role in person.roles)
            yield Option(person.code, f"{person.short_name} ({roles})" if roles else person.short_name)


def _programmes(desk: Desk, _case: CaseFile | None) -> Iterable[Option]:
    return (Option(programme.id, programme.title) for programme in desk.store.programmes.all())


def _sets(desk: Desk, _case: CaseFile | None) -> Iterable[Option]:
    return (Option(guidance.id, guidance.title) for guidance in desk.host.sets)


def _meetings(desk: Desk, case: CaseFile | None) -> Iterable[Option]:
    for meeting in reversed(desk.store.meetings.all()):
        if case is None or not meeting.cases or case.code in meeting.cases:
            yield Option(meeting.id, f"{meeting.kind.label}, {meeting.day:%Y-%m-%d}")


def _risk_levels(_desk: Desk, case: CaseFile | None) -> Iterable[Option]:
    assert case is not None
    return (Option(level.id, f"{level.letter} {level.title}") for level in case.programme.risk_levels)


def _goals(_desk: Desk, case: CaseFile | None) -> Iterable[Option]:
    assert case is not None
    return (Option(standing.goal.goal, f"{standing.goal.goal} {standing.goal.text}") for standing in goals(case))


def _actions(_desk: Desk, case: CaseFile | None) -> Iterable[Option]:
    assert case is not None
    found = sorted((standing.action for standing in actions(case)), key=lambda one: _by_number(one.action))
    return (Option(one.action, f"{one.action} {one.text}") for one in found)


def _by_number(code: str) -> tuple[str, int, str]:
    """Return what orders numbers as A2, A10 by the count in them, so that the list is the same each time."""
    letters = code.rstrip("0123456789")
    digits = code[len(letters) :]
    return letters, int(digits) if digits else 0, code


def _orders(_desk: Desk, case: CaseFile | None) -> Iterable[Option]:
    assert case is not None
    return (Option(entry.body.order, f"{entry.body.order}, {entry.on.isoformat()}") for entry in case.of(Order))


def _referrals(_desk: Desk, case: CaseFile | None) -> Iterable[Option]:
    assert case is not None
    return (
        Option(entry.body.referral, " ".join((entry.body.referral, entry.body.agency, entry.body.service)))
        for entry in case.of(Referral)
    )


def _concerns(_desk: Desk, case: CaseFile | None) -> Iterable[Option]:
    assert case is not None
    return (Option(entry.body.concern, f"{entry.body.concern} {entry.body.text}") for entry in case.of(Concern))


def _records(case: CaseFile | None, kind: str) -> Iterable[Option]:
    for record in reversed(case.records if case is not None else ()):
        if record.kind == kind:
            yield Option(record.id, _("of {day}").format(day=record.on.isoformat()))


def _closing_reasons(desk: Desk, case: CaseFile | None) -> Iterable[Option]:
    assert case is not None
    for code, reason in closing_reasons(desk, case).items():
        guidance = desk.host.set(reason.set)
        words = _("{guidance}: {reason}").format(
            guidance=guidance.short_title if guidance else reason.set, reason=reason.title
        )
        yield Option(code, words)


Read = Callable[[Desk, CaseFile | None], Iterable[Option]]
_OF_THE_AGENCY: dict[str, Read] = {"person": _people, "programme": _programmes, "set": _sets, "meeting": _meetings}
_OF_A_CASE: dict[str, Read] = {
    "risk_level": _risk_levels,
    "goal": _goals,
    "action": _actions,
    "order": _orders,
    "referral": _referrals,
    "concern": _concerns,
    CLOSING_REASON: _closing_reasons,
}
