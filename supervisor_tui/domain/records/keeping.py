"""How long a closed file is kept: decided by the agency, or held by law; nothing is ever deleted by itself."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class FileKept(RecordBody, frozen=True, kw_only=True):
    """A decision on how long this closed file is kept; the last one counts, until the case is opened again."""

    KIND: ClassVar[str] = "file_kept"
    TITLE: ClassVar[str] = _("Keeping the file")
    ON: ClassVar[str] = _("Decided on")

    until: Annotated[
        date | None,
        asked(_("Keep until"), hint=_("Blank: as the agency's years say."), rule="IAG-CLS-24"),
    ] = None
    held: Annotated[
        YesNo | None,
        asked(_("Must it be kept whatever the date?"), hint=_("For example while a court or an inquiry asks.")),
    ] = None
    reason: Annotated[str, asked(_("Why"))]
