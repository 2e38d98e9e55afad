"""Presses on a page that moves: what has come under the mouse meanwhile is not pressed."""

import pytest
from playwright.async_api import Page

from browser.page.conditions import Condition
from browser.page.input import press
from browser.page.locators import Field, by_css
from tests.browser.seller import Shop
from tests.browser.tabs import tab_on

MOVING = """<style>button {display: block; height: 40px; width: 200px}</style>
<button id=wrong onclick="pressed.push('wrong')">wrong</button>
<button id=right onclick="pressed.push('right')">right</button>
<script>
  const pressed = [];
  let left = TIMES;
  // The mouse is moved to where the button was seen, and only then pressed.
  addEventListener("mousemove", () => {
    if (left-- > 0) document.body.prepend(Object.assign(document.createElement("p"), {
      style: "height: 40px; margin: 0", textContent: "late"}));
  });
</script>"""
RIGHT = Field("right", (by_css("#right"),))
PRESSED = Condition("() => pressed.length > 0")


@pytest.fixture
async def page(wide: Shop) -> Page:
    return await wide.chromium.page(wide.seller)


@pytest.mark.parametrize("times", [0, 1, 3])
async def test_what_moved_away_is_aimed_at_again_and_its_neighbour_never_pressed(
    page: Page, times: int
) -> None:
    await page.set_content(MOVING.replace("TIMES", str(times)))
    await press(tab_on(page), RIGHT, PRESSED)
    assert await page.evaluate("pressed") == ["right"]


async def test_a_label_is_pressed_for_its_box(page: Page) -> None:
    await page.set_content("<label>Oui <input type=checkbox id=box></label>")
    field = Field("box", (by_css("label"),))
    await press(tab_on(page), field, Condition("() => document.querySelector('#box').checked"))
    assert await page.is_checked("#box")


async def test_a_press_that_nobody_aimed_reaches_the_page(page: Page) -> None:
    await page.set_content(MOVING.replace("TIMES", "0"))
    tab = tab_on(page)
    await tab.find(RIGHT)
    await tab.click(Field("wrong", (by_css("#wrong"),)))
    assert await page.evaluate("pressed") == ["wrong"]
