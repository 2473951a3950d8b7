"""The twelve benchmarks in six domains, their indicators, and how scores are read."""
