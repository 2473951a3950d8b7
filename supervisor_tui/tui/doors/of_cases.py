"""To cases: the file of one, its records and its pictures, and the lines that find or register one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.screen import Screen

from supervisor_tui.domain.ids import CaseCode, RecordId
from supervisor_tui.tui.doors.opened_late import screen_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supervisor_tui.store.identities import Identity

__all__ = [
    "as_told",
    "case_file",
    "case_picture",
    "cases_behind",
    "choose_kind",
    "find_case",
    "identity",
    "indicators",
    "new_case",
    "record_form",
    "why_read",
]


def case_file(code: CaseCode) -> Screen[None]:
    """Return the case file of a case."""
    return screen_at("case_file.case_file_screen:CaseFileScreen", code)


def cases_behind(what: str, cases: Sequence[CaseCode]) -> Screen[None]:
    """Return the caseload with these cases alone, closed ones among them; `what` stands in its title."""
    return screen_at("caseload.caseload_screen:CaseloadScreen", what, frozenset(cases))


def case_picture(code: CaseCode, first: str = "") -> Screen[None]:
    """Return the screens that guidance brings about a case, beginning with the one called `first`."""
    return screen_at("case_screens.case_picture_screen:CasePictureScreen", code, first)


def why_read(code: CaseCode) -> Screen[bool]:
    """Return the question why somebody needs to read a file that is not theirs; answers whether they said."""
    from supervisor_tui.tui.case_file.why_read_dialog import WhyReadDialog

    return WhyReadDialog(code)


def record_form(
    code: CaseCode,
    kind: str,
    field: str | None = None,
    amends: RecordId | None = None,
    filled: "Mapping[str, object] | None" = None,
) -> Screen[bool]:
    """Return the form that writes a record of a kind into a case, opened at a field; answers whether it was saved.

    amends: the record that it corrects, whose values stand in the form. filled: plain values that stand in a blank one.
    """
    from supervisor_tui.tui.record_form.record_form_screen import RecordFormScreen

    return RecordFormScreen(code, kind, field=field, amends=amends, filled=filled or {})


def choose_kind(code: CaseCode) -> Screen[bool]:
    """Return the list of kinds of record, which opens the form of the one chosen."""
    from supervisor_tui.tui.record_form.kind_list import KindListScreen

    return KindListScreen(code)


def new_case() -> Screen[CaseCode | None]:
    """Return the form that registers a new case; answers its code."""
    from supervisor_tui.tui.record_form.new_case_screen import NewCaseScreen

    return NewCaseScreen()


def as_told(code: CaseCode | None) -> Screen[bool]:
    """Return the one line in which a follow-up is written down as told."""
    from supervisor_tui.tui.quick.as_told_screen import AsToldScreen

    return AsToldScreen(code)


def find_case() -> Screen[CaseCode | None]:
    """Return the line that finds a case; answers its code."""
    from supervisor_tui.tui.quick.find_screen import FindScreen

    return FindScreen()


def identity(who: "Identity") -> Screen[bool]:
    """Return the lines that say who a case is about; answers whether they were saved."""
    from supervisor_tui.tui.quick.identity_screen import IdentityScreen

    return IdentityScreen(who)


def indicators() -> Screen[None]:
    """Return the figures on the caseload."""
    return screen_at("indicators.indicators_screen:IndicatorsScreen")
