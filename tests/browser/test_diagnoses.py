"""What is said of a field that does not come: changed, or only late, and what stood there."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from playwright.async_api import Route

from browser.chromium.contexts import close_page
from browser.errors import FieldTimeout, ListingRefused, PhotoTimeout, SiteLayoutChanged
from browser.listing import Listing, Seller
from browser.page.conditions import Timeouts
from browser.page.locators import Field, by_id
from browser.page.screenshot import MOST_BYTES
from browser.page.tab import Tab
from browser.standin import Standin
from tests.browser.conftest import SharedChromium
from tests.browser.seller import Shop, shop
from tests.browser.tabs import QUICK, tab_on

TITLE = Field("title", (by_id("title"),))
LATER = "setTimeout(() => {{ document.body.innerHTML = '<input id=title>'; }}, {})"
HASTY = replace(QUICK, element=2.5, answer=3.0)


@pytest.fixture
async def tab(standin: Standin, one_chromium: SharedChromium) -> AsyncIterator[Tab]:
    """A tab on an empty page of the stand-in's, so that calls of it are the site's own."""
    page = await one_chromium.page(Seller("diagnoses", standin.url, "test", 1, ()))
    timeouts = Timeouts(element=0.5, effect=0.5, answer=4.0)
    tab = tab_on(page, interruptions=(), timeouts=timeouts)
    await page.goto(f"{standin.url}/robots.txt")
    await page.set_content("<main>Form</main>")
    yield tab
    await close_page(page)


@pytest.fixture
async def hasty(standin: Standin, one_chromium: SharedChromium) -> AsyncIterator[Shop]:
    yield shop(standin, one_chromium, timeouts=HASTY)
    await one_chromium.wipe("default")


async def test_a_field_is_waited_for_as_long_as_a_loader_shows(tab: Tab) -> None:
    await tab.page.set_content("<i data-testid=title--loader>...</i>")
    await tab.page.evaluate(LATER.format(2000))
    assert (await tab.find(TITLE)).rank == 0


@pytest.mark.parametrize(
    ("html", "named"),
    [
        ("<i data-testid=title--loader>...</i>", "title--loader"),
        ("<main aria-busy=true>...</main>", "aria-busy"),
    ],
)
async def test_what_waits_to_the_end_is_late_and_not_changed(
    tab: Tab, html: str, named: str
) -> None:
    await tab.page.set_content(html)
    with pytest.raises(FieldTimeout) as caught:
        await tab.find(TITLE)
    assert (caught.value.field, caught.value.pending) == ("title", (named,))


async def test_a_call_that_hangs_is_named_without_its_query_and_ids(
    tab: Tab, standin: Standin
) -> None:
    standin.state.patch_faults({"hanging_paths": ["/api/v2/users/*/things"]})
    await tab.page.evaluate("() => void fetch('/api/v2/users/12345/things?secret=1')")
    with pytest.raises(FieldTimeout) as caught:
        await tab.find(TITLE)
    assert caught.value.pending == ("/api/v2/users/…/things",)


async def test_a_page_that_hardly_draws_is_late(tab: Tab) -> None:
    await tab.page.evaluate(
        """() => setInterval(() => {
          const end = performance.now() + 900;
          while (performance.now() < end);
        }, 1)"""
    )
    with pytest.raises(FieldTimeout) as caught:
        await tab.find(TITLE)
    assert caught.value.pending == ("drawing",)


@pytest.mark.parametrize(
    "html", ["<main>Form</main>", "<i hidden data-testid=title--loader></i><main>Form</main>"]
)
async def test_a_page_that_waits_for_nothing_has_changed(tab: Tab, html: str) -> None:
    await tab.page.set_content(html)
    with pytest.raises(SiteLayoutChanged):
        await tab.find(TITLE)


async def test_a_changed_page_is_shown(hasty: Shop, hoodie: Listing) -> None:
    hasty.faults(gone_field="title")
    with pytest.raises(SiteLayoutChanged) as caught:
        await hasty.prepare(hoodie)
    picture = caught.value.picture
    assert picture is not None
    assert picture.startswith(b"\xff\xd8")
    assert len(picture) <= MOST_BYTES


async def test_a_field_of_a_page_that_is_not_answered_is_late_and_shown(
    hasty: Shop, hoodie: Listing
) -> None:
    hasty.faults(hanging_paths=["/api/v2/item_upload/colors"], gone_field="title")
    with pytest.raises(FieldTimeout) as caught:
        await hasty.prepare(replace(hoodie, photos=()))
    assert "/api/v2/item_upload/colors" in caught.value.pending
    assert caught.value.picture


async def test_a_draft_s_page_that_waits_for_something_is_late_and_not_gone(
    standin: Standin, one_chromium: SharedChromium
) -> None:
    """The page of a draft that is gone, but for a call that is under way."""
    brief = replace(HASTY, element=1.0, answer=1.0)
    seller = shop(standin, one_chromium, timeouts=brief)
    seller.faults(hanging_paths=["/api/v2/item_upload/items/12345"])
    form = await seller.blank()
    asked = "void fetch('/api/v2/item_upload/items/12345')"
    await form.tab.page.add_init_script(f"addEventListener('DOMContentLoaded', () => {asked})")
    with pytest.raises(FieldTimeout) as caught:
        await form.open("12345")
    assert caught.value.pending == ("/api/v2/item_upload/items/…",)


def named(listing: Listing) -> Listing:
    """The listing with the names that its photos came with."""
    photos = tuple(
        replace(photo, filename=f"grand-mère {number}.jpg")
        for number, photo in enumerate(listing.photos, 1)
    )
    return replace(listing, photos=photos)


async def test_a_refused_photo_is_named_by_its_place_and_file(hasty: Shop, hoodie: Listing) -> None:
    hasty.faults(photo_error=400, photo_error_index=1)
    with pytest.raises(ListingRefused) as caught:
        await hasty.prepare(named(hoodie))
    place = hasty.refused_photo(hoodie)
    expected = f"photo {place} (grand-mère {place}.jpg) is refused (400)"
    assert caught.value.errors == {"photos": expected}
    assert "grand" not in f"{caught.value}"


async def test_a_photo_that_is_not_taken_in_time_is_named_to_the_seller_alone(
    standin: Standin, one_chromium: SharedChromium, hoodie: Listing
) -> None:
    standin.state.patch_faults({"hanging_paths": ["/api/v2/photos"]})
    seller = shop(standin, one_chromium, timeouts=replace(HASTY, upload=1.5))
    with pytest.raises(PhotoTimeout) as caught:
        await seller.prepare(named(hoodie))
    assert caught.value.photo == "1 (grand-mère 1.jpg)"
    assert "grand" not in f"{caught.value}{caught.value!r}"
    await one_chromium.wipe("default")


AGAIN = "() => void fetch('/api/v2/photos', {method: 'POST', body: '{}'}).catch(() => {})"


async def test_a_photo_that_the_page_sent_again_is_refused_without_a_wrong_name(
    hasty: Shop, hoodie: Listing
) -> None:
    form = (await hasty.parked(replace(hoodie, photos=()))).form
    page = form.tab.page
    answers: list[str] = []

    async def lose_then_refuse(route: Route) -> None:
        answers.append(route.request.method)
        if len(answers) > 1:
            await route.fulfill(status=422, content_type="application/json", body='{"code": 99}')
            return
        await route.abort()
        await page.evaluate(AGAIN)

    await page.route("**/api/v2/photos", lose_then_refuse)

    async def counted(done: int, total: int) -> None:
        """Nobody wants to know."""

    with pytest.raises(ListingRefused) as caught:
        await form.content.add_photos(named(hoodie).photos[:1], counted)
    assert caught.value.errors == {"photos": "a photo is refused (422)"}
