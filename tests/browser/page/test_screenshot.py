"""A picture is what a screen shows, or the whole form, and never too large to be sent."""

import asyncio
from collections.abc import AsyncIterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.async_api import Page

from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.listing import Seller
from browser.page.screenshot import MOST_BYTES, screenshot

NOISE = """<!doctype html><style>body { margin: 0 }</style><canvas></canvas><script>
  const canvas = document.querySelector("canvas");
  [canvas.width, canvas.height] = [1280, HEIGHT];
  const context = canvas.getContext("2d");
  const image = context.createImageData(1280, HEIGHT);
  let seed = 1;
  for (let at = 0; at < image.data.length; at += 1) {
    seed = (seed * 48271) % 2147483647;
    image.data[at] = at % 4 === 3 ? 255 : seed % 256;
  }
  context.putImageData(image, 0, 0);
</script>"""


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    async with Chromium() as chromium:
        page = await chromium.page(Seller("default", "http://127.0.0.1", "UA", 1, ()))
        yield page
        await close_page(page)


async def size(page: Page, *, whole: bool) -> tuple[int, int]:
    picture = await screenshot(page, whole=whole, seconds=20.0)
    assert len(picture) <= MOST_BYTES
    with Image.open(BytesIO(picture)) as shown:
        assert shown.format == "JPEG"
        return shown.size


async def test_a_screen_or_the_whole(page: Page) -> None:
    await page.set_content('<div style="height: 3000px">un</div>')
    assert await size(page, whole=False) == (1280, 900)
    assert (await size(page, whole=True))[1] >= 3000


async def test_a_picture_that_is_too_large_is_made_coarser_and_then_smaller(page: Page) -> None:
    await page.set_content(NOISE.replace("HEIGHT", "4000"))
    assert await size(page, whole=False) == (1280, 900)
    width, height = await size(page, whole=True)
    assert width < 1280
    assert height / width == pytest.approx(4000 / 1280, rel=0.02)


async def test_what_lies_below_the_screen_is_pictured_and_the_page_left_where_it_was(
    page: Page,
) -> None:
    await page.set_content(
        '<body style="margin: 0"><div style="height: 2900px"></div>'
        '<div style="height: 100px; background: rgb(200, 0, 0)"></div>'
    )
    await page.evaluate("scrollTo(0, 300)")
    with Image.open(BytesIO(await screenshot(page, whole=True, seconds=20.0))) as shown:
        assert shown.size == (1280, 3000)
        red, green, _ = shown.convert("RGB").getpixel((640, 2950))
        assert red > 180 and green < 30
    assert await page.evaluate("[scrollY, innerWidth, innerHeight]") == [300, 1280, 900]


async def test_two_who_ask_at_once_get_what_each_asked_for(page: Page) -> None:
    await page.set_content('<div style="height: 3000px">un</div>')
    sizes = await asyncio.gather(*(size(page, whole=whole) for whole in (True, False, True)))
    assert [height >= 3000 for _, height in sizes] == [True, False, True]


async def test_a_page_that_hangs_has_no_picture_in_time(page: Page) -> None:
    await page.set_content("<p>un</p>")
    await page.evaluate("setTimeout(() => { for (;;); }, 0) && null")
    with pytest.raises(TimeoutError):
        await screenshot(page, whole=True, seconds=0.5)
