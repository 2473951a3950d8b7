"""Who asked for all services to end, since when without a break, and what broke it."""

from datetime import date

import msgspec

from prerana_exit.episode import in_this_episode
from prerana_exit.records.client_request import Asker, ClientRequest, Wish
from prerana_exit.records.family import FamilyConsent
from prerana_exit.window import Window, measure_of, window_of
from supervisor_tui.domain.answers import Fact
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.wording import _


class WishToEnd(msgspec.Struct, frozen=True):
    """One side's wish for all services to end.

    asked: the requests of the present unbroken run. contrary: what was last said or done against it, if anything.
    """

    window: Window | None
    asked: tuple[Entry[ClientRequest], ...]
    contrary: Fact | None

    def facts(self) -> tuple[Fact, ...]:
        """Return the requests of the run as facts."""
        return tuple(entry.fact(_("Asked for all services to end.")) for entry in self.asked)


def wish_to_end(case: CaseFile, asker: Asker, settings: Settings) -> WishToEnd:
    """Return what one side wants, read from its requests and, for the family, from its consent to go on.

    A wish to keep some areas takes back the wider one. A wish for another worker is no word on ending.
    """
    requests = [entry for entry in in_this_episode(case, ClientRequest) if entry.body.asker is asker]
    asked = [entry for entry in requests if entry.body.wish is Wish.END_ALL]
    against = [
        entry.fact(entry.body.wish.label) for entry in requests if entry.body.wish in {Wish.GO_ON, Wish.END_EXCEPT}
    ]
    if asker is Asker.FAMILY:
        against += [
            entry.fact(_("The family agreed to go on with the work."))
            for entry in in_this_episode(case, FamilyConsent)
            if entry.body.agrees is YesNo.YES
        ]
    window = window_of((entry.on for entry in asked), map(_day, against), measure_of(case, settings))
    run = tuple(entry for entry in asked if window is not None and entry.on >= window.since)
    return WishToEnd(window, run, max(against, key=_day, default=None))


def _day(fact: Fact) -> date:
    assert fact.on is not None
    return fact.on
