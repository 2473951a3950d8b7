"""Who comes in, by which way, and who is sent here without fitting."""

from collections.abc import Iterable
from datetime import date, timedelta

from iag_core.guidance import rules
from iag_core.records.not_eligible import NotEligible
from iag_core.settings import figure
from supervisor_tui.domain.case_file import CaseFile
from supervisor_tui.domain.ids import CaseCode
from supervisor_tui.domain.records.registration import Pathway, Sex
from supervisor_tui.domain.settings import Settings
from supervisor_tui.domain.status import registration
from supervisor_tui.guidance.figures import Figure
from supervisor_tui.wording import _


@rules.indicator("IAG-S1-01", title=_("Ways in"), source="004 §1.2")
def ways_in(cases: tuple[CaseFile, ...], _as_of: date, _settings: Settings) -> Iterable[Figure]:
    """By which ways children came to notice: a way that nobody uses any more is worth a question."""
    by_way: dict[Pathway | None, list[CaseCode]] = {}
    for case in cases:
        opening = registration(case)
        if opening is not None:
            by_way.setdefault(opening.body.pathway, []).append(case.code)
    for way in Pathway:
        yield Figure(_("came through: {way}").format(way=way.label), tuple(by_way.get(way, ())), slot=way.value)
    yield Figure(_("came through: not recorded"), tuple(by_way.get(None, ())), slot="not_recorded")


@rules.indicator("IAG-S1-06", title=_("Children sent here that do not fit"), source="004 §3.1; our own threshold")
def sent_here_without_fitting(cases: tuple[CaseFile, ...], as_of: date, settings: Settings) -> Iterable[Figure]:
    """When one source keeps sending children that do not fit, it is told what the agency does, or criteria change."""
    days = timedelta(days=figure(settings, "misfit_days"))
    by_source: dict[str, list[CaseCode]] = {}
    for case in cases:
        for entry in case.of(NotEligible):
            if as_of - days < entry.on <= as_of:
                by_source.setdefault(entry.body.source.strip(), []).append(case.code)
    for source, codes in sorted(by_source.items()):
        enough = bool(source) and len(codes) >= figure(settings, "misfits_from_one_source")
        yield Figure(
            _("do not fit, sent by {source}").format(source=source or _("a source that is not recorded")),
            tuple(codes),
            slot=source or "not_recorded",
            question=_("Does this source know what you do? Should the criteria change?") if enough else "",
        )


@rules.indicator("IAG-DB-04", title=_("Statistics in shared codes"), source="004 §2.5.2")
def statistics_in_shared_codes(cases: tuple[CaseFile, ...], _as_of: date, _settings: Settings) -> Iterable[Figure]:
    """Common codes make common statistics; what fits no code is counted as such, and never dropped."""
    by_sex: dict[Sex | None, list[CaseCode]] = {}
    for case in cases:
        opening = registration(case)
        by_sex.setdefault(opening.body.sex if opening else None, []).append(case.code)
    for sex in Sex:
        yield Figure(_("sex: {sex}").format(sex=sex.label), tuple(by_sex.get(sex, ())), slot=sex.value)
    yield Figure(_("sex: no code fits, or not recorded"), tuple(by_sex.get(None, ())), slot="unmapped")
