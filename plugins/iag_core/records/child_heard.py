"""What makes a child strong, how the child took part, and what child and family say of our work."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class There(Choice):
    """Whether something that helps is there."""

    YES = "yes", _("yes")
    IN_PART = "in_part", _("in part")
    NO = "no", _("no")


class Strengths(RecordBody, frozen=True, kw_only=True):
    """Four things that help a child to get over what happened (004 §1.4)."""

    KIND: ClassVar[str] = "iag_core.strengths"
    TITLE: ClassVar[str] = _("What makes the child strong")
    ON: ClassVar[str] = _("Asked on")

    caregiver_bond: Annotated[There | None, asked(_("A close bond with a caregiver"), rule="IAG-PRIN-11")] = None
    good_parenting: Annotated[There | None, asked(_("Parents who guide and praise"), rule="IAG-PRIN-11")] = None
    schooling: Annotated[There | None, asked(_("School or learning"), rule="IAG-PRIN-11")] = None
    social_ties: Annotated[There | None, asked(_("Friends and neighbours"), rule="IAG-PRIN-11")] = None


class HeardAt(Choice):
    """The steps at which the child has a say."""

    ASSESSMENT = "assessment", _("assessment")
    PLAN = "plan", _("case plan")
    REVIEW = "review", _("review")
    CLOSURE = "closure", _("closing")


class Participation(RecordBody, frozen=True, kw_only=True):
    """How the child took part in a step, or why not."""

    KIND: ClassVar[str] = "iag_core.participation"
    TITLE: ClassVar[str] = _("How the child took part")
    ON: ClassVar[str] = _("On")

    step: Annotated[HeardAt, asked(_("In which step"), rule="IAG-PRIN-13")]
    how: Annotated[str, asked(_("How"), rule="IAG-PRIN-13")] = ""
    why_not: Annotated[str, asked(_("If not: why"), rule="IAG-PRIN-13")] = ""


class Feedback(RecordBody, frozen=True, kw_only=True):
    """Child or family said what they think of our work."""

    KIND: ClassVar[str] = "iag_core.feedback"
    TITLE: ClassVar[str] = _("Feedback of child or family")
    ON: ClassVar[str] = _("Given on")

    said: Annotated[str, asked(_("What they said"), long=True, rule="IAG-PRIN-08")] = ""
    answered_on: Annotated[date | None, asked(_("Answered on"), rule="IAG-PRIN-08")] = None
