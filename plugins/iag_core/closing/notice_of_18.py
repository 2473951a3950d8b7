"""Who turns 18 soon, so that the way out can be planned: a line for each case, and a figure on the caseload."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.closing.eighteenth_birthday import EighteenthBirthday, eighteenth_birthday
from iag_core.guidance import rules
from iag_core.schedule.open_cases import while_open
from iag_core.settings import figure
from supervisor_tui.domain.answers import Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.due import DueItem
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.plan import CasePlan
from supervisor_tui.domain.records.registration import Registration
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import Status, registration, status
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.guidance.rules import Strength
from supervisor_tui.wording import _

SOURCE = "004 §3.6; ahead by our own number of days"


@rules.schedule_rule(
    "IAG-CLS-09", title=_("Turning 18: the way out is planned"), source=SOURCE, strength=Strength.WARNS
)
@while_open
def the_way_out_is_planned(case: CaseFile, as_of: date, settings: Settings) -> Iterable[DueItem]:
    """Some time before the 18th birthday the plan is looked at again, so that the end of our help surprises nobody.

    A review or a new full plan from that day on settles it; an interim plan does not. The line comes into the list as
    long before that day as that day is before the birthday. Where only the age is on file the birthday lies within a
    year: the line then asks for the day of birth. Who was 18 already when registered, and of whom neither is on file,
    has none.
    """
    opening, birthday = registration(case), eighteenth_birthday(case)
    if opening is None or birthday is None or birthday.latest <= opening.on:
        return
    notice = timedelta(days=figure(settings, "notice_of_18_days"))
    if as_of < birthday.earliest - 2 * notice:
        return
    settled = _looked_at(case, birthday.latest - notice)
    yield DueItem(
        _title(birthday),
        due=max(birthday.earliest - notice, opening.on),
        done=settled.on if settled else None,
        settled_by=settled.id if settled else None,
        settles=Review.KIND,
        unknown="" if birthday.is_known or settled else _between(birthday),
        missing=None if birthday.is_known or settled else Missing(record=Registration.KIND, field="born_on"),
        advisory=True,
    )


def _looked_at(case: CaseFile, since: date) -> Entry[Review] | Entry[CasePlan] | None:
    """Return the first review or full plan since a day."""
    found: list[Entry[Review] | Entry[CasePlan]] = [entry for entry in case.of(Review) if entry.on >= since]
    found += [entry for entry in case.of(CasePlan) if entry.on >= since and entry.body.interim is YesNo.NO]
    return min(found, key=lambda entry: (entry.on, entry.id), default=None)


def _title(birthday: EighteenthBirthday) -> str:
    if birthday.is_known:
        return _("Turns 18 on {day}: plan the way out").format(day=birthday.latest.isoformat())
    return _("Turns 18 by {day}: plan the way out").format(day=birthday.latest.isoformat())


def _between(birthday: EighteenthBirthday) -> str:
    words = _("The day of birth is not on file; by the age at registration 18 is reached between {first} and {last}.")
    return words.format(first=birthday.earliest.isoformat(), last=birthday.latest.isoformat())


@rules.indicator("IAG-CLS-09", title=_("Turning 18 soon"), source=SOURCE)
def turning_18_soon(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """An 18th birthday is seen coming, so that child and family are not surprised by the end of our help.

    Cases without a day of birth are counted by themselves, those who may turn 18 soon by their age first.
    """
    until = as_of + timedelta(days=figure(settings, "notice_of_18_days"))
    born = {case.code: eighteenth_birthday(case) for case in cases if status(case) is not Status.CLOSED}
    known = {code: day for code, day in born.items() if day is not None and day.is_known}
    soon = [code for code, day in known.items() if as_of <= day.latest <= until]
    question = _("What has to be ready before the birthday?")
    yield Figure(_("turning 18 soon"), tuple(soon), slot="soon", question=question if soon else "")
    guessed = [(code, day) for code, day in born.items() if day is not None and not day.is_known]
    maybe = [code for code, day in guessed if day.earliest <= until and as_of <= day.latest]
    asked = _("When were they born?") if maybe else ""
    yield Figure(_("may turn 18 soon, day of birth not on file"), tuple(maybe), slot="maybe", question=asked)
    unknown = [code for code in born if code not in known]
    yield Figure(_("day of birth not on file"), tuple(unknown), slot="not_known")
