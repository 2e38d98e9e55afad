"""Lists on small pages of their own: found by what they are, whatever else the page is like."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.async_api import Route

from browser.chromium.chromium import Chromium
from browser.chromium.contexts import close_page
from browser.errors import ListingRefused, SiteLayoutChanged, SiteTimeout, UnknownDialog
from browser.listing import Option, Seller
from browser.market import Market
from browser.page.conditions import Timeouts
from browser.page.tab import Tab
from browser.sites.vinted.fields.category import CategoryPicker
from browser.sites.vinted.fields.dropdowns import Dropdown
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.fields.parcels import ParcelPicker
from browser.sites.vinted.fields.selects import Select, SizeSelect
from tests.browser.tabs import tab_on

_HERE = Path(__file__).parent
HASTY = Timeouts(element=1.5, effect=0.5, answer=2.0)
NOWHERE = Market("", "", "EUR", locale="xx")
NAMED = "category-sort-multi-list"
PLATFORMS = [f"Platform {number}" for number in range(60)]
PAGE = _HERE.joinpath("list_page.html").read_text(encoding="utf-8")
WIDGET = _HERE.joinpath("list_widget.js").read_text(encoding="utf-8")


async def _serve(route: Route) -> None:
    """The page itself, and nothing at any other address."""
    is_page = route.request.resource_type == "document"
    await route.fulfill(status=200 if is_page else 404, content_type="text/html", body=PAGE)


@pytest.fixture
async def tab(one_chromium: Chromium) -> AsyncIterator[Tab]:
    seller = Seller("lists", "http://127.0.0.1", "test", 1, ())
    page = await one_chromium.page(seller)
    await page.route("**/*", _serve)
    await page.goto("http://127.0.0.1/items/new")
    yield tab_on(page, timeouts=HASTY)
    await close_page(page)


async def drawn(tab: Tab, rows: list[str], **options: object) -> Select:
    """A list on the page, and the select of it."""
    given = {"name": "sort", "rows": rows, "several": False, **options}
    await tab.page.evaluate(WIDGET, given)
    page = FormPage(tab, NOWHERE)
    page.locators.learn({"sort": "Sort"}, {})
    kind = SizeSelect if options.get("tabs") else Select
    return kind(page, "sort", several=bool(given["several"]))


async def value(tab: Tab) -> str:
    return await tab.page.locator("input[readonly]").input_value()


async def chosen(tab: Tab, select: Select, *labels: str) -> str:
    offered = {option.label: option for option in await select.options(None)}
    await select.choose([offered[label] for label in labels])
    return await value(tab)


ROWS = ["Sort 1", "Sort 2", "Sort 3"]
PLACES = {
    "named, in the field": {"testid": NAMED},
    "named, elsewhere": {"testid": NAMED, "place": "body"},
    "named, its wrapper always there": {"testid": NAMED, "wrapper": True},
    "named, in a dialog": {"testid": NAMED, "place": "dialog", "keeps": True},
    "without names, in the field": {},
    "without names, elsewhere": {"place": "body"},
    "without names, in a dialog that keeps": {"place": "dialog", "keeps": True},
    "known by a label around it": {"name": "", "label": "Sort"},
    "opens late, and toggles": {"delay": 0.3},
    "loads at first": {"testid": NAMED, "loads": 0.6},
    "chosen, and taken back once": {"testid": NAMED, "fickle": True},
}


@pytest.mark.parametrize("several", [False, True], ids=["one", "several"])
@pytest.mark.parametrize("place", PLACES)
async def test_a_list_is_found_and_chosen_in(tab: Tab, place: str, several: bool) -> None:
    options = PLACES[place] | {"several": several}
    if "fickle" in options and not several:
        pytest.skip("one choice has closed the list before it could be taken back")
    select = await drawn(tab, ROWS, **options)
    wanted = ROWS[1:] if several else ROWS[1:2]
    assert await chosen(tab, select, *wanted) == ", ".join(wanted)
    assert await tab.page.title() != "pressed"
    assert await tab.page.locator("#title").count() == 1


async def test_a_choice_that_a_dialog_shows_by_its_look_alone_is_kept(tab: Tab) -> None:
    select = await drawn(
        tab, ROWS, place="dialog", keeps=True, stateless=True, look=True, testid=NAMED
    )
    assert await chosen(tab, select, "Sort 2") == "Sort 2"


async def test_rows_without_a_state_are_known_by_the_field_s_text(tab: Tab) -> None:
    select = await drawn(tab, ROWS, several=True, stateless=True, testid=NAMED, value="Sort 1")
    assert await chosen(tab, select, "Sort 2", "Sort 3") == "Sort 2, Sort 3"


async def test_what_goes_is_pressed_before_what_comes(tab: Tab) -> None:
    select = await drawn(tab, ROWS, several=True, limit=2, testid=NAMED, value="Sort 1")
    assert await chosen(tab, select, "Sort 2", "Sort 3") == "Sort 2, Sort 3"


async def test_what_was_filled_in_and_not_asked_for_is_taken_away(tab: Tab) -> None:
    select = await drawn(tab, ROWS, several=True, testid=NAMED, value="Sort 1")
    await select.empty()
    assert await value(tab) == ""


@pytest.mark.parametrize("search", [True, False], ids=["searched", "scrolled"])
@pytest.mark.parametrize("named", [True, False], ids=["named", "without names"])
async def test_rows_that_come_while_scrolling_are_reached(
    tab: Tab, search: bool, named: bool
) -> None:
    testid = "category-sort-single-list_search" if named else None
    select = await drawn(tab, PLATFORMS, batch=20, search=search, testid=testid)
    if search:
        assert len(await select.options(None)) == len(PLATFORMS)
        assert await chosen(tab, select, "Platform 57") == "Platform 57"
    else:
        await select.choose([Option("Platform 57", "Platform 57")])
        assert await value(tab) == "Platform 57"


async def test_a_locked_row_is_no_option_and_is_never_pressed(tab: Tab) -> None:
    select = await drawn(tab, ROWS, testid=NAMED, locked="Sort 2")
    assert [option.label for option in await select.options(None)] == ["Sort 1", "Sort 3"]
    with pytest.raises(ListingRefused, match="sort"):
        await select.choose([Option("Sort 2", "Sort 2")])
    assert await value(tab) == ""


async def test_a_loader_that_stays_is_a_timeout_and_is_not_pressed(tab: Tab) -> None:
    select = await drawn(tab, ROWS, testid=NAMED, loads=-1)
    with pytest.raises(SiteTimeout, match="sort"):
        await select.options(None)
    assert await tab.page.title() != "pressed"


async def test_a_panel_that_is_always_there_and_never_filled_ends_in_time(tab: Tab) -> None:
    select = await drawn(tab, ROWS, testid=NAMED, wrapper=True, dead=True)
    begun = time.monotonic()
    with pytest.raises(SiteLayoutChanged) as caught:
        await select.options(None)
    assert caught.value.field == "sort"
    assert time.monotonic() - begun < 30


async def test_a_page_that_hardly_moves_is_slow_and_not_changed(tab: Tab) -> None:
    select = await drawn(tab, ROWS, testid=NAMED, wrapper=True, dead=True)
    await tab.page.evaluate(
        """() => setInterval(() => {
          const end = performance.now() + 1200;
          while (performance.now() < end);
        }, 1)"""
    )
    with pytest.raises(SiteTimeout, match="sort"):
        await select.options(None)


@pytest.mark.parametrize("mute", [False, True], ids=["said", "unsaid"])
async def test_every_tab_of_sizes_is_read_and_a_late_one_is_waited_for(
    tab: Tab, mute: bool
) -> None:
    select = await drawn(tab, ROWS, testid=NAMED, tabs=["S/M/L", "EU"], mute=mute)
    assert {option.parents for option in await select.options(None)} == {("S/M/L",), ("EU",)}


async def test_one_s_own_dialog_is_none_that_is_unknown_and_another_is(tab: Tab) -> None:
    select = await drawn(tab, ROWS, place="dialog", keeps=True)
    await select.options(None)
    strange = "<div role=dialog style='position: fixed; inset: 0'>Who are you?</div>"
    await tab.page.evaluate(
        "(html) => document.body.insertAdjacentHTML('beforeend', html)", strange
    )
    with pytest.raises(UnknownDialog):
        await select.options(None)


TREE = {
    "Men": {"Clothes": {"Jumpers": None, "Sweats": None}, "Bags": {"Sweats": None}},
    "Women": {"Sweats": None},
}
PICKER = _HERE.joinpath("category_widget.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("thrown_back", [False, True], ids=["quiet", "thrown back once"])
async def test_a_tree_that_only_the_list_shows_is_walked_along_the_words(
    tab: Tab, thrown_back: bool
) -> None:
    await tab.page.evaluate(PICKER, TREE)
    picker = CategoryPicker(FormPage(tab, NOWHERE))
    offered = await picker.options("Men > Clothes")
    paths = [(*option.parents, option.label) for option in offered]
    assert ("Men", "Clothes", "Sweats") in paths
    assert ("Women", "Sweats") not in paths
    await tab.page.evaluate(f"window.thrownBack = {json.dumps(thrown_back)}")
    wanted = offered[paths.index(("Men", "Clothes", "Sweats"))]
    assert (await picker.choose(wanted)).text == "Sweats"


async def test_a_list_that_opens_while_it_is_waited_for_is_pressed_once(tab: Tab) -> None:
    select = await drawn(tab, ROWS, testid=NAMED, delay=0.2)
    await tab.page.evaluate(
        """() => {
          window.presses = 0;
          document.addEventListener("mousedown", () => window.presses++);
        }"""
    )
    await select.options(None)
    assert await tab.page.evaluate("window.presses") == 1
    await asyncio.wait_for(select.leave(), 10)


async def test_a_row_that_was_chosen_since_the_list_was_read_is_not_pressed(tab: Tab) -> None:
    select = await drawn(tab, ROWS, several=True, testid=NAMED)
    offered = await select.options(None)
    await tab.page.evaluate(
        """() => {
          window.presses = 0;
          document.querySelectorAll("[role=checkbox]")[1].click();
          document.addEventListener("mousedown", ({target}) => {
            window.presses += target.closest("[role=checkbox]") ? 1 : 0;
          });
        }"""
    )
    assert (await select.choose([offered[1]])).text == ROWS[1]
    assert await tab.page.evaluate("window.presses") == 0


async def test_a_list_that_closed_since_it_was_read_is_opened_again(tab: Tab) -> None:
    select = await drawn(tab, ROWS, testid=NAMED)
    offered = await select.options(None)
    await tab.page.mouse.click(1, 1)
    assert await tab.page.locator("[role=radio]").count() == 0
    assert (await select.choose([offered[1]])).text == ROWS[1]


PARCELS = "".join(
    f"<div data-testid={number}-package-size--cell role=button>Size {number}"
    f"<input type=radio id=package_type_selector_{number}></div>"
    for number in (1, 2)
)


def no_time_is_left(tab: Tab) -> None:
    """As when answering a dialog took all the time that a look may take."""
    tab.timeouts = replace(tab.timeouts, element=0.0)


async def test_a_list_that_no_time_is_left_to_close_is_told_by_its_name(tab: Tab) -> None:
    await drawn(tab, ROWS, testid=NAMED, several=True)
    page = FormPage(tab, NOWHERE)
    page.locators.learn({"sort": "Sort"}, {})
    dropdown = Dropdown(page, "sort", several=True)

    async def pick() -> None:
        await dropdown.press((await dropdown.opened.rows())[0])
        no_time_is_left(tab)

    with pytest.raises(SiteLayoutChanged) as told:
        await dropdown.choose(pick, ROWS[0])
    assert told.value.field == "sort"


async def test_a_parcel_that_no_time_is_left_to_press_is_told_by_its_name(tab: Tab) -> None:
    await tab.page.set_content(PARCELS)
    picker = ParcelPicker(tab, FormPage(tab, NOWHERE).locators)
    sizes = await picker.options(None)
    no_time_is_left(tab)
    with pytest.raises(SiteLayoutChanged) as told:
        await picker.press(sizes[1])
    assert told.value.field == "parcel_size"
