"""Case reviews: the product's own review of a day together with the benchmark scores of the same day."""

from collections.abc import Sequence
from datetime import date

import msgspec

from reintegration_benchmarks.benchmarks.agreed_scores import AgreedScores, agreed_scores
from reintegration_benchmarks.records.scores_form import SCORES_7A, SCORES_8A, ScoresForm
from supervisor_tui.domain.answers import Fact, Missing
from supervisor_tui.domain.case_file import CaseFile, Entry
from supervisor_tui.domain.records.contact import Review
from supervisor_tui.domain.records.kind import YesNo
from supervisor_tui.domain.records.registration import SubjectKind
from supervisor_tui.domain.status import registration
from supervisor_tui.wording import _, ngettext


class Gap(msgspec.Struct, frozen=True):
    """What a review still lacks, in words, and what would settle it."""

    text: str
    missing: Missing


class CaseReview(msgspec.Struct, frozen=True):
    """What was reviewed on one day; only a review without gaps is complete and counts."""

    on: date
    review: Entry[Review] | None
    forms: tuple[Entry[ScoresForm], ...]
    scores: AgreedScores | None
    gaps: tuple[Gap, ...]

    @property
    def is_complete(self) -> bool:
        """Whether plan and benchmarks were reviewed and nothing was left open."""
        return not self.gaps

    def fact(self, text: str) -> Fact:
        """State a fact that rests on this review."""
        known: Sequence[Entry[Review] | Entry[ScoresForm]] = (*([self.review] if self.review else []), *self.forms)
        return known[0].fact(text)


def case_reviews(case: CaseFile) -> tuple[CaseReview, ...]:
    """Return what was reviewed, day by day, oldest first, complete or not."""
    reviews = {entry.on: entry for entry in case.of(Review)}
    scored = {day: forms for form in (SCORES_8A, SCORES_7A) for day, forms in _by_day(case, form).items()}
    return tuple(_case_review(case, day, reviews.get(day), scored.get(day, ())) for day in sorted({*reviews, *scored}))


def complete_reviews(case: CaseFile, since: date) -> tuple[CaseReview, ...]:
    """Return the complete reviews held on `since` or later, oldest first; the last of them is the final review."""
    return tuple(review for review in case_reviews(case) if review.is_complete and review.on >= since)


def scores_kind(case: CaseFile) -> type[ScoresForm]:
    """Return the form that fits this case: 8A for a young adult, 7A for a child and its caregiver."""
    opening = registration(case)
    young = opening is not None and opening.body.subject is SubjectKind.YOUNG_ADULT
    return SCORES_8A if young else SCORES_7A


def _by_day(case: CaseFile, form: type[ScoresForm]) -> dict[date, tuple[Entry[ScoresForm], ...]]:
    found: dict[date, tuple[Entry[ScoresForm], ...]] = {}
    for entry in case.of(form):
        found[entry.on] = (*found.get(entry.on, ()), entry)
    return found


def _case_review(
    case: CaseFile, day: date, review: Entry[Review] | None, forms: tuple[Entry[ScoresForm], ...]
) -> CaseReview:
    scores = agreed_scores([form.body for form in forms]) if forms else None
    gaps = [] if review is not None else [Gap(_("the review of the plan is not recorded"), Missing(record=Review.KIND))]
    if scores is None:
        gaps.append(Gap(_("the benchmarks are not scored"), Missing(record=scores_kind(case).KIND)))
    else:
        gaps += _open_ends(scores, forms[0].record.kind)
    return CaseReview(day, review, forms, scores, tuple(gaps))


def _open_ends(scores: AgreedScores, kind: str) -> list[Gap]:
    gaps = []
    if scores.blanks:
        text = ngettext("{count} indicator is blank", "{count} indicators are blank", len(scores.blanks))
        gaps.append(Gap(text.format(count=len(scores.blanks)), Missing(record=kind, field=scores.blanks[0].field)))
    if scores.not_applying and not scores.not_applicable_agreed:
        text = _("the supervisor has not agreed to what does not apply")
        gaps.append(Gap(text, Missing(record=kind, field="not_applicable_agreed", who=_("supervisor"))))
    for domain in scores.domains_left_out:
        text = _("{domain} always applies").format(domain=domain.label)
        gaps.append(Gap(text, Missing(record=kind, field="not_applicable")))
    if scores.family_agreed is not YesNo.YES:
        text = _("the scores are not agreed with the family")
        gaps.append(Gap(text, Missing(record=kind, field="family_agreed", who=_("caseworker"))))
    return gaps
