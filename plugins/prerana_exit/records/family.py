"""Whether there is a family to speak with, and whether it agrees to go on with the work."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class FamilyKnown(RecordBody, frozen=True, kw_only=True):
    """Whether the agency knows any family or guardian of the client."""

    KIND: ClassVar[str] = "prerana_exit.family_known"
    TITLE: ClassVar[str] = _("Is a family known?")
    ON: ClassVar[str] = _("Found out on")

    known: Annotated[YesNo, asked(_("Is a family or guardian known?"), rule="PX-P2-b-2")]
    note: Annotated[str, asked(_("Note"))] = ""


class FamilyConsent(RecordBody, frozen=True, kw_only=True):
    """The family was asked whether the work may go on through them."""

    KIND: ClassVar[str] = "prerana_exit.family_consent"
    TITLE: ClassVar[str] = _("Family's answer about going on")
    ON: ClassVar[str] = _("Answered on")

    agrees: Annotated[YesNo, asked(_("May the work go on through the family?"), rule="PX-P2-s2")]
    note: Annotated[str, asked(_("Note"))] = ""
