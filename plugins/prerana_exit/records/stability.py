"""How stable the client's life is: money, social life, feelings."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Steadiness(Choice):
    """How one part of life stands."""

    STABLE = "stable", _("stable")
    UNSTABLE = "unstable", _("not stable")


class Stability(RecordBody, frozen=True, kw_only=True):
    """The worker's judgement of the three respects; a blank one was not judged that day."""

    KIND: ClassVar[str] = "prerana_exit.stability"
    TITLE: ClassVar[str] = _("Stability")
    ON: ClassVar[str] = _("Judged on")

    finances: Annotated[Steadiness | None, asked(_("Money"), rule="PX-P1-b")] = None
    social: Annotated[Steadiness | None, asked(_("Social life"), rule="PX-P1-b")] = None
    emotional: Annotated[Steadiness | None, asked(_("Feelings"), rule="PX-P1-b")] = None
    note: Annotated[str, asked(_("Note"))] = ""
