"""One indicator of a review form."""

import msgspec

from reintegration_benchmarks.benchmarks.domains import BENCHMARK_BY_CODE, Domain


class Indicator(msgspec.Struct, frozen=True):
    """A statement that is scored 1 or 0 with the family, numbered as on the paper form ("12.4")."""

    number: str
    text: str
    hint: str = ""

    @property
    def benchmark(self) -> str:
        """The code of the benchmark it belongs to, which is the number before the point."""
        return f"B{int(self.number.partition('.')[0]):02}"

    @property
    def domain(self) -> Domain:
        """The domain it belongs to."""
        return BENCHMARK_BY_CODE[self.benchmark].domain

    @property
    def field(self) -> str:
        """The field of the scores form that holds its score."""
        return "item_" + self.number.replace(".", "_")
