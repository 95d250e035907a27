"""The pictures in `assets/`: what is committed is what the script draws, for everyone alike."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

from assets.screenshots import HERE, PICTURES, Picture, draw

SMALL = Picture(80, 12, ("full_stop",))


async def test_a_picture_is_the_same_on_every_machine_and_every_day(tmp_path: Path) -> None:
    first = await draw(SMALL, tmp_path / "one")
    second = await draw(SMALL, tmp_path / "another")

    assert first == second
    assert str(tmp_path) not in first


async def test_a_picture_shows_both_languages_and_what_was_found(tmp_path: Path) -> None:
    picture = await draw(SMALL, tmp_path)

    shown = "".join(ElementTree.fromstring(picture).itertext()).replace("\N{NO-BREAK SPACE}", " ")
    assert "ripreso i contatti" in shown
    assert "resumed official contacts" in shown
    assert "remembered" in shown


def test_every_committed_picture_is_drawn_by_the_script_and_asks_nobody_for_anything() -> None:
    committed = {path.stem: path.read_text() for path in HERE.glob("*.svg")}

    assert committed.keys() == PICTURES.keys()
    for picture in committed.values():
        addresses = set(re.findall(r"https?://[^\"' )]+", picture))
        assert addresses == {"http://www.w3.org/2000/svg"}
        assert "@font-face" not in picture
