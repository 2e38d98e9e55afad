"""Guests, members, expired sessions and how they are renewed."""

from __future__ import annotations

from browser.standin import Standin
from tests.browser.standin.conftest import OpenSeller


async def test_a_guest_meets_the_sign_up_wall(open_seller: OpenSeller) -> None:
    guest = await open_seller(cookie=None)
    assert guest.page.url.endswith("/member/signup/select_type?ref_url=/items/new")
    await guest.at("auth-select-type--register-switch").wait_for()
    await guest.at("header--login-button").wait_for()
    assert await guest.page.locator("#user-menu-button").count() == 0
    await guest.open("/member/login/email")
    await guest.page.locator("#username").wait_for()
    assert await guest.page.locator("#password").get_attribute("type") == "password"


async def test_a_stray_cookie_ends_at_the_wall(open_seller: OpenSeller) -> None:
    visitor = await open_seller(cookie="something-else")
    assert "/member/signup/select_type" in visitor.page.url


async def test_an_expired_session_is_renewed_on_the_way(
    open_seller: OpenSeller, market: Standin
) -> None:
    market.state.members.expire("demo")
    seller = await open_seller(path=None)
    refresh = {"name": "refresh_token_web", "value": "demo-refresh", "url": market.url}
    await seller.page.context.add_cookies([refresh])
    await seller.open()
    await seller.page.wait_for_url("**/items/new")
    await seller.page.locator("#title").wait_for()
    paths = [request.path for request in market.state.ledger.requests]
    assert paths.index("/session-refresh") < paths.index("/web/api/auth/refresh")


async def test_other_members_have_their_own_wardrobe(
    open_seller: OpenSeller, market: Standin
) -> None:
    session = market.state.members.add("second", "camille", 42)
    seller = await open_seller(cookie="second")
    await seller.page.locator("#title").fill("À moi")
    await seller.at("upload-form-save-draft-button").click()
    await seller.page.wait_for_url(f"**/member/{session.account.id}")
    assert market.state.drafts[0].owner_id == 42
    assert await seller.page.locator("#user-menu-button img").get_attribute("alt") == "camille"
    other = await open_seller(path="/member/42")
    assert await other.page.locator("[data-testid^=product-item-id-]").count() == 0


async def test_refreshing_leads_nowhere_else(open_seller: OpenSeller) -> None:
    seller = await open_seller(path="/session-refresh?ref_url=//elsewhere.example/")
    await seller.page.wait_for_url(f"{seller.url}/")
