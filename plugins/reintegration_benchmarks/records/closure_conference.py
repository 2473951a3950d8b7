"""The case conference that decides about closing, as the case file needs it (003 SOP 13, SOP 14)."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.ids import MeetingId
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class ClosureConference(RecordBody, frozen=True, kw_only=True):
    """The case was presented for closing to the case manager and the Sub-County Children's Officer."""

    KIND: ClassVar[str] = "reintegration_benchmarks.closure_conference"
    TITLE: ClassVar[str] = _("Conference on closing")
    ON: ClassVar[str] = _("Held on")

    meeting: Annotated[MeetingId | None, asked(_("Meeting"), codes="meeting")] = None
    case_manager_came: Annotated[YesNo | None, asked(_("Was the case manager there?"), rule="RB-SOP13-03")] = None
    scco_came: Annotated[YesNo | None, asked(_("Was the Sub-County Children's Officer there?"), rule="RB-SOP13-03")] = (
        None
    )
