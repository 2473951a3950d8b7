"""Where the child is placed or reunified, and when that ended."""

from datetime import date
from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class PlacementKind(Choice):
    """The form of care."""

    REUNIFICATION = "reunification", _("back with the family")
    KINSHIP = "kinship", _("with relatives")
    FOSTER = "foster", _("foster family")
    INDEPENDENT = "independent", _("supported independent living")
    SAFE_HOUSE = "safe_house", _("safe house")
    INSTITUTION = "institution", _("institution")
    AFTERCARE = "aftercare", _("aftercare home")


class Placement(RecordBody, frozen=True, kw_only=True):
    """The child moves in; reunification and family care start the monitoring calendar."""

    KIND: ClassVar[str] = "placement"
    TITLE: ClassVar[str] = _("Placement")
    ON: ClassVar[str] = _("Moved in on")

    form: Annotated[PlacementKind, asked(_("Form of care"), rule="RB-ST-08")]
    household: Annotated[str, asked(_("Household"), hint=_("A code such as H-02, never a name."))] = ""
    temporary: Annotated[YesNo | None, asked(_("Only for a time?"))] = None
    authority: Annotated[
        str, asked(_("Authority that decided"), hint=_("Its reference, not a person's name."), rule="IAG-BI-08")
    ] = ""
    authorised_on: Annotated[date | None, asked(_("Decided by the authority on"), rule="IAG-BI-08")] = None


class PlacementEnded(RecordBody, frozen=True, kw_only=True):
    """The placement broke down or came to its end."""

    KIND: ClassVar[str] = "placement_ended"
    TITLE: ClassVar[str] = _("Placement ended")
    ON: ClassVar[str] = _("Ended on")

    reason: Annotated[str, asked(_("Reason"))] = ""
