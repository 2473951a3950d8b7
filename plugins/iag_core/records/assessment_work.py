"""How an assessment was made: its stages, its sources, accounts that disagree, and what the child said."""

from datetime import date
from typing import Annotated, ClassVar

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Source(Choice):
    """Where an assessment may draw from (004 §3.2)."""

    RECORDS = "records", _("existing records")
    INTERVIEW = "interview", _("talks with child and family")
    OBSERVATION = "observation", _("watching child and family together")
    OTHERS = "others", _("others who know the child")
    AGENCIES = "agencies", _("other agencies")
    HOME_VISIT = "home_visit", _("home visit")


class ChildView(Choice):
    """Whether the child's wishes are known."""

    RECORDED = "recorded", _("written down")
    DECLINED = "declined", _("the child did not want to say")
    TOO_YOUNG = "too_young", _("too young to say; what was observed is written down")
    NOT_SOUGHT = "not_sought", _("nobody asked")


class Contradiction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Two accounts that disagree, or one that is incomplete, and what became of it."""

    about: Annotated[str, asked(_("About"))]
    outcome: Annotated[str, asked(_("Cleared up, or why not"), rule="IAG-S2-18")] = ""


class AssessmentWork(RecordBody, frozen=True, kw_only=True):
    """The way to an assessment, filled in when it is finished."""

    KIND: ClassVar[str] = "iag_core.assessment_work"
    TITLE: ClassVar[str] = _("How the assessment was made")
    ON: ClassVar[str] = _("Finished on")

    planned_on: Annotated[date | None, asked(_("Planned on"), rule="IAG-S2-17")] = None
    gathered_on: Annotated[date | None, asked(_("Information gathered on"), rule="IAG-S2-17")] = None
    verified_on: Annotated[date | None, asked(_("Checked on"), rule="IAG-S2-17")] = None
    analysed_on: Annotated[date | None, asked(_("Thought through on"), rule="IAG-S2-17")] = None
    sources: Annotated[tuple[Source, ...], asked(_("Sources"), rule="IAG-S2-23")] = ()
    contradictions: Annotated[tuple[Contradiction, ...], asked(_("Accounts that disagree"), rule="IAG-S2-18")] = ()
    child_view: Annotated[ChildView | None, asked(_("What the child wishes"), rule="IAG-S2-26")] = None
    next_steps_on: Annotated[
        date | None, asked(_("Next steps talked through with child and family on"), rule="IAG-S2-21")
    ] = None
