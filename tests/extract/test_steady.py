"""The collector of cyclic rubbish rests during an analysis, and goes on after it."""

from __future__ import annotations

import gc

import pytest

from tui.extract.steady import without_collector


def test_it_rests_and_goes_on() -> None:
    with without_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_whatever_happens() -> None:
    with pytest.raises(ValueError, match="broken"), without_collector():
        raise ValueError("broken")
    assert gc.isenabled()


def test_who_had_stopped_it_keeps_it_stopped() -> None:
    gc.disable()
    try:
        with without_collector():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
