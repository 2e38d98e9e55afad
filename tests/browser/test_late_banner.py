"""The cookie banner slides in over the form at any moment; refusing it closes an open list."""

from pathlib import Path

import pytest

import browser.standin
from browser.fence import Before
from browser.form.outcome import SubmissionOutcome
from browser.listing import Listing
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
