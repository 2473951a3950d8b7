"""The star as a table: a letter for each domain, what is reached, how it moved."""

from reintegration_benchmarks.benchmarks.domains import domain_title
from reintegration_benchmarks.benchmarks.star import StarPoint, star
from reintegration_benchmarks.case_reviews import CaseReview, case_reviews
from supervisor_tui.domain.answers import Result
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import RuleId
from supervisor_tui.domain.records.registration import SubjectKind
from supervisor_tui.domain.status import registration
from supervisor_tui.guidance.panels import Grid, Line, Lines, Paragraph, Section
from supervisor_tui.wording import _, ngettext


def star_picture(case: CaseFile) -> tuple[Section, ...]:
    """Return the star of the latest scored review, and what that review still lacks."""
    scored = [review for review in case_reviews(case) if review.scores is not None]
    if not scored:
        return (Paragraph(_("No benchmarks are scored yet."), _("Star")),)
    latest = scored[-1]
    before = scored[-2].scores if len(scored) > 1 else None
    assert latest.scores is not None
    opening = registration(case)
    subject = opening.body.subject if opening else SubjectKind.CHILD
    return (
        Grid(
            _("Star on {day}").format(day=latest.on),
            (_("Domain"), _("Colour"), _("Reached"), _("Does not apply"), _("Since last review")),
            tuple(_row(point, subject) for point in star(latest.scores, before)),
        ),
        *_open_ends(latest),
    )


def _row(point: StarPoint, subject: SubjectKind) -> tuple[str, ...]:
    return (
        domain_title(point.domain, subject),
        f"{point.colour.value} {point.colour.label}",
        _("{reached} of {applicable}").format(reached=point.reached, applicable=point.applicable),
        str(point.not_applicable or ""),
        point.trend.label,
    )


def _open_ends(review: CaseReview) -> tuple[Section, ...]:
    lines = [Line(gap.text, Result.UNKNOWN, rule=RuleId("RB-SOP12-06"), missing=gap.missing) for gap in review.gaps]
    below = review.scores.not_reached if review.scores else ()
    if below:
        text = ngettext("{count} indicator at 0: {numbers}", "{count} indicators at 0: {numbers}", len(below))
        numbers = ", ".join(indicator.number for indicator in below)
        lines.append(Line(text.format(count=len(below), numbers=numbers), Result.FAIL, rule=RuleId("RB-SOP12-07")))
    return (Lines(_("Still open in this review"), tuple(lines)),) if lines else ()
