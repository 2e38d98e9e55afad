"""In what form an operation is answered: JSON of either type, or a stream of either kind.

Only the Accept field decides here. Weighing its parts is `parsing`'s, writing the answer `view`'s,
the frames of a stream `streaming`'s.
"""

from functools import lru_cache
from typing import Final

from gql_api.http import parsing
from gql_api.http.middleware import NotAcceptable
from gql_api.quality_values import preferences

JSON: Final = "application/json"
GRAPHQL_JSON: Final = "application/graphql-response+json"
EVENTS: Final = "text/event-stream"
PARTS: Final = "multipart/mixed"
_SUBSCRIPTIONS: Final = "subscriptionspec"


@lru_cache(128)
def answer_type(accept: str | None) -> str:
    """The type that the caller likes best; among equals JSON. Raises NotAcceptable for none.

    A client may name a stream beside JSON for the case of a subscription, as urql does with every
    query. So a stream is chosen only where it is preferred. Callers send the same few fields again
    and again.
    """
    newer = [GRAPHQL_JSON] if parsing.mentions(accept, GRAPHQL_JSON) else []
    chosen = parsing.preferred(accept, [*newer, JSON, *_streams(accept)])
    if chosen is None:
        raise NotAcceptable(f"This is answered as {JSON} or {GRAPHQL_JSON}: accept one of them.")
    return chosen


def stream_type(accept: str | None) -> str | None:
    """The stream that the caller takes for a subscription; None when it named none."""
    streams = _streams(accept)
    return parsing.preferred(accept, streams) if streams else None


def _streams(accept: str | None) -> list[str]:
    """What was named itself: a pattern such as `*/*` is no wish for a stream."""
    return [
        *([EVENTS] if parsing.mentions(accept, EVENTS) else []),
        *([PARTS] if _takes_parts(accept) else []),
    ]


def _takes_parts(accept: str | None) -> bool:
    """Whether the multipart type is named for subscriptions, and not for deferred fields."""
    return any(
        name.strip().lower() == _SUBSCRIPTIONS and value.strip("\"' ").startswith("1.")
        for liked in preferences(accept or "")
        if liked.name == PARTS and liked.weight > 0
        for name, _, value in (member.partition("=") for member in liked.parameters)
    )
