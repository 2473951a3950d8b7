"""Numbers that the product itself asks for: given by the guidance in force or by the agency, never by default here."""

from datetime import date

from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import SetId
from supervisor_tui.domain.programme import Standing
from supervisor_tui.domain.settings import UsedFor
from supervisor_tui.domain.standing import standing_of
from supervisor_tui.guidance.host import PluginHost

__all__ = ["shared_number"]


def shared_number(host: PluginHost, case: CaseFile, used_for: UsedFor, day: date) -> int | None:
    """Return the largest of the numbers that the sets in force for a case give for a use, or None if none gives one."""
    given = []
    for set_id, setting in host.declared_settings():
        if setting.used_for is used_for and standing_of(case, SetId(set_id), day).standing is not Standing.OFF:
            number = host.settings(set_id, case.programme.id).number(setting.key)
            if number is not None:
                given.append(number)
    return max(given, default=None)
