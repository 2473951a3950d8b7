"""What client and worker each say about ending the work."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class Side(Choice):
    """Whose word it is."""

    CLIENT = "client", _("client")
    WORKER = "worker", _("caseworker")


class ExitBasis(Choice):
    """On what the agreement rests."""

    GOALS_MET = "goals_met", _("the goals are met")
    SUFFICIENT_PROGRESS = "sufficient_progress", _("there is enough progress")
    NO_LONGER_NEEDED = "no_longer_needed", _("the service is no longer needed")


class ExitAgreement(RecordBody, frozen=True, kw_only=True):
    """One side agrees that the work can end, or does not."""

    KIND: ClassVar[str] = "prerana_exit.exit_agreement"
    TITLE: ClassVar[str] = _("Agreement to end")
    ON: ClassVar[str] = _("Said on")

    side: Annotated[Side, asked(_("Who"), rule="PX-G-03")]
    agrees: Annotated[YesNo, asked(_("Agrees that the work can end?"), rule="PX-G-03")]
    basis: Annotated[tuple[ExitBasis, ...], asked(_("Because"), rule="PX-G-03")] = ()
