"""The hand-over list on paper, one case or a whole batch; a file's name holds a code and never a person."""

from supervisor_tui.casework.desk import Desk
from supervisor_tui.casework.transfers.packing import pack_of
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.exchange.hand_over_markdown import hand_over_as_markdown
from supervisor_tui.exchange.paper.paper import CodesOrNames, Paper
from supervisor_tui.wording import _

__all__ = ["hand_over_on_paper"]


def hand_over_on_paper(desk: Desk, code: CaseCode, *, with_names: bool = False) -> Paper:
    """Return the hand-over list of a case as a paper.

    Raises RefusedError where the file may not go, and IdentitiesClosed where names are asked for and locked away.
    """
    pack = pack_of(desk, code, with_names=with_names)
    return Paper(
        title=_("Hand-over list {code}").format(code=code),
        markdown=hand_over_as_markdown(pack),
        holds=CodesOrNames.NAMES if with_names else CodesOrNames.CODES,
    )
