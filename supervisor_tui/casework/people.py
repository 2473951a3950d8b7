"""The people of the agency: adding somebody, and changing what is said of them. Nobody is deleted; who leaves, left."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import is_code
from supervisor_tui.domain.people import Person
from supervisor_tui.guidance.forms import FieldProblem
from supervisor_tui.store.revised import Revised
from supervisor_tui.wording import _

__all__ = ["person_problem", "save_person"]


def person_problem(desk: Desk, before: Person | None, after: Person) -> FieldProblem | None:
    """Return what is wrong with a person, at a field; before: as they stood, None for somebody new."""
    if before is not None and after.code != before.code:
        return FieldProblem("code", _("A code stays for good; it stands in every record."))
    if not is_code(after.code):
        return FieldProblem("code", _("A code has capital letters, digits and hyphens, such as W-04."))
    if not after.short_name:
        return FieldProblem("short_name", _("A short name is needed, as the agency calls them."))
    if not after.roles:
        return FieldProblem("roles", _("Say what they do here."))
    if after.is_from_outside and after.code == desk.person.code:
        return FieldProblem("roles", _("You would reach your conferences alone. Somebody else has to decide that."))
    return _problem_with_others(desk, before, after)


def _problem_with_others(desk: Desk, before: Person | None, after: Person) -> FieldProblem | None:
    people = desk.store.people.all()
    others = [one for one in people if before is None or one.code != before.code]
    if any(one.code == after.code for one in others):
        return FieldProblem("code", _("Somebody has this code already."))
    if any(one.short_name.casefold() == after.short_name.casefold() for one in others):
        return FieldProblem("short_name", _("Somebody is called so already. The key of each is found by the name."))
    if before is not None and before.short_name != after.short_name and desk.store.has_key(before):
        return FieldProblem("short_name", _("They have a key, which is found by this name. Take the key first."))
    if after.supervisor is not None and all(one.code != after.supervisor for one in others):
        return FieldProblem("supervisor", _("Nobody else here has the code {code}.").format(code=after.supervisor))
    return None


def save_person(desk: Desk, seen: Revised[Person] | None, after: Person) -> None:
    """Write somebody down, over what was seen of them. Raises Conflict if somebody else changed it since."""
    if seen is None:
        desk.store.people.add(after, desk.person.code)
    else:
        desk.store.people.replace(seen, after, desk.person.code)
