"""Who is signed in is asked when the page is up, and a log-out is believed the second time."""

from dataclasses import replace

import pytest

from browser.errors import ChallengeRequired, SessionExpired
from browser.listing import Cookie, Listing, ObstacleKind, SessionState
from browser.page.screenshot import MOST_BYTES
from tests.browser.seller import Shop


def calls(shop: Shop, kind: str) -> int:
    """How often the site was asked for something of a kind."""
    return sum(row.kind == kind for row in shop.standin.state.ledger.requests)


async def test_what_the_page_was_told_needs_no_call_of_ours(wide: Shop, plain: Listing) -> None:
    await wide.prepare(replace(plain, photos=()))
    assert calls(wide, "who") == 1
    assert (await wide.driver.check_session(wide.seller)).state is SessionState.VALID
    assert calls(wide, "who") == 2


async def test_a_page_that_does_not_ask_is_asked_for(wide: Shop, plain: Listing) -> None:
    wide.faults(own_current_call=False)
    assert (await wide.prepare(replace(plain, photos=()))).username == "demo"
    assert calls(wide, "who") == 1


@pytest.mark.parametrize("answer", ["unauthorized", "denied", "no_login"])
@pytest.mark.parametrize("cure", ["wait", "reload"])
async def test_a_session_that_is_renewed_late_is_no_log_out(
    wide: Shop, plain: Listing, answer: str, cure: str
) -> None:
    late = {"late_session_calls": 2} if cure == "reload" else {"late_session_seconds": 1.5}
    wide.faults(guest_answer=answer, late_session_cure=cure, **late)
    assert (await wide.prepare(replace(plain, photos=()))).username == "demo"


@pytest.mark.parametrize("answer", ["unauthorized", "denied", "no_login"])
@pytest.mark.parametrize("page", ["redirect", "join"])
async def test_a_guest_is_an_expired_session_however_it_is_told(
    wide: Shop, plain: Listing, answer: str, page: str
) -> None:
    wide.faults(guest_answer=answer, guest_page=page)
    wide.standin.state.members.expire("demo", refresh_too=True)
    wide.faults(stale_refresh="wall")
    assert (await wide.driver.check_session(wide.seller)).state is SessionState.EXPIRED
    with pytest.raises(SessionExpired):
        await wide.prepare(replace(plain, photos=()))
    await wide.no_tab_left()


@pytest.mark.parametrize("status", [401, 403])
async def test_a_log_out_at_a_photo_is_no_refused_photo(
    wide: Shop, plain: Listing, status: int
) -> None:
    wide.faults(unauthorized_at="photos", unauthorized_as=status)
    with pytest.raises(SessionExpired):
        await wide.prepare(plain)


async def test_calls_of_ours_carry_what_the_pages_own_carry(wide: Shop, plain: Listing) -> None:
    known = (*wide.seller.cookies, Cookie("anon_id", "8f1e6b2c"))
    member = replace(wide, seller=replace(wide.seller, cookies=known))
    member.faults(anon_id_demanded=True, own_current_call=False)
    form = await member.prepare(replace(plain, photos=()))
    assert await member.driver.review(form, form.reading) == ()
    asked = [row for row in member.standin.state.ledger.requests if row.kind == "who"]
    assert asked
    assert all(row.has_anon_id for row in asked)


async def test_a_challenged_check_says_what_it_met(wide: Shop) -> None:
    wide.faults(challenge="hard_block", challenge_at="navigation", block_words="fr")
    check = await wide.driver.check_session(wide.seller)
    assert check.state is SessionState.CHALLENGED
    assert check.obstacle is not None
    assert check.obstacle.kind is ObstacleKind.BLOCKED
    assert check.picture
    assert len(check.picture) <= MOST_BYTES


async def test_what_meets_the_question_who_is_signed_in_ends_the_asking(
    wide: Shop, plain: Listing
) -> None:
    wide.faults(who_refused="verification", own_current_call=False)
    with pytest.raises(ChallengeRequired) as met:
        await wide.prepare(replace(plain, photos=()))
    assert met.value.obstacle.kind is ObstacleKind.VERIFICATION
    rows = wide.standin.state.ledger.since("challenge")
    assert [row.path for row in rows if row.kind in {"page", "who"}] == []
    await wide.no_tab_left()


@pytest.mark.parametrize("status", [429, 200])
async def test_a_rate_limit_of_the_site_says_until_when(wide: Shop, status: int) -> None:
    wide.faults(
        challenge="rate_limited",
        challenge_at="navigation",
        rate_limit_status=status,
        retry_after=600,
    )
    check = await wide.driver.check_session(wide.seller)
    assert (check.state, check.reason) == (SessionState.CHALLENGED, "rate_limited_by_site")
    assert check.obstacle is not None
    assert check.obstacle.kind is ObstacleKind.RATE_LIMITED
    assert check.retry_at is not None
