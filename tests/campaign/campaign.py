"""Publishes under fire: processes are killed at named points and at random, and nothing is doubled.

    python -m tests.campaign.campaign --publishes 200 --accounts 20 --database sqlite
    python -m tests.campaign.campaign --publishes 200 --accounts 20 --database postgresql

Prints one JSON object: what became of every publish, what the market holds, how often steps ran.
"""

import argparse
import asyncio
import contextlib
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from browser.standin import Standin, serve_standin
from gql_api.cli.demo.photos import hoodie
from gql_api.security.keyring import new_secret
from tests.e2e.serving import LISTING, UA, free_port
from tests.postgres import fresh, postgres

from .crashing import ANSWERED, CLICKED, NEVER, POINTS

WORKERS = 3


@dataclass
class Process:
    """One process that is started again whenever it has died."""

    arguments: tuple[str, ...]
    env: dict[str, str]
    points: list[str]
    kills: Counter[str]
    log: Path
    current: asyncio.subprocess.Process | None = None
    stopping: bool = False
    unexpected: list[int] = field(default_factory=list)

    async def keep(self) -> None:
        """Start it with the next point until the campaign ends."""
        while not self.stopping:
            point = self.points.pop(0) if self.points else NEVER
            with self.log.open("ab") as log:
                self.current = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "tests.campaign.crashing", point, *self.arguments,
                    env=self.env, stdout=log, stderr=log,
                )  # fmt: skip
                code = await self.current.wait()
            if code == -9:
                self.kills[point] += 1
            elif not self.stopping:
                self.unexpected.append(code)
                await asyncio.sleep(1)

    def kill(self) -> None:
        """At whatever it is doing."""
        if self.current and self.current.returncode is None:
            self.current.kill()

    async def stop(self) -> None:
        self.stopping = True
        if self.current and self.current.returncode is None:
            self.current.terminate()
            try:
                await asyncio.wait_for(self.current.wait(), 40)
            except TimeoutError:
                self.current.kill()


