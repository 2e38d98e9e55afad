"""The cookie banner slides in over the form at any moment; refusing it closes an open list."""

import pytest

from browser.standin import Standin
from tests.browser.conftest import SharedChromium
from tests.browser.seller import HOODIE, shop


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
