"""Forms 7A and 8A: the scores that a case review agreed with the family, one field for each indicator.

The review itself is the product's own record `review` of the same day, so that it also counts for guidance that knows
no benchmarks; these forms hold the scores alone. The fields come from the tables of indicators.
"""

from typing import Annotated, Any, ClassVar, cast

import msgspec

from reintegration_benchmarks.benchmarks.domains import Domain
from reintegration_benchmarks.benchmarks.form_7a import INDICATORS_7A
from reintegration_benchmarks.benchmarks.form_8a import INDICATORS_8A
from reintegration_benchmarks.benchmarks.indicator import Indicator
from reintegration_benchmarks.benchmarks.score import Score
from supervisor_tui.domain.records.kind import RecordBody, YesNo, asked
from supervisor_tui.wording import _


class NotApplicable(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why one indicator does not apply to this child."""

    item: Annotated[str, asked(_("Indicator"), hint=_("Its number, for example 9.5."))]
    reason: Annotated[str, asked(_("Why it does not apply"), rule="RB-BM-03")]


class ScoresForm(RecordBody, frozen=True, kw_only=True):
    """What both forms ask beside the scores.

    MAY_NOT_APPLY: the domains that may be left out whole: education (an infant), and the economic stability of a young
    person who does not keep a household.
    """

    INDICATORS: ClassVar[tuple[Indicator, ...]]
    MAY_NOT_APPLY: ClassVar[frozenset[Domain]]

    not_applicable: Annotated[tuple[NotApplicable, ...], asked(_("What does not apply, and why"), rule="RB-BM-03")] = ()
    not_applicable_agreed: Annotated[
        YesNo | None, asked(_("Does the supervisor agree that these do not apply?"), rule="RB-BM-03")
    ] = None
    family_agreed: Annotated[YesNo | None, asked(_("Were the scores agreed with the family?"), rule="RB-SOP12-06")] = (
        None
    )
    child_seen: Annotated[YesNo | None, asked(_("Was the child seen in person?"), rule="RB-SOP11-02")] = None
    note: Annotated[str, asked(_("Note"), long=True)] = ""

    def score(self, indicator: Indicator) -> Score | None:
        """Return the score of an indicator of this form, or None where it was left blank."""
        score: Score | None = getattr(self, indicator.field)
        return score


def _scores_form(
    name: str, kind: str, title: str, indicators: tuple[Indicator, ...], may_not_apply: frozenset[Domain]
) -> type[ScoresForm]:
    """Return the record kind of one paper form: its indicators in order, then what is asked beside them."""
    items: list[tuple[str, Any, Any]] = [
        (one.field, Annotated[Score | None, asked(f"{one.number} {one.text}", hint=one.hint, rule="RB-BM-14")], None)
        for one in indicators
    ]
    declared = msgspec.defstruct(
        name,
        items,
        bases=(ScoresForm,),
        namespace={
            "__doc__": ScoresForm.__doc__,
            "KIND": kind,
            "TITLE": title,
            "ON": _("Review held on"),
            "INDICATORS": indicators,
            "MAY_NOT_APPLY": may_not_apply,
        },
        module=__name__,
        frozen=True,
        kw_only=True,
    )
    return cast("type[ScoresForm]", declared)


SCORES_7A = _scores_form(
    "Scores7A",
    "reintegration_benchmarks.scores_7a",
    _("Benchmark scores, form 7A (child and caregiver)"),
    INDICATORS_7A,
    frozenset({Domain.ED}),
)
SCORES_8A = _scores_form(
    "Scores8A",
    "reintegration_benchmarks.scores_8a",
    _("Benchmark scores, form 8A (young person)"),
    INDICATORS_8A,
    frozenset({Domain.ED, Domain.ES}),
)
