"""The keys of the settings as data: each key runs one command, and what is wrong is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.commands import COMMANDS, keys_of
from tui.screens.keys import settle

TAKEN = "{} has taken the key of {}"


@pytest.mark.parametrize(
    ("chosen", "settled", "told"),
    [
        ({}, {}, []),
        ({"cycle-view": "v"}, {"cycle-view": "v"}, []),
        (
            {"quit": " x , f10 "},
            {"quit": "x,f10", "full-text": ""},
            [TAKEN.format("quit", "full-text")],
        ),
        ({"cycle-view": "*"}, {"cycle-view": "asterisk"}, []),
        ({"copy": "t"}, {"copy": "t", "translate": ""}, ["copy has taken the key of translate"]),
        ({"copy": "q"}, {"copy": "q", "quit": "Q,ctrl+q,ctrl+c"}, []),
        ({"copy": "0", "quit": "0"}, {"copy": "0"}, ["copy and quit have the same key"]),
        ({"star": "B"}, {"star": "B", "view-both": ""}, [TAKEN.format("star", "view-both")]),
        ({"copy": "t", "translate": "y"}, {"copy": "t", "translate": "y"}, []),
        ({"fly": "f"}, {}, ["there is no command 'fly' to give a key"]),
        ({"quit": " , "}, {}, ["quit was given no key"]),
    ],
)
def test_settling(chosen: dict[str, str], settled: dict[str, str], told: list[str]) -> None:
    assert settle(chosen) == (settled, [f"settings: {line}" for line in told])


@given(
    st.dictionaries(
        st.sampled_from([command.id for command in COMMANDS]),
        st.lists(st.sampled_from("abqtyJ/?") | st.just("f5"), max_size=3).map(",".join),
    )
)
def test_no_key_runs_two_commands(chosen: dict[str, str]) -> None:
    settled, _ = settle(chosen)
    keys = [key for command in COMMANDS for key in keys_of(command, settled)]
    assert len(keys) == len(set(keys))
    # The first who asked for a key has it.
    asked = [key for keys in chosen.values() for key in keys.split(",") if len(key) > 1]
    assert not asked or "f5" in keys
