"""Reviews: the four questions, who took part, who chaired, who chose the time."""

from collections.abc import Iterable
from datetime import date

from iag_core.problems import Problem, blank, case_check, record_check
from iag_core.stages import before_the_first_review
from supervisor_tui.domain.answers import Answer
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.records.contact import Review, TimeChosenBy
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import worker
from supervisor_tui.guidance.rules import RuleKind, Strength
from supervisor_tui.wording import _

NO_REVIEW = _("No review was held in this stretch of work.")


@record_check(
    "IAG-S5-14",
    Review,
    declares=RuleKind.FORM,
    title=_("The four questions of a review"),
    source="004 §1.2, §3.5",
    nothing=NO_REVIEW,
    fine=_("Every review answers the four questions."),
    on_saving=False,
    unless=before_the_first_review,
)
def the_four_questions(_case: CaseFile, body: Review, on: date, _settings: Settings) -> Iterable[Problem]:
    """A review asks: does it move, are goals being met, is the plan still right, what changes or is needed besides?"""
    day = on.isoformat()
    yield from blank(
        body,
        ("progress", _("Review of {day}: it is not said whether it moves.").format(day=day)),
        ("goals_being_met", _("Review of {day}: it is not said whether goals are being met.").format(day=day)),
        ("plan_still_right", _("Review of {day}: it is not said whether the plan is still right.").format(day=day)),
        ("changes", _("Review of {day}: it is not said what changes.").format(day=day)),
    )


@record_check(
    "IAG-S5-15",
    Review,
    declares=RuleKind.CHECKLIST,
    title=_("Child and family took part"),
    source="004 §3.5",
    nothing=NO_REVIEW,
    fine=_("Child and family took part in every review, or it is said why not."),
    on_saving=False,
    unless=before_the_first_review,
)
def child_and_family_took_part(_case: CaseFile, body: Review, on: date, _settings: Settings) -> Iterable[Problem]:
    """Child and family take part in the review with the caseworker; whoever is not there is missing for a reason."""
    there = (body.child_took_part, body.family_took_part)
    if any(answer is not YesNo.YES for answer in there) and not body.absent_because.strip():
        field = "child_took_part" if body.child_took_part is not YesNo.YES else "family_took_part"
        words = _("Review of {day}: child or family did not take part on record, and no reason is given.")
        yield Problem(words.format(day=on.isoformat()), field)


@record_check(
    "IAG-S5-16",
    Review,
    title=_("Chaired by somebody else than the caseworker"),
    source="004 §3.5",
    nothing=NO_REVIEW,
    fine=_("Somebody who does not carry the case chaired the reviews."),
    strength=Strength.WARNS,
    on_saving=False,
    unless=before_the_first_review,
)
def chaired_by_somebody_else(case: CaseFile, body: Review, on: date, _settings: Settings) -> Iterable[Problem]:
    """It helps if a supervisor, or somebody who does not work on the case, chairs the review."""
    if body.chair is None:
        words = _("Review of {day}: it is not recorded who chaired it.")
        yield Problem(words.format(day=on.isoformat()), "chair", is_open=True)
    elif body.chair == worker(case.until(on)):
        yield Problem(_("Review of {day}: the caseworker chaired it.").format(day=on.isoformat()), "chair")


@case_check(
    "IAG-S5-18",
    declares=RuleKind.CHECKLIST,
    title=_("Times that suit child and family"),
    source="004 §1.4",
    strength=Strength.WARNS,
    unless=before_the_first_review,
)
def times_that_suit_them(case: CaseFile, _as_of: date, _settings: Settings) -> Answer:
    """Work and reviews are at times that suit child and family, not only the staff. This informs; it finds no fault."""
    chosen = [entry for entry in case.of(Review) if entry.body.time_chosen_by is not None]
    if not chosen:
        return Answer.does_not_apply(_("Nobody recorded who chose the times of reviews."))
    last = chosen[-1]
    if last.body.time_chosen_by is TimeChosenBy.STAFF:
        return Answer.passes(_("The staff chose the time of the last review."), last.fact(_("Review")))
    return Answer.passes(_("Child or family chose the time of the last review."), last.fact(_("Review")))
