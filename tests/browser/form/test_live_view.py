"""The form as somebody sees it who looks on while it is filled; nobody else pays for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from playwright.async_api import CDPSession, Page

from browser.listing import Listing
from browser.page.live_picture import MOST_BYTES, Camera
from browser.progress import Progress, Step
from tests.browser.seller import Shop

GREY = (203, 207, 210)
NAME = "demo"
MEMBER = f"""<header style="height: 60px; position: relative">Menu
    <ul style="position: absolute; top: 100px; left: 300px; width: 200px; height: 50px">
      <li>Solde : 12,34 €</li></ul></header>
  <p style="position: absolute; top: 300px; left: 40px">par <b>{NAME.upper()}</b>, vu</p>
  <p style="position: absolute; top: 340px; left: 40px">démodé, {NAME}s</p>
  <p style="position: absolute; top: 380px; left: 40px">Écrire : anna@example.org</p>
  <textarea style="position: absolute; top: 420px; left: 40px">vendu par {NAME}</textarea>
  <address style="position: absolute; top: 500px; left: 40px">1, rue Haute, Paris</address>
  <main style="position: absolute; top: 560px; left: 40px">Hoodie Diesel</main>"""


class Audience:
    """Somebody who looks on, and what was shown among what was reported."""

    def __init__(self) -> None:
        self.seen: list[bytes | Step] = []

    @property
    def pictures(self) -> list[bytes]:
        return [each for each in self.seen if isinstance(each, bytes)]

    async def wanted(self) -> None:
        """At once."""

    async def show(self, picture: bytes) -> None:
        self.seen.append(picture)

    async def report(self, progress: Progress) -> None:
        self.seen.append(progress.step)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which pictures were asked of the browser: of the screen, or of the whole form."""
    told: list[str] = []
    send = CDPSession.send

    async def counted(session: CDPSession, method: str, *given: Any) -> Any:
        if method == "Page.captureScreenshot":
            told.append("whole" if given[0].get("captureBeyondViewport") else "screen")
        return await send(session, method, *given)

    monkeypatch.setattr(CDPSession, "send", counted)
    return told


@asynccontextmanager
async def opened(shop: Shop, body: str) -> AsyncIterator[Page]:
    page = await shop.chromium.page(shop.seller)
    await page.goto(shop.standin.url)
    await page.evaluate("(body) => { document.body.innerHTML = body }", body)
    yield page


def _at(picture: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The colour at a point of the screen, which is pictured at half its size."""
    found = picture.getpixel((x // 2, y // 2))
    assert isinstance(found, tuple)
    return found


def _is_covered(picture: Image.Image, x: int, y: int) -> bool:
    return all(abs(one - other) < 12 for one, other in zip(_at(picture, x, y), GREY, strict=True))


async def test_who_looks_on_sees_the_form_being_filled_and_nothing_after_it(
    wide: Shop, plain: Listing
) -> None:
    audience = Audience()
    form = await wide.prepare(plain, audience.report, viewers=audience, save_draft=True)
    assert audience.pictures and form.draft_id
    last = max(n for n, each in enumerate(audience.seen) if isinstance(each, bytes))
    assert Step.SAVE_DRAFT in audience.seen[last:] and Step.OPEN not in audience.seen[last:]
    for picture in audience.pictures:
        image = Image.open(BytesIO(picture))
        assert (image.format, image.size) == ("JPEG", (640, 450)) and len(picture) <= MOST_BYTES
    first = Image.open(BytesIO(audience.pictures[0]))
    assert _is_covered(first, 40, 40) and _is_covered(first, 1200, 40)
    assert [draft.title for draft in wide.standin.state.drafts] == [plain.title]


async def test_for_nobody_no_picture_is_asked_of_the_browser(
    wide: Shop, plain: Listing, asked: list[str]
) -> None:
    await wide.prepare(plain)
    assert asked == ["whole"]  # the one of the filled form
    await wide.prepare(plain, viewers=Audience())
    assert asked[1] == "screen" and asked.count("whole") == 2


async def test_what_is_the_members_own_is_covered_wherever_it_stands(wide: Shop) -> None:
    async with opened(wide, MEMBER) as page, Camera(page, (), {NAME}) as camera:
        taken = await camera.take()
        assert taken
        picture = Image.open(BytesIO(taken))
        covered = {
            "the header": (600, 30),
            "a menu that hangs out of it": (400, 140),
            "a name in a text": (90, 326),
            "a mail address": (120, 406),
            "a name in a field": (100, 440),
            "an address": (100, 525),
        }
        assert {what for what, at in covered.items() if _is_covered(picture, *at)} == set(covered)
        shown = {"another word": (60, 364), "the listing": (60, 585)}
        assert not [what for what, at in shown.items() if _is_covered(picture, *at)]


async def test_a_page_that_moves_or_is_another_one_by_now_is_not_shown(wide: Shop) -> None:
    async with opened(wide, MEMBER) as page, Camera(page, (), {NAME}) as camera:
        await page.evaluate(
            "() => { const move = (n) => { document.querySelector('p').style.top = `${n}px`;"
            " requestAnimationFrame(() => move(n + 5)); }; move(0); }"
        )
        assert await camera.take() is None
        await page.evaluate("history.pushState(null, '', '/elsewhere')")
        assert await camera.take() is None


async def test_what_looks_the_same_is_not_taken_twice(wide: Shop, asked: list[str]) -> None:
    changes = (
        "document.querySelector('main').textContent = 'Pull Diesel!'",
        "document.querySelector('textarea').value = 'porté'",
        "document.querySelector('main').className = 'chosen'",
        "document.querySelector('main').style.color = 'red'",
    )
    async with opened(wide, MEMBER) as page, Camera(page, (), {NAME}) as camera:
        assert await camera.take() and await camera.take() is None
        for number, change in enumerate(changes, 2):
            await page.evaluate(f"() => {{ {change} }}")
            assert await camera.take(), change
            assert asked.count("screen") == number
        assert await camera.take() is None


async def test_a_busy_page_is_left_alone_and_the_filling_goes_on(
    wide: Shop, plain: Listing
) -> None:
    async with opened(wide, MEMBER) as page, Camera(page, (), {NAME}) as camera:
        assert await camera.take()
        busy = asyncio.ensure_future(
            page.evaluate("() => { const end = Date.now() + 1500; while (Date.now() < end); }")
        )
        await asyncio.sleep(0)
        with pytest.raises(TimeoutError):
            await camera.take()
        await busy
        await page.evaluate("() => { document.querySelector('main').textContent = 'Pull' }")
        assert await camera.take()


async def test_what_an_audience_raises_is_its_own_matter(wide: Shop, plain: Listing) -> None:
    class Gone(Audience):
        async def show(self, picture: bytes) -> None:
            await super().show(picture)
            raise TimeoutError

    audience = Gone()
    form = await wide.prepare(plain, viewers=audience)
    assert audience.pictures and form.reading.values["title"] == plain.title
