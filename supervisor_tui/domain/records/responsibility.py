"""Who carries the case, in which context, and which guidance holds for it."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.ids import PersonCode, RuleId, SetId
from supervisor_tui.domain.programme import Context, Standing
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Assignment(RecordBody, frozen=True, kw_only=True):
    """A caseworker takes the case; from this day on it is theirs until the next assignment."""

    KIND: ClassVar[str] = "assignment"
    TITLE: ClassVar[str] = _("Given to a caseworker")
    ON: ClassVar[str] = _("From")

    worker: Annotated[PersonCode, asked(_("Caseworker"), codes="person", rule="IAG-S3-14")]
    reason: Annotated[str, asked(_("Why the change"), rule="IAG-S3-15")] = ""
    child_told_by: Annotated[
        str, asked(_("Who tells the child"), hint=_("A person's code, or a role."), codes="person")
    ] = ""
    until: Annotated[
        date | None,
        asked(_("Until"), hint=_("Only if it ended before somebody else took over."), rule="IAG-S3-14"),
    ] = None


class ContextForCase(RecordBody, frozen=True, kw_only=True):
    """The case is judged in another context than its programme (emergency or development)."""

    KIND: ClassVar[str] = "context_for_case"
    TITLE: ClassVar[str] = _("Context of this case")
    ON: ClassVar[str] = _("From")

    context: Annotated[Context, asked(_("Context"))]
    reason: Annotated[str, asked(_("Reason"))]


class GuidanceForCase(RecordBody, frozen=True, kw_only=True):
    """A guidance set is switched on, off or to another standing for this case alone."""

    KIND: ClassVar[str] = "guidance_for_case"
    TITLE: ClassVar[str] = _("Guidance for this case")
    ON: ClassVar[str] = _("From")

    set: Annotated[SetId, asked(_("Guidance set"), codes="set")]
    standing: Annotated[Standing, asked(_("Standing"))]
    reason: Annotated[str, asked(_("Reason"))]


class Postponement(RecordBody, frozen=True, kw_only=True):
    """A duty is put off to another day, with a reason; it stays counted."""

    KIND: ClassVar[str] = "postponement"
    TITLE: ClassVar[str] = _("Postponed")
    ON: ClassVar[str] = _("Decided on")

    rule: Annotated[RuleId, asked(_("Rule"))]
    until: Annotated[date, asked(_("Until"))]
    reason: Annotated[str, asked(_("Reason"))]
    slot: Annotated[str, asked(_("Which one"))] = ""
