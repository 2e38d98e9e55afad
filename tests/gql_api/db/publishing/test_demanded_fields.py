"""What a market demanded by refusing: kept for its category, over all accounts, for thirty days."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from gql_api.db.database import Database
from gql_api.db.publishing.demanded_fields import LASTING, DemandStore
from gql_api.db.retention import AgingStore
from gql_api.db.tables import demands
from tests.gql_api.db.conftest import Clock

HERE, THERE = "https://www.vinted.fr", "https://www.vinted.de"


@pytest.fixture
def store(database: Database, clock: Clock) -> DemandStore:
    return DemandStore(database, clock)


async def test_a_demand_is_the_markets_and_its_categorys(store: DemandStore) -> None:
    await store.learn(HERE, "3565", {"model", "sim_lock"})
    await store.learn(HERE, "3565", {"model"})
    await store.learn(HERE, "1811", set())
    assert await store.of(HERE) == {"3565": {"model", "sim_lock"}}
    assert await store.of(THERE) == {}


async def test_a_demand_is_forgotten_by_name_and_by_age(
    store: DemandStore, clock: Clock, database: Database
) -> None:
    await store.learn(HERE, "3565", {"model", "sim_lock"})
    await store.forget(HERE, "3565", {"model"})
    await store.forget(THERE, "3565", {"sim_lock"})
    assert await store.of(HERE) == {"3565": {"sim_lock"}}
    clock.time += LASTING - timedelta(seconds=1)
    assert await store.of(HERE) == {"3565": {"sim_lock"}}
    assert await AgingStore(database).remove_demands(clock() - LASTING) == 0
    clock.time += timedelta(seconds=1)
    assert await store.of(HERE) == {}
    assert await AgingStore(database).remove_demands(clock() - LASTING) == 1


async def test_a_demand_that_is_met_again_is_young_again(store: DemandStore, clock: Clock) -> None:
    await store.learn(HERE, "3565", {"model"})
    clock.time += LASTING - timedelta(days=1)
    await store.learn(HERE, "3565", {"model"})
    clock.time += timedelta(days=2)
    assert await store.of(HERE) == {"3565": {"model"}}


async def test_a_row_tells_of_nobody(store: DemandStore, database: Database) -> None:
    await store.learn(HERE, "3565", {"model"})
    row = await database.read(lambda tx: tx.execute(sa.select(demands)).one())
    assert set(row._mapping) == {"market", "category", "field", "seen_at"}
