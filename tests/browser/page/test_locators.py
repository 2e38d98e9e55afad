"""Ordered candidates in one wait, in-page waiting, and prices, on small pages of their own."""

import asyncio
from collections.abc import AsyncIterator
from decimal import Decimal

import pytest
from playwright.async_api import Page

from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.errors import ChallengeKind, ChallengeRequired, SiteLayoutChanged, SiteTimeout
from browser.listing import Seller
from browser.page.conditions import Condition, Timeouts, read, until
from browser.page.input import press, strike
from browser.page.locators import (
    Field,
    by_button,
    by_css,
    by_id,
    by_label,
    by_test_id,
    find,
    focused,
    near,
    of_kind,
    present,
)
from browser.page.tab import Tab
from browser.sites.vinted.fields.prices import shown, typed
from tests.browser.tabs import tab_on


@pytest.fixture
async def page(one_chromium: Chromium) -> AsyncIterator[Page]:
    seller = Seller("locators", "http://127.0.0.1", "test", 1, ())
    page = await one_chromium.page(seller)
    yield page
    await close_page(page)


TITLE = Field("title", (by_id("title"), by_test_id("title--input"), by_label("Titre")))


@pytest.mark.parametrize(
    ("html", "rank"),
    [
        ("<input id=title>", 0),
        ("<input data-testid=title--input>", 1),
        ("<label for=x> titre </label><input id=x>", 2),
        ("<input id=title hidden><input data-testid=title--input>", 1),
    ],
)
async def test_the_best_candidate_that_is_shown_is_taken(page: Page, html: str, rank: int) -> None:
    await page.set_content(html)
    assert (await find(page, TITLE, seconds=1.0)).rank == rank


PRICE = Field("price", of_kind("input:not([readonly])", (by_id("price"), near("Prix"))))


@pytest.mark.parametrize(
    ("html", "rank"),
    [
        ("<div><span>Prix *</span><div><input></div></div>", 1),
        ("<div><label>Prix</label><input readonly></div>", None),
        ("<div><label>Prix</label><input><input></div>", None),
        ("<div><p>Prix</p><input></div><div><p>Prix</p><input></div>", None),
        ("<input id=price readonly><div><p>Prix</p><input></div>", 1),
    ],
)
async def test_a_control_beside_a_text_is_taken_when_it_is_the_only_one_and_of_its_kind(
    page: Page, html: str, rank: int | None
) -> None:
    await page.set_content(html)
    found = await read(page, present(PRICE), seconds=1.0)
    assert (found and found["rank"]) == rank


async def test_two_buttons_of_one_name_are_no_way_to_either(page: Page) -> None:
    field = Field("publish", (by_button("Ajouter", sole=True),))
    await page.set_content("<button>Ajouter</button>")
    assert (await find(page, field, seconds=1.0)).rank == 0
    await page.set_content("<button>Ajouter</button><p><button>Ajouter</button></p>")
    with pytest.raises(SiteLayoutChanged):
        await find(page, field, seconds=0.1)


async def test_open_shadow_roots_are_looked_into_and_pressed_in(page: Page) -> None:
    await page.set_content("<div style='padding:80px'><span id=host></span></div>")
    waiting = asyncio.ensure_future(find(page, TITLE, seconds=5.0))
    await page.evaluate(
        """() => {
          const outer = document.querySelector("#host").attachShadow({mode: "open"});
          outer.innerHTML = "<div></div>";
          const inner = outer.firstChild.attachShadow({mode: "open"});
          setTimeout(() => { inner.innerHTML = "<label for=t>Titre</label><input id=t>"; }, 100);
        }"""
    )
    match = await waiting
    assert (match.rank, match.clear) == (2, True)
    await page.mouse.click(match.x, match.y)
    assert await read(page, focused(TITLE), seconds=1.0)


async def test_all_candidates_share_one_wait(page: Page) -> None:
    await page.set_content("<p>soon</p>")
    waiting = asyncio.ensure_future(find(page, TITLE, seconds=5.0))
    await page.evaluate(
        "setTimeout(() => document.body.innerHTML = '<input data-testid=title--input>', 150)"
    )
    loop = asyncio.get_running_loop()
    begun = loop.time()
    assert (await waiting).rank == 1
    assert loop.time() - begun < 2.0


async def test_a_missing_field_names_what_was_tried_and_what_is_near(page: Page) -> None:
    await page.set_content("<input id=title-v2><p id=unrelated>Private words</p>")
    with pytest.raises(SiteLayoutChanged) as caught:
        await find(page, TITLE, seconds=0.1)
    assert caught.value.tried == ("id=title", "test_id=title--input", "label=Titre")
    assert caught.value.nearest == ("title-v2",)
    assert "Private" not in str(caught.value)


async def test_a_press_would_hit_the_element_or_is_not_clear(page: Page) -> None:
    button = Field("go", (by_button("Go"),))
    await page.set_content("<button style='position:fixed;top:50px'>Go</button>")
    assert (await find(page, button, seconds=1.0)).clear
    await page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<div style=\"position:fixed;inset:0\">')"
    )
    assert not (await find(page, button, seconds=1.0)).clear


