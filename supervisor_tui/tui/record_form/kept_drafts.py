"""What was typed into a form and not saved yet, kept each second and offered again, after a crash as well."""

from collections.abc import Mapping
from datetime import datetime

import msgspec

from supervisor_tui.casework.desk import Desk
from supervisor_tui.domain.ids import CaseCode, RecordId

__all__ = ["NEW_CASE", "FormPlace", "KeptDraft", "forget", "keep", "kept", "unfinished_forms"]

NEW_CASE = "new"
_FORM = "form"


class FormPlace(msgspec.Struct, frozen=True):
    """Which form a draft belongs to; `case` is empty for a case that is not registered yet."""

    case: CaseCode
    kind: str
    amends: RecordId | None = None

    @property
    def name(self) -> str:
        """The place as the store keeps it."""
        return "/".join((_FORM, self.case or NEW_CASE, self.kind, self.amends or ""))


class KeptDraft(msgspec.Struct, frozen=True):
    """A draft, when it was last kept, and what stood in the fields."""

    place: FormPlace
    at: datetime
    fields: dict[str, object]


def keep(desk: Desk, place: FormPlace, fields: Mapping[str, object]) -> datetime:
    """Keep what stands in the fields and return the moment; it then survives the end of the program."""
    return desk.store.drafts.keep(desk.person.code, place.name, msgspec.json.encode(fields).decode())


def forget(desk: Desk, place: FormPlace) -> None:
    """Take a draft away, once its record is saved or it is thrown away."""
    desk.store.drafts.forget(desk.person.code, place.name)


def kept(desk: Desk, place: FormPlace) -> KeptDraft | None:
    """Return the draft of a form, or None."""
    return next((draft for draft in unfinished_forms(desk) if draft.place == place), None)


def unfinished_forms(desk: Desk) -> tuple[KeptDraft, ...]:
    """Return the drafts of the person at the desk, the latest first."""
    found = []
    for draft in desk.store.drafts.of(desk.person.code):
        parts = draft.place.split("/")
        if len(parts) == 4 and parts[0] == _FORM:
            code = "" if parts[1] == NEW_CASE else parts[1]
            place = FormPlace(CaseCode(code), parts[2], RecordId(parts[3]) if parts[3] else None)
            found.append(KeptDraft(place, draft.at, msgspec.json.decode(draft.text, type=dict[str, object])))
    return tuple(sorted(found, key=lambda draft: draft.at, reverse=True))
