"""A step that the worker may take was left out, with the reason in writing."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Step(Choice):
    """The steps that may be left out, by the last part of their rule's id."""

    TALKS = "s1", _("talks on why the client hesitates")
    TALK_ON_ORDER = "s1b", _("talk on why the order must be kept")
    FAMILY = "s2", _("talk on going on through the family")
    COMMITTEE = "s3", _("client's word with the committee")
    REPORT = "s4a", _("report to the committee after the six months")
    LETTER = "s4b", _("client's letter with the report")
    ORDER_REPORT = "a-5", _("report on the follow-ups of an order")


class StepLeftOut(RecordBody, frozen=True, kw_only=True):
    """Why a step was left out; without a written reason the way out stays not known."""

    KIND: ClassVar[str] = "prerana_exit.step_left_out"
    TITLE: ClassVar[str] = _("Step left out")
    ON: ClassVar[str] = _("Decided on")

    step: Annotated[Step, asked(_("Which step"), rule="PX-P2-s5")]
    reason: Annotated[str, asked(_("Why"), rule="PX-P2-s5")]
