"""The scores of one review: what is blank, what is reached, what does not apply."""

from collections.abc import Iterable, Sequence

import msgspec

from reintegration_benchmarks.benchmarks.domains import BENCHMARKS, Domain
from reintegration_benchmarks.benchmarks.indicator import Indicator
from reintegration_benchmarks.benchmarks.score import Score
from reintegration_benchmarks.records.scores_form import ScoresForm
from supervisor_tui.domain.records.kind import YesNo


class AgreedScores(msgspec.Struct, frozen=True):
    """The scores of a form by indicator, in its order; None is a blank.

    What was said not to apply without a reason is a blank, too. may_not_apply: the domains that may be left out whole.
    """

    scores: tuple[tuple[Indicator, Score | None], ...]
    may_not_apply: frozenset[Domain]
    not_applicable_agreed: bool
    family_agreed: YesNo | None

    def of_domain(self, domain: Domain) -> tuple[Score | None, ...]:
        """Return the scores of one domain."""
        return tuple(score for indicator, score in self.scores if indicator.domain is domain)

    @property
    def blanks(self) -> tuple[Indicator, ...]:
        """The indicators that nobody scored."""
        return tuple(indicator for indicator, score in self.scores if score is None)

    @property
    def not_reached(self) -> tuple[Indicator, ...]:
        """The indicators scored 0."""
        return tuple(indicator for indicator, score in self.scores if score is Score.NOT_REACHED)

    @property
    def not_applying(self) -> tuple[Indicator, ...]:
        """The indicators that do not apply, each with a reason on the form."""
        return tuple(indicator for indicator, score in self.scores if score is Score.DOES_NOT_APPLY)

    @property
    def domains_left_out(self) -> tuple[Domain, ...]:
        """The domains said not to apply as a whole although they always do."""
        if not self.not_applying:
            return ()
        return tuple(
            domain
            for domain in Domain
            if domain not in self.may_not_apply and set(self.of_domain(domain)) == {Score.DOES_NOT_APPLY}
        )

    @property
    def benchmarks_not_reached(self) -> tuple[str, ...]:
        """The codes of the benchmarks with an indicator at 0."""
        failing = {indicator.benchmark for indicator in self.not_reached}
        return tuple(benchmark.code for benchmark in BENCHMARKS if benchmark.code in failing)

    @property
    def all_reached(self) -> bool:
        """Whether every benchmark that applies is reached, and nothing is blank."""
        return not self.blanks and not self.not_reached


def agreed_scores(forms: Sequence[ScoresForm]) -> AgreedScores:
    """Return the scores that forms of one kind and day agree on; where two differ the lower counts."""
    first = forms[0]
    return AgreedScores(
        tuple((one, _lowest(_score(form, one) for form in forms)) for one in first.INDICATORS),
        first.MAY_NOT_APPLY,
        all(form.not_applicable_agreed is YesNo.YES for form in forms if _says_not_applicable(form)),
        first.family_agreed if len({form.family_agreed for form in forms}) == 1 else None,
    )


def _score(form: ScoresForm, indicator: Indicator) -> Score | None:
    score = form.score(indicator)
    if score is Score.DOES_NOT_APPLY:
        explained = {one.item for one in form.not_applicable if one.reason.strip()}
        return score if indicator.number in explained else None
    return score


def _says_not_applicable(form: ScoresForm) -> bool:
    return any(form.score(one) is Score.DOES_NOT_APPLY for one in form.INDICATORS)


def _lowest(scores: Iterable[Score | None]) -> Score | None:
    found = set(scores)
    for score in (Score.NOT_REACHED, None, Score.DOES_NOT_APPLY):
        if score in found:
            return score
    return Score.REACHED
