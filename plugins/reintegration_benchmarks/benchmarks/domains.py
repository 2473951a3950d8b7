"""Six domains and the twelve benchmarks in them (003 Fig 3 and 4)."""

import msgspec

from supervisor_tui.domain.choice import Choice
from supervisor_tui.domain.records.registration import SubjectKind
from supervisor_tui.wording import _


class Domain(Choice):
    """The six points of the star."""

    ED = "ED", _("Education")
    PS = "PS", _("Protection and safety")
    PW = "PW", _("Well-being and belonging")
    HD = "HD", _("Health and development")
    RA = "RA", _("Relationship with the caregiver")
    ES = "ES", _("Economic stability")


class Benchmark(msgspec.Struct, frozen=True):
    """One benchmark: its short name on the star, and what is true when it is reached."""

    code: str
    domain: Domain
    name: str
    reached: str


BENCHMARKS = (
    Benchmark(
        "B01",
        Domain.ED,
        _("accessing, attending, progressing"),
        _("In school or training, there regularly, as good as before the move or better, moving up, and liking it."),
    ),
    Benchmark(
        "B02",
        Domain.ED,
        _("inclusive"),
        _("The place of learning takes in every child and is fitted for what this child needs."),
    ),
    Benchmark(
        "B03",
        Domain.PS,
        _("safe"),
        _("Nobody harms or threatens child or caregiver now; whoever was harmed had help that worked."),
    ),
    Benchmark(
        "B04",
        Domain.PW,
        _("self-esteem and resilience"),
        _("Child and caregiver value themselves, solve problems, cope, and speak of hope."),
    ),
    Benchmark(
        "B05",
        Domain.PW,
        _("reaching social support"),
        _("Both can reach social protection, and the child's birth is registered."),
    ),
    Benchmark(
        "B06",
        Domain.PW,
        _("accepted"),
        _("Both take part in daily life, mix with others, belong, and can say who stands by them."),
    ),
    Benchmark(
        "B07",
        Domain.HD,
        _("nourished"),
        _("For six months the whole household has had two good meals a day or more."),
    ),
    Benchmark(
        "B08",
        Domain.HD,
        _("developing"),
        _("The child grows and learns as expected for the age, or gets services where not."),
    ),
    Benchmark(
        "B09",
        Domain.HD,
        _("reaching health care"),
        _("Health advice and care come without delay; children under five have all vaccinations."),
    ),
    Benchmark(
        "B10",
        Domain.RA,
        _("quality time, good talk"),
        _("Child and caregiver spend time that both value, talk often and openly, and feel understood."),
    ),
    Benchmark(
        "B11",
        Domain.RA,
        _("consistency"),
        _("Care, limits and discipline can be relied on, so that trust grows."),
    ),
    Benchmark(
        "B12",
        Domain.ES,
        _("stable"),
        _("For six months basic needs were met; the household saves, plans, and met emergencies by itself."),
    ),
)

BENCHMARK_BY_CODE = {benchmark.code: benchmark for benchmark in BENCHMARKS}


def domain_title(domain: Domain, subject: SubjectKind) -> str:
    """Return the words for a domain; a young adult has a mentor where a child has a caregiver (RB-BM-07)."""
    if domain is Domain.RA and subject is SubjectKind.YOUNG_ADULT:
        return _("Relationship with the mentor")
    return domain.label
