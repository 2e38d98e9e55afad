"""The gallery leaves nothing out that the product can say, and its scenes are real.

A few scenes are played here; all of them by hand, with `-m campaign` or the gallery's own command.
"""

from pathlib import Path

import pytest

from tests.console.gallery.__main__ import run
from tests.console.gallery.cast import cast
from tests.console.gallery.index import PAGE, PICTURES, kept, page
from tests.console.gallery.known import sayings
from tests.console.gallery.scenes import Scene
from tests.console.gallery.stage import file_of, play, stage
from tests.console.gallery.unseen import UNSEEN
from tests.e2e.serving import Serving

SAMPLE = (
    "outcome-needs_manual", "code-session_malformed", "code-site_unreachable",
    "code-preparation_cancelled", "code-request_target_too_long",
)  # fmt: skip
"""An outcome, a failed job, a press that is refused, and an answer that is handed on."""


def shown() -> list[str]:
    return [saying for each in cast() for saying in each.shows]


def named(name: str) -> Scene:
    return next(each for each in cast() if each.name == name)


def test_everything_that_can_be_said_has_its_screen_or_says_why_not() -> None:
    assert sayings() - set(shown()) - UNSEEN.keys() == set()


def test_nothing_has_two_screens_and_none_is_both_shown_and_unseen() -> None:
    every = shown()
    assert sorted(set(every)) == sorted(every)
    assert UNSEEN.keys() & set(every) == set()
    assert (UNSEEN.keys() | set(every)) - sayings() == set()


def test_the_page_of_the_gallery_is_as_the_scenes_say() -> None:
    assert PAGE.read_text("utf-8") == page(cast()), "run: uv run python -m tests.console.gallery"


def test_the_pictures_that_the_page_shows_are_kept_and_small() -> None:
    files = {file_of(PICTURES, each) for each in cast() if kept(each)}
    assert {each for each in files if not each.exists()} == set()
    assert sum(each.stat().st_size for each in files) < 1_500_000


async def test_a_sample_is_played(market: Serving) -> None:
    async with stage(market) as place:
        assert (await market.sign_in()).json()["state"] == "valid"
        for name in SAMPLE:
            assert (await play(place, named(name))).startswith(b"\x89PNG"), name


@pytest.mark.campaign
@pytest.mark.parametrize("language", ["en", "fr", "de"])
async def test_all_of_it_is_played(tmp_path: Path, language: str) -> None:
    assert await run(cast(), tmp_path, language=language) == []
