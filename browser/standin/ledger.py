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
    kind: str = ""
    """page, write, who (who am I), wardrobe, read or asset."""
    dest: str = ""
    """Sec-Fetch-Dest: document, empty, image ...; nothing from a client that is no page."""
    mode: str = ""
    """Sec-Fetch-Mode."""
    referer: str = ""
    """Its path only."""
    locale: str = ""
    """The `locale` header of the page's own calls."""
    has_anon_id: bool = False
    """Whether the call carried an x-anon-id header."""


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
    marks: dict[str, float] = field(default_factory=dict)
    """Moments by name; `challenge` is the first obstacle that was met."""

    def since(self, mark: str) -> list[Request]:
        """The requests that came after a marked moment."""
        return [row for row in self.requests if row.at > self.marks[mark]]

    def counts_since(self, mark: str) -> dict[str, int]:
        """How many requests of each kind came after a marked moment."""
        return dict(Counter(row.kind for row in self.since(mark)))

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
            "marks": dict(self.marks),
        }
