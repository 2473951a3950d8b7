"""A task that closing a case asks of casework or of the office: who does it, until when, and what became of it."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class TaskState(Choice):
    """What became of a task."""

    OPEN = "open", _("to be done")
    DONE = "done", _("done")
    DROPPED = "dropped", _("dropped")


class ClosingTask(RecordBody, frozen=True, kw_only=True):
    """One word on a task; the last one of its number counts.

    rule: the check or part of a guidance set that proposed it, "" for one of the agency's own.
    """

    KIND: ClassVar[str] = "closing_task"
    TITLE: ClassVar[str] = _("Task of closing")

    task: Annotated[str, asked(_("Number"), hint=_("For example K1."))]
    text: Annotated[str, asked(_("What"))]
    owner: Annotated[str, asked(_("Who"), hint=_("A person's code or a role."), codes="person")] = ""
    due_on: Annotated[date | None, asked(_("Until"))] = None
    state: Annotated[TaskState, asked(_("How it stands"))] = TaskState.OPEN
    because: Annotated[str, asked(_("If it was dropped: why"))] = ""
    rule: Annotated[str, asked(_("Proposed by"), by_itself=True)] = ""
