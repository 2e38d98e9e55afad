"""What the site suggests for the photos is read off the open list and weighed with the rest."""

import asyncio
from dataclasses import replace

import pytest

from browser.listing import Listing
from browser.sites.vinted.sell_form import VintedForm
from tests.browser.seller import Shop


@pytest.fixture
def bag(plain: Listing) -> Listing:
    """A bag of a kind that nothing says."""
    return replace(
        plain, title="Sac noir", description="Bon état.", category="Sacs", condition="", answers={}
    )


async def offered(shop: Shop, listing: Listing) -> dict[str, float]:
    form = await shop.prepare(listing)
    await shop.driver.close(form)
    (category,) = (each for each in form.questions if each.field == "category")
    return {one.option.id: one.score for one in category.candidates}


async def opened(shop: Shop, listing: Listing) -> VintedForm:
    async def counted(done: int, total: int) -> None:
        """Nobody is told."""

    form = await shop.blank()
    await form.open(None)
    await form.content.add_photos(listing.photos, counted)
    await form.category.options()
    return form


@pytest.mark.parametrize("form", ["may", "august"])
async def test_what_is_suggested_makes_a_candidate_likelier_and_leaves_the_rest(
    wide: Shop, bag: Listing, form: str
) -> None:
    wide.faults(form=form, suggested_rows=False)
    without = await offered(wide, bag)
    last = min(without, key=lambda id_: without[id_])
    wide.faults(form=form, suggested_rows=True, suggested_categories=last)
    suggested = await offered(wide, bag)
    if form == "august":
        assert suggested[last] > without[last]
    else:
        # In May the words of the title brought them.
        assert set(suggested) == set(without)


async def test_they_are_read_in_the_page_s_order_and_the_list_can_be_chosen_from(
    either: Shop, plain: Listing
) -> None:
    either.faults(suggested_categories="246,221")
    form = await opened(either, plain)
    assert await form.category.suggested() == ("246", "221")
    options = {each.id: each for each in await form.category.options()}
    shown = await form.category.choose(options["157"])
    assert shown.text == "Sacs à dos"
    await form.tab.page.close()


async def test_what_comes_late_is_waited_for_a_moment_only(wide: Shop, plain: Listing) -> None:
    clock = asyncio.get_running_loop()
    wide.faults(suggestion_delay=1.0, suggested_categories="246")
    form = await opened(wide, plain)
    assert await form.category.suggested() == ("246",)
    await form.tab.page.close()
    wide.faults(suggestion_delay=60.0)
    form = await opened(wide, plain)
    begun = clock.time()
    assert await form.category.suggested() == ()
    assert clock.time() - begun < 8
    await form.category.leave()
    await form.tab.page.close()


async def test_a_form_without_photos_is_not_opened_for_them(wide: Shop, bag: Listing) -> None:
    # A page that a test before has left may ask until it is gone.
    await wide.chromium.wipe("default")
    before = len(wide.standin.state.ledger.requests)
    await offered(wide, replace(bag, photos=()))
    seen = wide.standin.state.ledger.requests[before:]
    assert not any(each.path.endswith("/suggestions/categories") for each in seen)


DRAWS_LATER = """() => {
  const read = Response.prototype.text;
  Response.prototype.text = async function () {
    const told = await read.call(this);
    const isLate = this.url.endsWith("/suggestions/categories");
    return isLate ? new Promise((done) => setTimeout(done, 700, told)) : told;
  };
}"""
"""The page reads its answer, and shows what it says a while later, as a busy one does."""


async def test_what_is_answered_is_waited_for_until_it_shows(wide: Shop, plain: Listing) -> None:
    wide.faults(suggestion_delay=0.5, suggested_categories="246")
    form = await opened(wide, plain)
    await form.tab.page.evaluate(DRAWS_LATER)
    assert await form.category.suggested() == ("246",)
    await form.tab.page.close()
