"""One example of each body, parameter and event, as the OpenAPI document and its page show them.

They are of the stand-in market: what needs no id, token or key of an earlier answer can be sent as
it is. What the members mean is said by the models and by `parameters`.
"""

from collections.abc import Mapping
from typing import Any, Final

BODIES: Final[Mapping[str, Mapping[str, Any]]] = {
    "SessionInput": {
        "cookie": "access_token_web=demo",
        "user_agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0",
        "expires_at": None,
    },
    "AccountInput": {"account": "default"},
    "PrepareInput": {
        "title": "Hoodie Diesel",
        "price": 35,
        "description": "Bon état",
        "brand": "Diesel",
        "size": "L",
        "condition": "bon",
        "color": "noir",
        "category_hint": "Homme > Sweats",
        "photos": [],
        "dry_run": True,
    },
    "PublishInput": {"confirm_token": "fc_…", "dry_run": True},
    "AnswersInput": {"answers": {"size": "L"}},
    "ResolveInput": {"there": False},
    "DefaultsInput": {
        "description_footer": "Envoi soigné sous deux jours.",
        "parcel_size": None,
        "pause_minutes": 5,
    },
    "LinesInput": {"lines": [2, 3]},
    "SkipInput": {"lines": [4]},
    "SignInInput": {"key": "fp_…"},
}
PARAMETERS: Final[Mapping[str, str]] = {
    "account": "default",
    "field": "brand",
    "format": "csv",
    "id": "3f2b8c1d9e7a4f60b5c2d1e0f9a8b7c6",
    "text": "diesel",
}
EVENTS: Final[Mapping[str, Mapping[str, Any]]] = {
    "progress": {
        "job_id": "3f2b8c1d9e7a4f60b5c2d1e0f9a8b7c6",
        "seq": 6,
        "at": "2026-11-29T21:56:53.704415+00:00",
        "state": "running",
        "revision": 1,
        "percent": 30,
        "step": "title",
        "done": None,
        "total": None,
        "outcome": None,
        "reason": None,
        "problem": None,
        "slot_at": None,
    },
    "picture": {
        "job_id": "3f2b8c1d9e7a4f60b5c2d1e0f9a8b7c6",
        "at": "2026-11-29T21:56:53.894138+00:00",
        "url": "http://127.0.0.1:5000/vinted/live/79cb2607d18343fa8aa3aaeb4fa81c3b?access=…",
    },
}
"""The data of one event of each name, as `GET /vinted/jobs/{id}/events` sends them."""