@dataclass
class Campaign:
    """The market, the processes and what became of each publish."""

    publishes: int
    accounts: int
    market: Standin
    base: str
    http: httpx.AsyncClient
    outcomes: dict[str, dict[str, Any]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)

    async def run(self) -> None:
        shares = [range(n, self.publishes, self.accounts) for n in range(self.accounts)]
        async with asyncio.TaskGroup() as group:
            for number, share in enumerate(shares):
                group.create_task(self._account(f"seller-{number}", share))

    async def _account(self, account: str, share: Sequence[int]) -> None:
        self.market.state.members.add(f"cookie-{account}", account)
        session = {"cookie": f"access_token_web=cookie-{account}", "user_agent": UA}
        await self._until_ok("/vinted/auth/session", {**session, "account": account})
        photo = await self._upload()
        for number in share:
            await self._publish(account, f"Timbre no {number}", photo)

    async def _publish(self, account: str, title: str, photo: str) -> None:
        listing = {**LISTING, "title": title, "photos": [photo], "account": account}
        for attempt in range(10):
            prepared = await self._job("/vinted/listings/prepare", listing, f"p {title} {attempt}")
            if prepared.get("confirm_token"):
                break
        token = {"confirm_token": prepared["confirm_token"], "dry_run": False}
        started = time.monotonic()
        self.outcomes[title] = await self._job("/vinted/listings/publish", token, f"y {title}")
        self.seconds.append(time.monotonic() - started)

    async def _job(self, path: str, body: dict[str, Any], key: str) -> dict[str, Any]:
        """Ask with a key until the job is over; only the same question is ever asked again."""
        headers = {"Idempotency-Key": key.replace(" ", "-")}
        while True:
            with contextlib.suppress(httpx.TransportError):
                answer = await self.http.post(path, json=body, headers=headers)
                if answer.status_code == 200:
                    return dict(answer.json())
                if answer.status_code not in (202, 409, 429, 503) and answer.json().get("job_id"):
                    return dict(answer.json())
                if answer.status_code not in (202, 409, 429, 500, 503):
                    return dict(answer.json())
            await asyncio.sleep(0.5)

    async def _until_ok(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        while True:
            with contextlib.suppress(httpx.TransportError):
                answer = await self.http.post(path, json=body)
                if answer.status_code == 200:
                    return dict(answer.json())
            await asyncio.sleep(0.5)

    async def _upload(self) -> str:
        while True:
            with contextlib.suppress(httpx.TransportError):
                files = {"file": ("photo.jpg", hoodie(30), "image/jpeg")}
                answer = await self.http.post("/vinted/photos/upload", files=files)
                if answer.status_code == 200:
                    return str(answer.json()["photo"]["temp_id"])
            await asyncio.sleep(0.5)

    def verdict(self) -> dict[str, Any]:
        """What is wrong, by name; and the figures."""
        items = Counter(item.title for item in self.market.state.live_items)
        told = {
            title: each.get("outcome") or each.get("code") for title, each in self.outcomes.items()
        }
        published = {title for title, outcome in told.items() if outcome == "published"}
        return {
            "publishes": self.publishes,
            "outcomes": dict(Counter(str(outcome) for outcome in told.values())),
            "lost": self.publishes - len(self.outcomes),
            "doubled": sorted(title for title, count in items.items() if count > 1),
            "published_without_item": sorted(published - items.keys()),
            "item_but_said_not_published": sorted(
                title for title in items.keys() - published
                if told.get(title) not in ("outcome_unknown", "held_for_review")
            ),
            "unknown_with_item": sum(1 for t in items.keys() - published),
            "median_seconds": round(sorted(self.seconds)[len(self.seconds) // 2], 2),
        }  # fmt: skip


@contextlib.asynccontextmanager
async def _kept(processes: list[Process], fire: bool, every: float) -> AsyncIterator[None]:
    tasks = [asyncio.create_task(process.keep()) for process in processes]
    if fire:
        tasks.append(asyncio.create_task(_random_kills(processes, every)))
    try:
        yield
    finally:
        await asyncio.gather(*(process.stop() for process in processes))
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _random_kills(processes: list[Process], every: float) -> None:
    chance = random.Random(1)
    while True:
        await asyncio.sleep(chance.uniform(0.5 * every, 1.5 * every))
        chance.choice(processes).kill()


def steps_run_again(path: Path) -> list[str]:
    """Steps that ran although they were stored."""
    stored: set[str] = set()
    again: list[str] = []
    for line in path.read_text().splitlines():
        what, _, step = line.partition(" ")
        if what == "stored":
            stored.add(step)
        elif step in stored:
            again.append(step)
    return again


def sometimes(path: Path, verdict: Mapping[str, Any], kills: Mapping[str, int]) -> dict[str, int]:
    """How often it came to what a campaign is for; one that never came to it has shown nothing."""
    lines = Counter(path.read_text().splitlines())
    outcomes = verdict["outcomes"]
    return {
        "killed_between_click_and_answer": lines[CLICKED] - lines[ANSWERED],
        "killed_after_the_fence": kills.get("after_acting", 0),
        "published": outcomes.get("published", 0),
    }


def never(told: Mapping[str, int]) -> list[str]:
    """What a campaign should have come to, and never did."""
    return sorted(name for name, count in told.items() if count < 1)


async def campaign(
    folder: Path,
    *,
    publishes: int,
    accounts: int,
    database: str | None = None,
    points: Sequence[str] = POINTS,
    rounds: int = 1,
    every: float = 20.0,
    fire: bool = True,
) -> dict[str, Any]:
    """Run it on SQLite, or with three workers and two API processes on a PostgreSQL database."""
    steps = folder / "steps"
    steps.touch()
    kills: Counter[str] = Counter()
    async with serve_standin() as market:
        market.state.patch_faults({"cookie_banner": False})
        env = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        env |= {
            "SECRET_KEY": new_secret(),
            "VINTED_BASE_URL": market.url,
            "DATA_DIR": str(folder / "data"),
            "PACING": "off",
            "LOG_FORMAT": "json",
            "PUBLISH_PER_MINUTE": "60",
            "PREPARES_PER_MINUTE": "600",
            "CAMPAIGN_STEPS": str(steps),
        }
        ports = [free_port()] if database is None else [free_port(), free_port()]
        if database:
            (folder / "shared").mkdir()
            env |= {"DATABASE_URL": database, "STORAGE_URL": (folder / "shared").as_uri()}
        plan = [point for _ in range(rounds) for point in (*points, NEVER)]
        processes = []
        for number, port in enumerate(ports):
            role = ("serve",) if database is None else ("serve", "--role", "api")
            own = env | {"PORT": str(port)}
            mine = plan if database is None else []
            log = folder / f"serve-{number}.log"
            processes.append(Process(role, own, list(mine), kills, log))
        for number in range(WORKERS if database else 0):
            share = plan[number::WORKERS]
            log = folder / f"worker-{number}.log"
            processes.append(Process(("worker",), env, share, kills, log))
        base = f"http://127.0.0.1:{ports[0]}"
        started = time.monotonic()
        async with httpx.AsyncClient(base_url=base, timeout=150) as http:
            running = Campaign(publishes, accounts, market, base, http)
            async with _kept(processes, fire, every):
                await running.run()
        verdict = running.verdict()
    return verdict | {
        "kills": dict(kills),
        "sometimes": sometimes(steps, verdict, kills),
        "steps_run_again": steps_run_again(steps),
        "unexpected_exits": [code for process in processes for code in process.unexpected],
        "seconds": round(time.monotonic() - started),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--publishes", type=int, default=200)
    parser.add_argument("--accounts", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--every", type=float, default=20.0, help="seconds between random kills")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--folder", type=Path, default=None)
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="fripier-campaign-"))
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {
        "publishes": given.publishes,
        "accounts": given.accounts,
        "rounds": given.rounds,
        "every": given.every,
    }
    if given.database == "sqlite":
        told = asyncio.run(campaign(folder, **wanted))
    else:
        with postgres() as server, fresh(server) as database:
            told = asyncio.run(campaign(folder, database=database, **wanted))
    print(json.dumps(told, indent=1))
    if missed := never(told["sometimes"]):
        sys.exit(f"this run has shown nothing of: {', '.join(missed)}")


if __name__ == "__main__":
    main()
