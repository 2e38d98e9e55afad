"""A brand that was not read is searched on the open form, which stays as it was."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.async_api import Page

from browser.standin import Standin, serve_standin
from gql_api.bootstrap.worker import BROWSER_JOBS
from gql_api.domain.job import Job, Outcome
from gql_api.errors import Conflict, OptionsNotRead, RateLimited, ServiceError
from tests.gql_api.db.conftest import LISTING
from tests.gql_api.workflows.bench import Bench, bench

BRANDS = "/api/v2/item_upload/brands"
UNREAD = "River Island"
"""Not among the fifty that the site lists unasked."""
_ASKED = """(token) => fetch("/api/v2/item_upload/attributes", {
  method: "POST",
  headers: {"content-type": "application/json", "x-csrf-token": token},
  body: JSON.stringify({attributes: [{code: "category", value: [221]}]}),
}).then((answer) => answer.text())"""
"""A call of the page that meets the challenge."""
_STIRRED = """() => document.addEventListener("keyup", () => {
  const title = document.querySelector("#title");
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(title, "Another");
  title.dispatchEvent(new Event("input", {bubbles: true}));
}, {once: true, capture: true})"""
"""A page that changes the title once its brands are searched."""


async def prepared(context: Bench) -> Job:
    return await context.prepared(LISTING)


@dataclass(frozen=True)
class Waiting:
    """A form that waits for its yes, and that may be searched by now."""

    context: Bench
    market: Standin
    job: Job


@pytest.fixture(scope="module")
async def full(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Waiting]:
    """In a browser of its own: another worker's account of the same name would close its tab."""
    async with serve_standin() as market:
        market.state.patch_faults({"cookie_banner": False})
        folder = tmp_path_factory.mktemp("full")
        async with bench(folder, market.url) as context:
            await context.sign_in()
            yield Waiting(context, market, await prepared(context))


@pytest.fixture
def waiting(full: Waiting) -> Waiting:
    """The one form of several tests, each of which leaves it full and open."""
    assert full.job.id in full.context.worker.parking.jobs
    full.context.pass_seconds(1)
    return full


async def search(context: Bench, job: Job, text: str, field: str = "brand") -> list[str]:
    """Search the page, then what is known of the list."""
    await context.worker.page_search.search(job.id, field, text)
    return await known(context, job, field)


async def known(context: Bench, job: Job, field: str = "brand") -> list[str]:
    kept = await context.core.stores.option_lists.of(job.id, field)
    return [option.label for option in kept.options] if kept else []


async def refused(context: Bench, job: Job, text: str = "zz") -> ServiceError:
    with pytest.raises(ServiceError) as caught:
        await context.worker.page_search.search(job.id, "brand", text)
    return caught.value


def asked(market: Standin) -> int:
    return sum(each.path == BRANDS for each in market.state.ledger.requests)


async def test_what_the_page_finds_is_kept_and_the_form_is_published_as_it_was(
    context: Bench, market: Standin
) -> None:
    job = await prepared(context)
    assert UNREAD not in await known(context, job)
    assert UNREAD in await search(context, job, UNREAD)
    assert job.id in context.worker.parking.jobs
    yes = await context.yes(job)
    assert yes.result is not None and yes.result.outcome is Outcome.PUBLISHED
    (item,) = market.state.items.values()
    assert item.brand == "Diesel"


async def test_other_lists_are_not_searched_on_the_page(waiting: Waiting) -> None:
    context, market, job = waiting.context, waiting.market, waiting.job
    before, requests = await known(context, job, "size"), asked(market)
    assert await search(context, job, "XS", "size") == before
    assert asked(market) == requests


async def test_a_second_search_comes_a_second_later(waiting: Waiting) -> None:
    context, job = waiting.context, waiting.job
    await search(context, job, "Mar")
    error = await refused(context, job)
    assert isinstance(error, RateLimited) and 0 < (error.retry_after or 0) <= 1
    context.pass_seconds(1)
    await search(context, job, "Mart")


async def test_the_page_is_left_alone_while_it_must_not_be_asked(waiting: Waiting) -> None:
    context, market, job = waiting.context, waiting.market, waiting.job
    requests = asked(market)
    async with context.worker.page_search.context.locks.turn("default"):
        assert (await refused(context, job)).code == "account_busy"
    async with AsyncExitStack() as held:
        for _ in range(BROWSER_JOBS):
            await held.enter_async_context(context.worker.page_search.context.places)
        assert (await refused(context, job)).code == "unavailable"
    until = context.core.now() + timedelta(minutes=1)
    await context.core.stores.rests.put("default", "captcha_or_verification", until)
    assert (await refused(context, job)).code == "account_cooling_down"
    assert asked(market) == requests
    context.pass_seconds(60)


async def test_a_form_that_is_not_open_is_told_with_its_cure(context: Bench) -> None:
    job = await prepared(context)
    await context.worker.parking.leave_job(job.id)
    error = await refused(context, job)
    assert isinstance(error, OptionsNotRead) and "prepare" in error.detail


async def opened(context: Bench, job: Job) -> Page:
    session = await context.worker.sessions.require("default", None)
    form = await context.worker.parking.find((job.id, job.revision), session.version)
    assert form is not None
    return form.page


async def test_a_challenge_ends_the_search_and_is_told(context: Bench, market: Standin) -> None:
    job = await prepared(context)
    market.state.patch_faults({"challenge": "datadome", "challenge_at": "after_category"})
    page, requests = await opened(context, job), asked(market)
    await page.evaluate(_ASKED, market.state.csrf_token)
    error = await refused(context, job)
    assert isinstance(error, Conflict) and error.code == "needs_manual"
    assert context.worker.parking.jobs == ()
    assert asked(market) == requests


async def test_a_form_that_lost_what_was_chosen_is_closed_and_filled_again(
    context: Bench, market: Standin
) -> None:
    job = await prepared(context)
    await (await opened(context, job)).evaluate(_STIRRED)
    error = await refused(context, job, UNREAD)
    assert (error.code, context.worker.parking.jobs) == ("site_layout_changed", ())
    yes = await context.yes(job)
    assert yes.result is not None and yes.result.outcome is Outcome.PUBLISHED
    (item,) = market.state.items.values()
    assert item.title == job.listing.title