async def test_an_element_below_the_fold_is_brought_into_view(page: Page) -> None:
    await page.set_content("<div style='height:3000px'></div><button>Go</button>")
    match = await find(page, Field("go", (by_css("button"),)), seconds=1.0)
    assert match.clear
    assert match.y < 900


LIST = """<ul style="height:60px; overflow:auto; margin:0">
  <li><button style="height:300px">First</button></li><li><button>Last</button></li>
</ul><button id=under style="height:600px; width:600px">Under</button>"""


async def test_a_row_beyond_the_edge_of_its_list_is_brought_into_view(page: Page) -> None:
    await page.set_content(LIST)
    match = await find(page, Field("row", (by_button("Last"),)), seconds=1.0)
    assert match.clear
    assert match.y < 100


def quick(page: Page) -> Tab:
    return tab_on(page, interruptions=(), timeouts=Timeouts(effect=0.1))


async def test_a_label_is_pressed_beside_the_control_in_it(page: Page) -> None:
    await page.set_content(
        """<label for=one style="display:inline-flex">o o <input type=radio id=one></label>
        <script>document.onclick = ({target}) => { document.title += target.localName; };
        </script>"""
    )
    label = Field("one", (by_css("label[for=one]"),))
    await strike(quick(page), label, beside=True)
    assert (await page.title()).startswith("label")
    await page.set_content(
        """<label style="display:inline-flex"><input type=radio style="margin:0"></label>
        <script>document.onclick = ({target}) => { document.title += target.localName; };
        </script>"""
    )
    await strike(quick(page), Field("one", (by_css("label"),)), beside=True)
    assert await page.title() == "input"


async def test_a_look_that_the_page_leaves_for_an_obstacle_tells_the_obstacle(page: Page) -> None:
    await page.route("**/*", lambda route: route.fulfill(body="<p>-", content_type="text/html"))
    await page.goto("http://127.0.0.1/items/new")
    tab = quick(page)
    memory = await tab.keep(Condition("() => ({})"))
    await page.goto("http://127.0.0.1/users/verification/phone")
    for look in (tab.read, tab.until):
        with pytest.raises(ChallengeRequired) as raised:
            await look(Condition("(memory) => memory", memory))
        assert raised.value.kind is ChallengeKind.VERIFICATION


async def test_what_lies_over_an_element_is_never_pressed_in_its_place(page: Page) -> None:
    await page.set_content(
        """<button>Go</button><div id=over style="position:fixed; inset:0"></div>
        <script>over.onmousedown = () => { over.dataset.pressed = "yes"; };</script>"""
    )
    tab = quick(page)
    pressed = Condition("() => document.querySelector('#over').dataset.pressed")
    with pytest.raises(SiteLayoutChanged):
        await press(tab, Field("go", (by_button("Go"),)), pressed)


async def test_what_an_element_shows_through_its_own_shadow_root_is_no_cover(page: Page) -> None:
    await page.set_content("<span id=go style='display:inline-block'></span>")
    await page.evaluate(
        "go.attachShadow({mode: 'open'}).innerHTML = '<button style=\"width:90px\">Go</button>'"
    )
    assert (await find(page, Field("go", (by_id("go"),)), seconds=1.0)).clear


async def test_a_wait_goes_on_over_a_navigation(page: Page) -> None:
    await page.goto("data:text/html,<p>one</p>")
    waiting = asyncio.ensure_future(
        until(page, Condition("() => document.title === 'two'"), seconds=5.0)
    )
    await page.goto("data:text/html,<title>two</title>")
    assert await waiting is True


async def test_a_wait_that_is_in_vain_ends_with_none(page: Page) -> None:
    assert await until(page, Condition("() => false"), seconds=0.1) is None


async def test_a_page_that_hangs_is_told_as_a_timeout(page: Page) -> None:
    await page.evaluate(
        "setTimeout(() => { for (const end = Date.now() + 2500; Date.now() < end;); })"
    )
    with pytest.raises(SiteTimeout):
        await read(page, Condition("() => 1"), seconds=0.3)


@pytest.mark.parametrize(
    ("amount", "separator", "text"),
    [("15", ",", "15"), ("15.00", ",", "15"), ("24.5", ",", "24,50"), ("24.5", ".", "24.50")],
)
def test_a_price_is_typed_as_a_person_does(amount: str, separator: str, text: str) -> None:
    assert typed(Decimal(amount), separator) == text


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("15,00\u00a0€", "15.00"),
        ("£12.00", "12.00"),
        ("149,00 kr.", "149.00"),
        ("1.234,50\u00a0€", "1234.50"),
        ("£1,234.50", "1234.50"),
        ("1 234,50 zł", "1234.50"),
        ("15", "15"),
        ("NaN €", None),
        ("", None),
    ],
)
def test_a_shown_price_is_read_to_the_cent(text: str, amount: str | None) -> None:
    assert shown(text) == (Decimal(amount) if amount else None)
