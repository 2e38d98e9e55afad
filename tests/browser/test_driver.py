"""The driver's own promises: pauses, parked tabs, pictures, and the story's order."""

import asyncio
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from random import Random

import pytest
from PIL import Image

from browser.chromium.chromium import Chromium
from browser.listing import Listing
from browser.page.pacing import Profile
from browser.progress import Progress, Step
from browser.standin import Standin
from tests.browser.seller import Shop, shop


@pytest.mark.parametrize("seed", [7, 8])
async def test_pauses_between_fields_are_human_and_repeat_with_a_seed(
    standin: Standin, one_chromium: Chromium, hoodie: Listing, seed: int
) -> None:
    seen = await pauses_of(shop(standin, one_chromium, pacing=Profile.HUMAN, seed=seed), hoodie)
    rng = Random(seed)
    # The three likeliest categories are asked for their fields, each after a pause.
    _, description, category, *ahead, price = (rng.uniform(0.4, 1.8) for _ in range(7))
    requests = standin.state.ledger.requests
    assert len([each for each in requests if each.path.endswith("/item_upload/attributes")]) == 3
    # The work itself comes on top, and takes longer on a busy machine.
    for pause, least in zip(seen, (description, category + sum(ahead) + price), strict=True):
        assert pause > least - 0.05


async def pauses_of(shop: Shop, listing: Listing) -> list[float]:
    """What the market sees between the last photo and the first words, and so on."""
    shop.standin.state.reset()
    shop.faults(cookie_banner=False)
    question = replace(listing, category="Sacs à dos", photos=())
    form = await shop.prepare(question)
    first: dict[str, float] = {}
    async with asyncio.timeout(5):
        # The page reports what it saw in batches.
        while len(first) < 3:
            await asyncio.sleep(0.05)
            for event in shop.standin.state.ledger.events:
                if event.target in {"title", "description", "price"} and event.type == "focusin":
                    first.setdefault(event.target, event.at)
    await shop.driver.close(form)
    return [two - one for one, two in pairwise(sorted(first.values()))]


async def test_a_parked_form_lives_until_it_is_closed(wide: Shop, plain: Listing) -> None:
    form = await wide.parked(plain)
    assert await wide.driver.is_open(form)
    assert await wide.driver.review(form, form.reading) == ()
    await wide.driver.close(form)
    await wide.driver.close(form)
    assert not await wide.driver.is_open(form)


async def test_the_picture_shows_the_whole_form(either: Shop, hoodie: Listing) -> None:
    # The site's advice on the price makes the form higher, whenever it comes.
    either.faults(slow_paths={"/api/v2/item_upload/pricing_suggestions": 60})
    form = await either.prepare(hoodie)
    with Image.open(BytesIO(form.picture)) as picture:
        assert picture.format == "JPEG"
        assert picture.height > picture.width
    with Image.open(BytesIO(await either.driver.picture(form))) as again:
        assert again.size == picture.size


async def test_the_steps_come_in_the_order_of_the_page(wide: Shop, hoodie: Listing) -> None:
    steps: list[Step] = []

    async def report(progress: Progress) -> None:
        if progress.step not in steps:
            steps.append(progress.step)

    await wide.prepare(hoodie, report, save_draft=True)
    expected = "open account photos title description category brand size condition color material"
    assert [step.value for step in steps][:11] == expected.split()
    assert [step.value for step in steps][-3:] == ["review", "save_draft", "picture"]


async def test_the_browser_says_what_it_is(wide: Shop, plain: Listing) -> None:
    await wide.parked(plain)
    assert all(wide.standin.state.ledger.webdriver)
