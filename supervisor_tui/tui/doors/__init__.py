"""Every screen that others open, each loaded when it is first opened, so that the program starts fast."""

from supervisor_tui.tui.doors.of_cases import (
    as_told,
    case_file,
    case_picture,
    cases_behind,
    choose_kind,
    find_case,
    identity,
    indicators,
    new_case,
    record_form,
    why_read,
)
from supervisor_tui.tui.doors.of_closing import closing, closing_report, closing_steps, closings, reopening
from supervisor_tui.tui.doors.of_meetings import after_meeting, beside, meeting, meeting_part, new_meeting, on_agenda
from supervisor_tui.tui.doors.of_settings import decide_setting, key_of, person, programme
from supervisor_tui.tui.doors.of_the_library import open_page_of, page, quiz
from supervisor_tui.tui.doors.of_transfers import hand_on, load, transfer, transfer_act, transfer_together

__all__ = [
    "after_meeting",
    "as_told",
    "beside",
    "case_file",
    "case_picture",
    "cases_behind",
    "choose_kind",
    "closing",
    "closing_report",
    "closing_steps",
    "closings",
    "decide_setting",
    "find_case",
    "hand_on",
    "identity",
    "indicators",
    "key_of",
    "load",
    "meeting",
    "meeting_part",
    "new_case",
    "new_meeting",
    "on_agenda",
    "open_page_of",
    "page",
    "person",
    "programme",
    "quiz",
    "record_form",
    "reopening",
    "transfer",
    "transfer_act",
    "transfer_together",
    "why_read",
]
