"""Caseworkers: who carries what, changes of hands, talks refused. None of it scores a person."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise

from iag_core.figures.plans_and_work import is_worked_on
from iag_core.guidance import rules
from iag_core.settings import figure
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.contact import FollowUp, SeenAlone
from supervisor_tui.domain.records.responsibility import Assignment
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import worker
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _


@rules.indicator("IAG-S2-28", title=_("Private talks refused"), source="004 §3.2, drawn from a case study")
def private_talks_refused(cases: tuple[CaseFile, ...], _as_of: date, settings: Settings) -> Iterable[Figure]:
    """A caregiver who keeps refusing a private talk with the child is a warning sign, to be spoken of in supervision.

    It is no reason to wait.
    """
    most = figure(settings, "refused_talks")
    refused = [case.code for case in cases if is_worked_on(case) and _refusals(case) >= most]
    question = _("What can be done so that the child is heard alone?")
    yield Figure(_("private talk with the child refused again"), tuple(refused), question=question)


@rules.indicator("IAG-S3-15", title=_("Changes of caseworker"), source="004 §3.3; our own threshold")
def changes_of_caseworker(cases: tuple[CaseFile, ...], _as_of: date, settings: Settings) -> Iterable[Figure]:
    """The same worker stays with the child; a change has a reason, and several close together are asked about."""
    within = timedelta(days=figure(settings, "worker_change_days"))
    most = figure(settings, "worker_changes")
    silent = [case.code for case in cases if any(not reason.strip() for _day, reason in _changes(case))]
    often = [case.code for case in cases if _close_together([day for day, _why in _changes(case)], within, most)]
    yield Figure(_("caseworker changed without a reason on record"), tuple(silent), slot="no_reason")
    question = _("What would let one worker stay?")
    yield Figure(_("caseworker changed again within a short time"), tuple(often), slot="often", question=question)


@rules.indicator("IAG-DB-05", title=_("Cases by caseworker"), source="004 §2.5.2")
def cases_by_caseworker(cases: tuple[CaseFile, ...], _as_of: date, _settings: Settings) -> Iterable[Figure]:
    """Whoever gives out cases sees who carries how many."""
    held: dict[str, list[CaseCode]] = {}
    for case in cases:
        carrying = worker(case)
        if carrying is not None and is_worked_on(case):
            held.setdefault(carrying, []).append(case.code)
    for code, codes in sorted(held.items()):
        yield Figure(_("open cases of {worker}").format(worker=code), tuple(codes), slot=code)


@rules.indicator("IAG-PRIN-07", title=_("Records without a writer"), source="004 §1.3")
def records_without_a_writer(cases: tuple[CaseFile, ...], _as_of: date, _settings: Settings) -> Iterable[Figure]:
    """The agency answers to child, family, community and law: every record says who wrote it and when."""
    nameless = [case.code for case in cases if any(not record.by.strip() for record in case.records)]
    yield Figure(_("with a record that nobody signed for"), tuple(nameless))


def _refusals(case: CaseFile) -> int:
    return sum(entry.body.seen_alone is SeenAlone.REFUSED for entry in case.of(FollowUp))


def _changes(case: CaseFile) -> list[tuple[date, str]]:
    given = case.of(Assignment)
    return [
        (later.on, later.body.reason) for earlier, later in pairwise(given) if earlier.body.worker != later.body.worker
    ]


def _close_together(days: list[date], within: timedelta, most: int) -> bool:
    return any(last - first <= within for first, last in zip(days, days[most - 1 :], strict=False))
