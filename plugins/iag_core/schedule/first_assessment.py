"""The first assessment: hoped for in 24 hours, at the latest in 48, sooner in danger to life."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

import msgspec

from iag_core.assessments import clock_start, finished_at, first_look
from iag_core.guidance import rules
from iag_core.schedule.open_cases import while_open
from iag_core.settings import figure
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.calendar import hours_after, is_after
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.assessment import Assessment
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import registration
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

REGISTRATION_MISSING = _("The day of registration is not recorded, so no time limit can be counted.")


@rules.schedule_rule(
    "IAG-S2-01", title=_("First assessment hoped for in 24 hours"), source="004 §3.2", strength=Strength.WARNS
)
def the_first_day(_case: CaseFile, _as_of: date, _settings: Settings) -> Iterable[DueItem]:
    """The child should be seen and assessed within 24 hours of registration.

    It is the target of the 48-hour line, so that one assessment stands once in the list.
    """
    return ()


@rules.schedule_rule("IAG-S2-02", title=_("First assessment within 48 hours"), source="004 §3.2")
@while_open
def the_first_assessment(case: CaseFile, _as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Where 24 hours are not possible, the first assessment must be finished within 48 hours of registration.

    In danger to life the shorter limit takes its place (IAG-S2-03).
    """
    opening = registration(case)
    if opening is not None and opening.body.urgent is YesNo.YES:
        return ()
    item = _first_assessment(case)
    start = _start(case)
    if start is None:
        return (unregistered(item),)
    return (
        msgspec.structs.replace(
            item,
            title=_titled(_("First assessment"), start),
            due=hours_after(start, figure(settings, "initial_limit_hours")),
            target=hours_after(start, figure(settings, "initial_target_hours")),
        ),
    )


@rules.schedule_rule("IAG-S2-03", title=_("First assessment at once in danger to life"), source="004 §3.2")
@while_open
def the_urgent_assessment(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """A child in danger to life or body is assessed sooner than in 24 hours; the agency says how soon.

    While the agency has not said it, what happens inside 24 hours is not known; from then on it is late. Whether there
    is danger is asked at registration: a blank is not known until the first assessment answers it.
    """
    opening, start = registration(case), _start(case)
    if opening is None or start is None or opening.body.urgent is YesNo.NO:
        return ()
    item = _first_assessment(case)
    if opening.body.urgent is not YesNo.YES:
        return () if item.done is not None else (_danger_not_asked(start, settings),)
    hours = settings.number("urgent_hours")
    title = _titled(_("First assessment, danger to life"), start)
    if hours is not None and hours < 24:
        return (msgspec.structs.replace(item, title=title, due=hours_after(start, hours)),)
    outer = hours_after(start, 24)
    due = outer - timedelta(minutes=1) if isinstance(outer, datetime) else outer
    late = is_after(item.done if item.done is not None else as_of, due)
    return (
        msgspec.structs.replace(
            item,
            title=title,
            due=due,
            unknown="" if late else _("The agency has not decided how soon a child in danger must be assessed."),
            missing=None if late else Missing(setting=settings.full_key("urgent_hours")),
        ),
    )


def unregistered(item: DueItem) -> DueItem:
    """Return the item as it reads while nobody recorded the registration."""
    return msgspec.structs.replace(
        item, unknown=REGISTRATION_MISSING, missing=Missing(record=Registration.KIND, field="at")
    )


def _first_assessment(case: CaseFile) -> DueItem:
    done = first_look(case)
    return DueItem(
        _("First assessment"),
        done=finished_at(done) if done else None,
        settled_by=done.id if done else None,
        settles=Assessment.KIND,
    )


def _start(case: CaseFile) -> date | datetime | None:
    done = first_look(case)
    return clock_start(case, done.on if done else None)


def _titled(title: str, start: date | datetime) -> str:
    if isinstance(start, datetime):
        return title
    return _("{title} (hour of registration not recorded: read by days)").format(title=title)


def _danger_not_asked(start: date | datetime, settings: Settings) -> DueItem:
    return DueItem(
        _("Danger to life: not asked at registration"),
        due=hours_after(start, figure(settings, "initial_target_hours")),
        settles=Registration.KIND,
        slot="danger",
        unknown=_("Nobody recorded whether there is danger to life, so the time limit is not known."),
        missing=Missing(record=Registration.KIND, field="urgent"),
    )
