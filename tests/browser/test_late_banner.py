"""The cookie banner slides in over the form at any moment; refusing it closes an open list."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import browser.standin
from browser.fence import Before
from browser.form import submission
from browser.form.outcome import Submission, SubmissionOutcome
from browser.listing import Listing
from browser.page.locators import Match
from browser.standin import Standin
from tests.browser.conftest import SharedChromium
from tests.browser.seller import HOODIE, Shop, open_fence, shop

ONETRUST = (Path(browser.standin.__file__).parent / "static" / "onetrust.js").read_text()
SLIDE_IN = f"""async () => {{
  const given = document.getElementById("consent-settings");
  given.textContent = given.textContent.replace(/"enabled": *false/, '"enabled": true')
    .replace(/"delay": *[0-9.]+/, '"delay": 0');
  (() => {{ {ONETRUST} }})();
  while (!document.getElementById("onetrust-banner-sdk")) await new Promise(requestAnimationFrame);
}}"""


@pytest.mark.parametrize("delay", [0.2, 0.5, 0.8, 1.1, 1.4, 1.8])
async def test_a_banner_at_any_moment_costs_no_field(
    standin: Standin, one_chromium: SharedChromium, delay: float
) -> None:
    standin.state.patch_faults({"cookie_banner": True, "cookie_banner_delay": delay})
    one = shop(standin, one_chromium)
    form = await one.prepare(HOODIE)
    chosen = {report.name: report.chosen for report in form.reports}
    assert form.questions == ()
    assert chosen["category"] == "Pulls et pulls à capuche"
    assert (chosen["brand"], chosen["size"], chosen["color"]) == ("Diesel", "L", "Noir")
    await one_chromium.wipe("default")


async def test_a_banner_that_comes_at_the_fence_does_not_stop_the_publish(
    wide: Shop, plain: Listing
) -> None:
    form = await wide.parked(plain)

    async def fence(before: Before) -> None:
        await form.form.tab.page.evaluate(SLIDE_IN)
        await open_fence(before)

    done = await wide.submit(form, plain, fence=fence)
    assert (done.outcome, done.reason) == (SubmissionOutcome.PUBLISHED, None)


async def test_a_banner_that_comes_after_the_click_stays(
    wide: Shop, hoodie: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide.faults(luxury_photos=True)
    listing = replace(hoodie, title="Hoodie", brand="Gucci", photos=hoodie.photos[:1])
    form = await wide.prepare(listing)
    page, read = form.form.tab.page, submission.read_outcome

    async def read_outcome(*given: Any, **options: Any) -> Submission:
        await page.evaluate(SLIDE_IN)
        return await read(*given, **options)

    monkeypatch.setattr(submission, "read_outcome", read_outcome)
    assert (await wide.submit(form, listing)).outcome is SubmissionOutcome.NEEDS_MANUAL
    assert await page.locator("#onetrust-banner-sdk").count() == 1
    assert wide.nothing_published


async def test_a_banner_between_the_last_look_and_the_click_takes_no_press(
    wide: Shop, plain: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = await wide.parked(plain)
    page, aimed = form.form.tab.page, submission._aimed

    async def then_slides_in(*given: Any) -> Match | Submission:
        found = await aimed(*given)
        await page.evaluate(SLIDE_IN)
        return found

    monkeypatch.setattr(submission, "_aimed", then_slides_in)
    done = await wide.submit(form, plain)
    assert (done.refused, wide.nothing_published) == (True, True)
    assert await page.locator("#onetrust-banner-sdk").count() == 1


async def test_a_banner_that_comes_at_the_last_comparison_does_not_stop_the_publish(
    wide: Shop, plain: Listing, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = await wide.parked(plain)
    page, reader, late = form.form.tab.page, type(form.form.reader), [SLIDE_IN]
    read = reader.read_in_reach

    async def slides_in_then(*given: Any, **options: Any) -> Any:
        if fenced and late:
            await page.evaluate(late.pop())
        return await read(*given, **options)

    fenced: list[Before] = []

    async def fence(before: Before) -> None:
        await open_fence(before)
        fenced.append(before)

    monkeypatch.setattr(reader, "read_in_reach", slides_in_then)
    done = await wide.submit(form, plain, fence=fence)
    assert (late, done.outcome) == ([], SubmissionOutcome.PUBLISHED)
