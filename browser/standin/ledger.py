"""What the stand-in has seen: requests, publish attempts, and what the page itself reported.

Owns remembering and counting, for tests to read; it decides nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Request:
    at: float
    """Seconds since the stand-in started, like every `at` here."""
    method: str
    path: str
    status: int
    """0 when the connection was dropped instead of an answer."""
    cookies: tuple[str, ...]
    """Names only."""


@dataclass(frozen=True)
class Attempt:
    at: float
    kind: str
    """publish, completion, draft, update or delete."""
    outcome: str
    """stored, refused, failed or challenged."""
    item_id: int | None
    body: dict[str, Any]


@dataclass(frozen=True)
class InputEvent:
    at: float
    type: str
    target: str
    trusted: bool
    page: str


@dataclass
class Ledger:
    requests: list[Request] = field(default_factory=list)
    attempts: list[Attempt] = field(default_factory=list)
    events: list[InputEvent] = field(default_factory=list)
    form_views: Counter[str] = field(default_factory=Counter)
    user_agents: list[str] = field(default_factory=list)
    webdriver: list[bool] = field(default_factory=list)

    def saw_user_agent(self, agent: str) -> None:
        if agent and agent not in self.user_agents:
            self.user_agents.append(agent)

    def as_json(self) -> dict[str, Any]:
        return {
            "requests": [asdict(row) for row in self.requests],
            "attempts": [asdict(row) for row in self.attempts],
            "events": [asdict(row) for row in self.events],
            "form_views": dict(self.form_views),
            "user_agents": list(self.user_agents),
            "webdriver": list(self.webdriver),
        }
