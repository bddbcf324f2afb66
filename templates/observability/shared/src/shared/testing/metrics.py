"""What was measured in the course of a test."""

from collections.abc import Mapping

from prometheus_client import REGISTRY

Sample = tuple[str, frozenset[tuple[str, str]]]


def _read() -> dict[Sample, float]:
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in REGISTRY.collect()
        for sample in family.samples
    }


class Measured:
    """By how much each count has grown since this was made."""

    def __init__(self) -> None:
        self._before = _read()

    def growth(self, name: str, labels: Mapping[str, str] | None = None) -> float:
        """Tell by how much a count has grown since this was made, all its labels together."""
        wanted = frozenset((labels or {}).items())
        return sum(
            value - self._before.get(sample, 0.0)
            for sample, value in _read().items()
            if sample[0] == name and wanted <= sample[1]
        )

    def grown_labels(self, name: str, label: str) -> set[str]:
        """Give the values of a label whose counts have grown since this was made."""
        return {
            dict(sample[1])[label]
            for sample, value in _read().items()
            if sample[0] == name and value > self._before.get(sample, 0.0)
        }
