"""What the client or the family asks of the work: to end, to end in part, to have another worker, or to go on."""

from typing import Annotated, ClassVar

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.kind import RecordBody, asked
from supervisor_tui.wording import _


class Asker(Choice):
    """Who asks."""

    CLIENT = "client", _("client")
    FAMILY = "family", _("family")


class Wish(Choice):
    """What is asked for; the wish to go on takes back an earlier one to end."""

    END_ALL = "end_all", _("end all services")
    END_EXCEPT = "end_except", _("end all but some areas")
    CHANGE_WORKER = "change_worker", _("have another caseworker")
    GO_ON = "go_on", _("go on (takes back an earlier wish)")


class ClientRequest(RecordBody, frozen=True, kw_only=True):
    """The client or the family said what they want of the work; said again, it is a record again."""

    KIND: ClassVar[str] = "prerana_exit.client_request"
    TITLE: ClassVar[str] = _("Wish of client or family")
    ON: ClassVar[str] = _("Said on")

    asker: Annotated[Asker, asked(_("Who"), rule="PX-G-05")]
    wish: Annotated[Wish, asked(_("Wants to"), rule="PX-G-05")]
    areas: Annotated[tuple[str, ...], asked(_("Areas to keep"), rule="PX-P2-a-2")] = ()
    how: Annotated[str, asked(_("How it was said"), hint=_("For example at a visit, by letter."))] = ""
