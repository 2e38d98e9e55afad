"""What comes in between on a page is answered once; what comes back is left for a person."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Page

from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.listing import Seller
from browser.page.conditions import Condition, Timeouts
from browser.page.interruptions import Interruption
from browser.page.locators import Field, by_css
from tests.browser.tabs import tab_on

CARD = Interruption(
    "card",
    "[role=dialog]",
    Field("close", (by_css("[role=dialog] button"),)),
    words=("promo",),
    told=True,
    covering=True,
)
# Closes only once the look for its end has ended, and is back while the answer is looked for anew.
SLOW = """<input id=field>
<div role=dialog style="position:fixed;inset:0">promo <button>x</button></div>
<script>
  const card = document.querySelector("[role=dialog]");
  let isPressed = false;
  window.presses = 0;
  document.addEventListener("click", () => { window.presses += 1; isPressed = true; });
  const ended = MutationObserver.prototype.disconnect;
  MutationObserver.prototype.disconnect = function () {
    ended.call(this);
    if (!isPressed) return;
    isPressed = false;
    card.remove();
    setTimeout(() => document.body.append(card.cloneNode(true)), 200);
  };
</script>"""


@pytest.fixture
async def page(one_chromium: Chromium) -> AsyncIterator[Page]:
    page = await one_chromium.page(Seller("cards", "http://127.0.0.1", "test", 1, ()))
    yield page
    await close_page(page)


async def test_a_card_that_closes_late_and_comes_back_is_not_closed_twice(page: Page) -> None:
    await page.set_content(SLOW)
    tab = tab_on(page, interruptions=(CARD,), timeouts=Timeouts(effect=0.5))
    came_back = Condition("""() => document.querySelectorAll("[role=dialog]").length > 0
      && window.presses > 0""")
    assert await tab.until(came_back, seconds=3.0)
    assert await page.evaluate("window.presses") == 1
    assert len(tab.interruptions.warnings) == 2
