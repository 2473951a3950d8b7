"""One indicator of a review form."""

import msgspec

from reintegration_benchmarks.benchmarks.domains import BENCHMARK_BY_CODE, Domain


class Indicator(msgspec.Struct, frozen=True):
    """A statement that is scored 1 or 0 with the family, numbered as on the paper form ("12.4").

    The rest follows from the number: benchmark is the code of its benchmark (the number before the point), domain the
    domain of that, field the field of the scores form that holds the score.
    """

    number: str
    text: str
    hint: str = ""
    benchmark: str = ""
    domain: Domain = Domain.ED
    field: str = ""

    def __post_init__(self) -> None:
        """Work out once what thousands of case files ask for."""
        benchmark = f"B{int(self.number.partition('.')[0]):02}"
        msgspec.structs.force_setattr(self, "benchmark", benchmark)
        msgspec.structs.force_setattr(self, "domain", BENCHMARK_BY_CODE[benchmark].domain)
        msgspec.structs.force_setattr(self, "field", "item_" + self.number.replace(".", "_"))
