"""Others who watch with us: trained first, and decided on with the supervisor."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, record_check
from iag_core.records.watching_changes import Watcher
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.contact import Channel, FollowUp
from supervisor_tui.domain.settings import Settings
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

TOLD_BY_OTHERS = frozenset({Channel.PROVIDER, Channel.COMMUNITY})


@record_check(
    "FU-09",
    FollowUp,
    title=_("Those who watch with us are trained first"),
    source="002",
    nothing=_("There is no follow-up yet."),
    fine=_("Nobody reported before being trained."),
    strength=Strength.WARNS,
)
def watchers_are_trained_first(case: CaseFile, body: FollowUp, on: date, _settings: Settings) -> Iterable[Problem]:
    """Providers and people of the community may watch for changes once they were trained for it."""
    watching = [entry.body for entry in case.of(Watcher)]
    if body.channel not in TOLD_BY_OTHERS or not watching:
        return
    if not any(one.trained_on is not None and one.trained_on <= on for one in watching):
        words = _("The report of {day} came before anybody who watches with us was trained.")
        yield Problem(words.format(day=on.isoformat()), "channel")


@record_check(
    "FU-10",
    Watcher,
    title=_("Others watch once the supervisor decided it"),
    source="002",
    nothing=_("Nobody else watches with us."),
    fine=_("It was decided with the supervisor who watches with us."),
    strength=Strength.WARNS,
)
def others_watch_once_it_is_decided(_case: CaseFile, body: Watcher, on: date, _settings: Settings) -> Iterable[Problem]:
    """Before somebody else gets the duty to watch, caseworker and supervisor talk it over and decide."""
    if body.decided_on is None:
        yield Problem(_("It is not recorded when this was decided with the supervisor."), "decided_on")
    elif body.decided_on > on:
        yield Problem(_("The duty began before it was decided with the supervisor."), "decided_on")
