"""The publish limit at real clicks: many yeses at once over several workers, counted by the market.

    python -m tests.campaign.clicks --publishes 40

Prints one JSON object. `--minute` makes the period shorter than a real minute.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from gql_api.cli.demo.photos import hoodie
from tests.e2e.cluster import Cluster, cluster
from tests.postgres import fresh, postgres

WORKER = (sys.executable, "-m", "tests.campaign.crashing", "never", "worker")
WORKERS = 3
LIMIT = 5
CLICKS = {"publish", "completion"}
PUBLISH = """
mutation($input: PublishListingInput!) {
  publishListing(input: $input) {
    ... on PublishListingSuccess { job { id state } }
    ... on Error { code message }
  }
}
"""


def most_within(seconds: float, times: Sequence[float]) -> int:
    """The most of these moments that any such stretch of time holds."""
    ordered = sorted(times)
    return max((bisect_left(ordered, at + seconds) - n for n, at in enumerate(ordered)), default=0)


async def clicks(
    folder: Path, database: str, *, publishes: int, accounts: int, minute: float
) -> dict[str, Any]:
    """Prepare everything first, then say every yes at once."""
    env = {
        "PUBLISH_PER_MINUTE": str(LIMIT),
        "CAMPAIGN_STEPS": str(folder / "steps"),
        "CAMPAIGN_MINUTE": str(minute),
        "CONFIRM_TTL_SECONDS": "7200",
        "MAX_QUEUED_PER_ACCOUNT": str(publishes),
    }
    async with cluster(folder, database, apis=2, workers=0, **env) as running:
        for _ in range(WORKERS):
            await running.add_worker(WORKER)
        tokens = await _tokens(running, publishes, accounts)
        jobs = await asyncio.gather(*(_yes(running, n, token) for n, token in enumerate(tokens)))
        told = Counter([await _ended(running, job) for job in jobs])
        times = [each.at for each in running.market.state.ledger.attempts if each.kind in CLICKS]
        return {
            "outcomes": dict(told),
            "items": len(running.market.state.live_items),
            "clicks": len(times),
            "period_seconds": minute,
            "most_clicks_in_a_period": most_within(minute, times),
            "seconds": round(max(times) - min(times), 1),
            "workers_that_published": _busy_workers(database),
        }


async def _tokens(running: Cluster, publishes: int, accounts: int) -> list[str]:
    api = running.apis[0]
    photo = await api.upload(hoodie(30))

    async def of_account(number: int) -> list[str]:
        account = f"seller-{number}"
        running.market.state.members.add(f"cookie-{account}", account)
        await api.sign_in(f"access_token_web=cookie-{account}", account=account)
        given = {"account": account, "photos": [photo]}
        return [
            (await api.prepare(title=f"Timbre no {n}", **given))["confirm_token"]
            for n in range(number, publishes, accounts)
        ]

    found = await asyncio.gather(*(of_account(number) for number in range(accounts)))
    return [token for tokens in found for token in tokens]


async def _yes(running: Cluster, number: int, token: str) -> str:
    api = running.apis[number % len(running.apis)]
    given = {"input": {"confirmToken": token, "dryRun": False}}
    answer = await api.http.post("/graphql", json={"query": PUBLISH, "variables": given})
    return str(answer.json()["data"]["publishListing"]["job"]["id"])


async def _ended(running: Cluster, job_id: str) -> str:
    api = running.apis[0]
    async with api.http.stream("GET", f"/vinted/jobs/{job_id}/events", timeout=None) as told:
        async for _ in told.aiter_lines():
            pass
    job = await api.job(job_id)
    return str(job.get("outcome") or job["problem"]["code"])


def _busy_workers(database: str) -> int:
    """How many workers ran a publish, by the engine's own table."""
    query = "SELECT count(DISTINCT executor_id) FROM dbos.workflow_status WHERE name = 'publish'"
    engine = sa.create_engine(database)
    with engine.connect() as connection:
        count = int(connection.execute(sa.text(query)).scalar_one())
    engine.dispose()
    return count


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--publishes", type=int, default=40)
    parser.add_argument("--accounts", type=int, default=10)
    parser.add_argument("--minute", type=float, default=60.0, help="seconds")
    given = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="fripier-clicks-"))
    with postgres() as server, fresh(server) as database:
        print(json.dumps(asyncio.run(clicks(folder, database, **vars(given))), indent=1))


if __name__ == "__main__":
    main()
