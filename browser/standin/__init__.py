"""The stand-in market: a Starlette app with the sell page, its API, and troubles on demand.

The demo, MOCK_MODE and the tests run on it. It shares no code, constant or data with the rest of
`browser`, so that a driver and its practice ground cannot agree by sharing a mistake.
"""

from .app import create_standin
from .options import DEMO_COOKIE, StandinOptions
from .serving import Standin, serve_standin
from .state import State
from .switches.faults import Faults, FieldError, UnknownSwitch

__all__ = [
    "DEMO_COOKIE",
    "Faults",
    "FieldError",
    "Standin",
    "StandinOptions",
    "State",
    "UnknownSwitch",
    "create_standin",
    "serve_standin",
]
