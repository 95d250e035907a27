"""Whether every figure can be measured; what the figures are is for people to judge."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.benchmarks.figures import FIGURES
from tests.benchmarks.news import TRIALS
from tests.benchmarks.session import measure
from tests.benchmarks.trials import Workshop


@pytest.mark.benchmark
@pytest.mark.parametrize("name", TRIALS)
def test_every_figure_of_a_trial_can_be_measured(name: str, tmp_path: Path) -> None:
    shop = Workshop(
        tmp_path, shutil.which("newsboat"), long=2_000, slow=1.0, presses=3, articles=5_000
    )
    if name == "newsboat" and shop.newsboat is None:
        pytest.skip("newsboat is not installed")
    wanted = {
        sample
        for figure in FIGURES
        for sample in (figure.sample, figure.against)
        if sample is not None and sample.startswith(f"{name}.")
    }

    session = measure(shop, [name], runs=1)

    assert not session.troubles
    assert wanted <= {sample for sample, values in session.collected.items() if values}
