"""Clicks that are lost, nodes that are replaced, banners that come late, sites that are slow."""

from dataclasses import replace

import pytest

from browser.chromium.contexts import close_page
from browser.errors import (
    ListingRefused,
    PayWall,
    SessionExpired,
    SiteTimeout,
    SiteUnreachable,
    UnknownDialog,
)
from browser.form.outcome import SubmissionOutcome
from browser.listing import Listing
from tests.browser.seller import Shop


@pytest.mark.parametrize(
    "trouble",
    [{"first_click_lost": True}, {"flaky_dropdown": 2}, {"swallow_clicks": 2}],
    ids=lambda trouble: next(iter(trouble)),
)
async def test_presses_that_are_lost_are_repeated(
    either: Shop, hoodie: Listing, trouble: dict[str, object]
) -> None:
    either.faults(**trouble)
    await sold_right(either, replace(hoodie, material="coton"))


@pytest.mark.parametrize(
    "trouble",
    [{"node_replaced": True}, {"photo_delay": 0.3, "slow_api": 0.1}, {"authenticity_modal": True}],
    ids=lambda trouble: next(iter(trouble)),
)
async def test_what_moves_or_comes_in_between_changes_nothing(
    wide: Shop, hoodie: Listing, trouble: dict[str, object]
) -> None:
    wide.faults(**trouble)
    await sold_right(wide, replace(hoodie, title="Hoodie", brand="Nike", material="coton"))


async def sold_right(shop: Shop, listing: Listing) -> None:
    listing = replace(listing, photos=listing.photos[:1])
    assert (await shop.sell(listing)).outcome is SubmissionOutcome.PUBLISHED
    item = shop.item
    assert (item.brand, item.size_id, item.condition_id) == (listing.brand, 209, 3)
    assert (item.color_ids, item.attributes["material"]) == ((1,), (44,))


async def test_a_field_that_is_away_for_a_moment_is_waited_for(wide: Shop) -> None:
    form = await wide.blank()
    await form.open(None)
    hoodies = next(one for one in await form.category.options() if one.id == "1811")
    await form.tab.page.evaluate(
        """() => addEventListener("click", ({target}) => {
          if (window.wentAway || !target.closest(".input-dropdown")) return;
          window.wentAway = true;
          const field = document.querySelector("#category").closest(".c-input");
          field.style.display = "none";
          const outside = new MouseEvent("mousedown", {bubbles: true});
          setTimeout(() => document.querySelector("h1").dispatchEvent(outside));
          setTimeout(() => { field.style.display = ""; }, 400);
        }, {capture: true})"""
    )
    assert (await form.category.choose(hoodies)).text == hoodies.label
    await close_page(form.tab.page)


@pytest.mark.parametrize("delay", [0.0, 0.3])
async def test_cookies_are_refused_whenever_the_banner_comes(
    wide: Shop, plain: Listing, delay: float
) -> None:
    wide.faults(cookie_banner=True, cookie_banner_delay=delay)
    form = await wide.prepare(plain)
    # A form may be filled before a late banner comes: it is refused before the click then.
    assert (await wide.submit(form, plain)).outcome is SubmissionOutcome.PUBLISHED
    cookies = {cookie["name"]: cookie["value"] for cookie in await form.page.context.cookies()}
    assert "C0002:0" in cookies["OptanonConsent"]


async def test_a_bounce_to_the_front_page_is_left_by_the_sell_link(
    wide: Shop, plain: Listing
) -> None:
    wide.faults(bounce_home=True)
    form = await wide.prepare(replace(plain, category="Sacs à dos", answers={}, photos=()))
    assert form.preview_url.endswith("/items/new")


async def test_a_renewed_session_goes_on(wide: Shop, plain: Listing) -> None:
    wide.faults(session_rotation=True)
    assert (await wide.sell(plain)).outcome is SubmissionOutcome.PUBLISHED


async def test_a_renewal_that_hangs_is_an_expired_session(wide: Shop, plain: Listing) -> None:
    wide.standin.state.members.expire("demo", refresh_too=True)
    with pytest.raises(SessionExpired):
        await wide.prepare(plain)


@pytest.mark.parametrize("moment", ["photos", "category"])
async def test_a_session_that_ends_while_filling_is_told_as_that(
    wide: Shop, plain: Listing, moment: str
) -> None:
    wide.faults(unauthorized_at=moment)
    with pytest.raises(SessionExpired):
        await wide.prepare(plain)
    await wide.no_tab_left()


async def test_a_refused_photo_is_named(wide: Shop, hoodie: Listing) -> None:
    wide.faults(photo_error=400, photo_error_index=1)
    with pytest.raises(ListingRefused) as caught:
        await wide.prepare(hoodie)
    assert caught.value.errors["photos"].startswith(f"photo {wide.refused_photo(hoodie)} ")


@pytest.mark.parametrize("moment", ["load", "after_category", "before_publish"])
async def test_an_unknown_dialog_is_left_to_a_person(
    wide: Shop, plain: Listing, moment: str
) -> None:
    wide.faults(dialog="promotion", dialog_words="identity", dialog_at=moment)
    with pytest.raises(UnknownDialog):
        form = await wide.prepare(plain)
        # The last one opens with the answer about prices, which may come after the filling.
        await form.page.get_by_test_id("promotion-modal").wait_for()
        await wide.driver.review(form, form.reading)
    assert wide.nothing_published


@pytest.mark.parametrize(
    "trouble", [{"dialog": "quota"}, {"dialog": "paywall"}, {"quota_page": True}]
)
async def test_a_quota_or_a_pay_wall_is_never_passed(
    wide: Shop, plain: Listing, trouble: dict[str, object]
) -> None:
    wide.faults(**trouble)
    with pytest.raises(PayWall):
        await wide.prepare(plain)


async def test_a_site_that_is_down_is_unreachable(wide: Shop, plain: Listing) -> None:
    wide.faults(site_down=True)
    with pytest.raises(SiteUnreachable):
        await wide.prepare(plain)


async def test_a_photo_that_is_never_answered_is_a_timeout(wide: Shop, plain: Listing) -> None:
    wide.faults(photo_delay=600.0)
    with pytest.raises(SiteTimeout):
        await wide.prepare(plain)
