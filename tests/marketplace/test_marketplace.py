"""A second marketplace: published on by the whole service, which nothing was changed in for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from browser.listing import Listing, Price
from browser.sites import marketplace
from gql_api.app import create_app
from gql_api.bootstrap.container import Role, build_core
from gql_api.bootstrap.worker import build_worker
from gql_api.cli.demo.photos import hoodie
from gql_api.domain.inputs import PrepareInput, SessionInput
from gql_api.domain.job import Job, JobKind, JobState, Outcome
from gql_api.errors import InvalidInput
from gql_api.listings.admission import new_job, require_fitting
from gql_api.settings import load_settings
from tests.marketplace.app import Stall, open_stall

NAME = "tests.marketplace.stall"
AGENT = "Mozilla/5.0 Chrome/156.0"
POT = Listing(
    title="Clay pot",
    description="Hand made, never used.",
    price=Price(Decimal("12.50"), "CHF"),
    category="Garden > Pots",
    brand="",
    size="",
    condition="",
    color="",
)


@pytest.fixture
async def stall() -> AsyncIterator[Stall]:
    async with open_stall() as opened:
        yield opened


async def _bytes(content: bytes) -> AsyncIterator[bytes]:
    yield content


async def test_a_listing_is_published_on_another_marketplace(stall: Stall, tmp_path: Path) -> None:
    env = {"DATA_DIR": str(tmp_path), "VINTED_BASE_URL": stall.url, "PACING": "off"}
    core = build_core(load_settings(env), Role.ALL, stall.url, NAME)
    worker = build_worker(core)

    async def run(job: Job) -> Job:
        stored, _ = await core.stores.jobs.accept(job, key=None)
        await core.events.announce(stored.id, 0)
        async with asyncio.timeout(90), aclosing(core.events.watch(stored.id)) as told:
            assert [event async for event in told]
        return await core.stores.jobs.get(stored.id)

    await core.database.open()
    try:
        async with core.media.intake, worker.running():
            given = {"cookie": "stall_pass=mira; tracker=1", "user_agent": AGENT}
            saved = await worker.sessions.save(SessionInput.model_validate(given))
            assert (saved.username, saved.dropped) == ("mira", ("tracker",))
            photo = await core.media.intake.take(_bytes(hoodie(30)), "pot.jpg")
            await core.stores.photos.add(photo)
            listing = replace(POT, photos=(photo.file,))
            now = core.now()
            prepared = await run(new_job(JobKind.PREPARE, "default", stall.url, listing, now))
            assert prepared.state is JobState.AWAITING_CONFIRMATION, prepared.result
            assert not stall.goods
            yes = new_job(JobKind.PUBLISH, "default", stall.url, listing, core.now())
            published = await run(
                replace(yes, dry_run=False, prepare_id=prepared.id, prepare_revision=1)
            )
    finally:
        core.broadcast.close()
        await core.database.close()
    result = published.result
    assert result is not None
    assert result.outcome is Outcome.PUBLISHED, result
    assert result.listing_url == f"{stall.url}/stall/goods/g1"
    (goods,) = stall.goods
    assert (goods["headline"], goods["shelf"], goods["asking"]) == ("Clay pot", "s1", "12.50")
    assert len(stall.shots) == 1


def test_its_facts_are_those_that_the_service_tells(tmp_path: Path) -> None:
    env = {"DATA_DIR": str(tmp_path), "VINTED_BASE_URL": "https://stall.example"}
    app = create_app(load_settings(env), Role.ALL, NAME)
    offer = app.state.fripier.service.status.offer
    assert (offer.market, offer.currency, offer.max_photos) == ("stall.example", "CHF", 3)
    assert [one.host for one in offer.markets] == ["stall.example"]


def test_no_more_photos_are_taken_than_the_marketplace_takes() -> None:
    given = {"title": "Pot", "description": "Clay.", "price": 12, "photos": ["a", "b", "c", "d"]}
    listing = PrepareInput.model_validate(given)
    require_fitting(listing, marketplace().limits)
    with pytest.raises(InvalidInput, match="at most 3 photos"):
        require_fitting(listing, marketplace(NAME).limits)


def test_a_marketplace_is_chosen_by_name() -> None:
    assert marketplace().market_named("fr").host == "www.vinted.fr"
    assert marketplace(NAME).item_id("/stall/goods/g12") == "g12"
