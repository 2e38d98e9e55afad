"""How one stand-in is set up; nothing here changes while it runs (faults do, see faults.py)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from .catalogue.data import Locale
from .switches.faults import Faults

DEMO_COOKIE = "access_token_web=demo"


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class StandinOptions:
    locale: Locale = "fr"
    now: Callable[[], datetime] = utc_now
    faults: Faults = field(default_factory=Faults)
    login: str = "demo"
    """The first account; its session cookie is `DEMO_COOKIE`."""
    control: bool = True
    """Whether the control API under /__standin__/ is served."""
