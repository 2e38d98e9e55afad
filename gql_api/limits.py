"""Rate limits at the door, exact over any sixty seconds, and the headers that describe them.

Owns counting, for all callers together or for each, and the RateLimit fields. How publishes wait
in the queue, over every machine, is left to the fence rows in `store.publishes`.
"""

import math
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from gql_api.errors import RateLimited

WINDOW_SECONDS: Final = 60


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
            f"At most {self.quota} per minute: try again in {self.retry_after} seconds.",
            retry_after=self.retry_after,
            members={"violated_policies": [self.name]},
        )


class RateLimiter:
    """At most `per_minute` in any window of sixty seconds, by a log of the moments.

    A leaky bucket lets a full burst and its refill meet in one window; this log does not. It
    counts in this process only, and a refused request costs nothing.
    """

    def __init__(
        self, name: str, per_minute: int, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        self.name = name
        self.per_minute = per_minute
        self._now = now
        self._taken: deque[float] = deque()

    def check(self) -> RateDecision:
        """Take a slot when one is free."""
        now = self._now()
        self._forget(now)
        if len(self._taken) >= self.per_minute:
            return self._decision(now, allowed=False)
        self._taken.append(now)
        return self._decision(now, allowed=True, taken_at=now)

    def status(self) -> RateDecision:
        """What `check` would say, taking nothing: for dry runs and replays."""
        now = self._now()
        self._forget(now)
        return self._decision(now, allowed=len(self._taken) < self.per_minute)

    def refund(self, decision: RateDecision) -> None:
        """Give the decision's slot back: the request turned out to be a replay or a dry run."""
        if decision.taken_at is not None and decision.taken_at in self._taken:
            self._taken.remove(decision.taken_at)

    def is_idle(self) -> bool:
        """Whether nothing of the last minute is counted."""
        self._forget(self._now())
        return not self._taken

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


class CallerLimits:
    """A limiter for each caller, so that one who asks too often holds up nobody else.

    Callers who asked nothing for a minute are forgotten, so that what is kept is bounded by what
    this process can answer in a minute, however many names call.
    """

    def __init__(
        self, name: str, per_minute: int, *, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._name = name
        self._per_minute = per_minute
        self._now = now
        self._limiters: dict[str, RateLimiter] = {}
        self._swept_at = now()

    def __len__(self) -> int:
        """How many callers are remembered."""
        return len(self._limiters)

    def of(self, caller: str) -> RateLimiter:
        """The caller's limiter; ask again each time, since idle ones are forgotten."""
        self._sweep()
        if caller not in self._limiters:
            self._limiters[caller] = RateLimiter(self._name, self._per_minute, now=self._now)
        return self._limiters[caller]

    def _sweep(self) -> None:
        now = self._now()
        if now - self._swept_at < WINDOW_SECONDS:
            return
        self._swept_at = now
        self._limiters = {
            name: limiter for name, limiter in self._limiters.items() if not limiter.is_idle()
        }
