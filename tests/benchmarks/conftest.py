"""What is marked `benchmark` takes minutes and runs only when it is asked for: `-m benchmark`."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the benchmarks out of a run that does not name their mark."""
    if "benchmark" in config.option.markexpr:
        return
    slow = [item for item in items if item.get_closest_marker("benchmark")]
    if slow:
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]
