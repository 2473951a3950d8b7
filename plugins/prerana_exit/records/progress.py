"""How far the client has come in overall well-being."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class ProgressMade(Choice):
    """The worker's judgement; the guidance gives no scale beyond the word significant."""

    SIGNIFICANT = "significant", _("significant")
    SOME = "some", _("some")
    NONE = "none", _("none")


class Progress(RecordBody, frozen=True, kw_only=True):
    """How far the client has come, and on what the judgement rests."""

    KIND: ClassVar[str] = "prerana_exit.progress"
    TITLE: ClassVar[str] = _("Progress in well-being")
    ON: ClassVar[str] = _("Judged on")

    progress: Annotated[ProgressMade, asked(_("Progress"), rule="PX-P1-c")]
    note: Annotated[str, asked(_("What shows it"), rule="PX-P1-c")] = ""
    baseline: Annotated[str, asked(_("Compared with"), hint=_("For example the first assessment."), rule="PX-P1-c")] = (
        ""
    )
