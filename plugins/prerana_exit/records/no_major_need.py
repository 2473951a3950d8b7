"""The worker's statement that nothing major is left to work on."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class NoMajorNeed(RecordBody, frozen=True, kw_only=True):
    """The worker looked for major areas that still need work or support."""

    KIND: ClassVar[str] = "prerana_exit.no_major_need"
    TITLE: ClassVar[str] = _("Anything major left?")
    ON: ClassVar[str] = _("Stated on")

    none_left: Annotated[YesNo, asked(_("Is no major area left that needs work or support?"), rule="PX-P1-d")]
    note: Annotated[str, asked(_("Note"))] = ""
