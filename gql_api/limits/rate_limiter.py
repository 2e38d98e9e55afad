"""Rate limits at the door, exact over any sixty seconds, and the headers that describe them.

Owns counting, for all callers together or for each, and the RateLimit fields. How publishes wait
in the queue, over every machine, is left to the fence rows in `db.publish_intents`.
"""

import math
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from browser.messages import Message
from gql_api.errors import RateLimited

WINDOW_SECONDS: Final = 60
MOST_OWNERS: Final = 1000
"""Owners that are remembered while they ask for nothing."""


@dataclass(frozen=True, slots=True)
class RateDecision:
    """One answer of a limiter. `taken_at` identifies the slot, for a refund."""

    name: str
    quota: int
    allowed: bool
    remaining: int
    reset_seconds: int
    retry_after: int | None = None
    taken_at: float | None = None

    @property
    def policy(self) -> str:
        """The limit as an item of the `RateLimit-Policy` field."""
        return f'"{self.name}";q={self.quota};w={WINDOW_SECONDS}'

    @property
    def state(self) -> str:
        """What is left of it as an item of the `RateLimit` field."""
        return f'"{self.name}";r={self.remaining};t={self.reset_seconds}'

    @property
    def headers(self) -> Mapping[str, str]:
        """The RateLimit fields for every answer of a limited route, refused or not."""
        return {"RateLimit-Policy": self.policy, "RateLimit": self.state}

    def require(self) -> None:
        """Raise `RateLimited` when this is a no."""
        if self.allowed:
            return
        raise RateLimited(
            Message(
                "At most {quota} per minute: try again in {seconds} seconds.",
                quota=self.quota,
                seconds=self.retry_after,
            ),
            retry_after=self.retry_after,
            members={"violated_policies": [self.name]},
        )


class RateLimiter:
    """At most `per_minute` in any window of sixty seconds, by a log of the moments.

    A leaky bucket lets a full burst and its refill meet in one window; this log does not. It
    counts in this process only, and a refused request costs nothing. `shared` is one that counts
    for everybody besides: of it an answer tells no more than that nothing is left. `refused` counts
    refusals by name.
    """

    def __init__(
        self,
        name: str,
        per_minute: int,
        *,
        shared: "RateLimiter | None" = None,
        refused: Counter[str] | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._shared = shared
        self._refused = Counter() if refused is None else refused
        self.name = name
        self.per_minute = per_minute
        self._now = now
        self._taken: deque[float] = deque()

    def check(self) -> RateDecision:
        """Take a slot when one is free."""
        now = self._now()
        self._forget(now)
        if len(self._taken) >= self.per_minute:
            self._refused[self.name] += 1
            return self._decision(now, allowed=False)
        if self._shared and not (decision := self._shared.check()).allowed:
            return decision
        self._taken.append(now)
        return self._decision(now, allowed=True, taken_at=now)

    def status(self) -> RateDecision:
        """What `check` would say, taking nothing: for dry runs and replays."""
        now = self._now()
        self._forget(now)
        if self._shared and not (decision := self._shared.status()).allowed:
            return decision
        return self._decision(now, allowed=len(self._taken) < self.per_minute)

    @property
    def idle(self) -> bool:
        """Whether nothing was taken within the window."""
        self._forget(self._now())
        return not self._taken

    def refund(self, decision: RateDecision) -> None:
        """Give the decision's slot back: the request turned out to be a replay or a dry run."""
        if decision.taken_at is not None and decision.taken_at in self._taken:
            self._taken.remove(decision.taken_at)
            if self._shared:
                self._shared.give_back()

    def give_back(self) -> None:
        """Give the newest slot back."""
        if self._taken:
            self._taken.pop()

    def _forget(self, now: float) -> None:
        while self._taken and now - self._taken[0] >= WINDOW_SECONDS:
            self._taken.popleft()

    def _decision(self, now: float, allowed: bool, taken_at: float | None = None) -> RateDecision:
        reset = math.ceil(self._taken[0] + WINDOW_SECONDS - now) if self._taken else 0
        return RateDecision(
            name=self.name,
            quota=self.per_minute,
            allowed=allowed,
            remaining=self.per_minute - len(self._taken),
            reset_seconds=reset,
            retry_after=None if allowed else max(reset, 1),
            taken_at=taken_at,
        )


class Limits:
    """The limiters of every owner, by name; those of `shared` count over all owners, too."""

    def __init__(
        self, per_minute: Mapping[str, int], *, shared: frozenset[str] = frozenset()
    ) -> None:
        self._per_minute = dict(per_minute)
        self.refused: Counter[str] = Counter(dict.fromkeys(per_minute, 0))
        """Refusals by name, over all owners."""
        self._everybody = {
            name: RateLimiter(name, self._per_minute[name], refused=self.refused) for name in shared
        }
        self._owned: dict[str, Mapping[str, RateLimiter]] = {}

    def of(self, owner: str) -> Mapping[str, RateLimiter]:
        """The owner's own limiters."""
        found = self._owned.get(owner)
        if found is None:
            self._make_room()
            found = self._owned[owner] = {
                name: RateLimiter(
                    name, rate, shared=self._everybody.get(name), refused=self.refused
                )
                for name, rate in self._per_minute.items()
            }
        return found

    def tightest(self) -> tuple[RateDecision, ...]:
        """Each limit as it stands for the owner who has the least of it left."""
        unused = {name: RateLimiter(name, rate) for name, rate in self._per_minute.items()}
        everybody = [unused, *self._owned.values()]
        return tuple(
            min((limiters[name].status() for limiters in everybody), key=lambda it: it.remaining)
            for name in self._per_minute
        )

    def _make_room(self) -> None:
        if len(self._owned) >= MOST_OWNERS:
            busy = {
                owner: limiters
                for owner, limiters in self._owned.items()
                if not all(limiter.idle for limiter in limiters.values())
            }
            self._owned = busy


class CallerLimits:
    """A limiter for each caller, so that one who asks too often holds up nobody else.

    Callers who asked nothing for a minute are forgotten, so that what is kept is bounded by what
    this process can answer in a minute, however many names call.
    """

    def __init__(
        self,
        name: str,
        per_minute: int,
        *,
        refused: Counter[str] | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name = name
        self._per_minute = per_minute
        self._refused = Counter() if refused is None else refused
        self._now = now
        self._limiters: dict[str, RateLimiter] = {}
        self._swept_at = now()

    def __len__(self) -> int:
        return len(self._limiters)

    def of(self, caller: str) -> RateLimiter:
        """The caller's limiter; ask again each time, since idle ones are forgotten."""
        self._sweep()
        if caller not in self._limiters:
            self._limiters[caller] = RateLimiter(
                self._name, self._per_minute, refused=self._refused, now=self._now
            )
        return self._limiters[caller]

    def _sweep(self) -> None:
        now = self._now()
        if now - self._swept_at < WINDOW_SECONDS:
            return
        self._swept_at = now
        self._limiters = {
            name: limiter for name, limiter in self._limiters.items() if not limiter.idle
        }
