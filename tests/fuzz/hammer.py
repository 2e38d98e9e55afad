"""Sends a service what schemathesis makes of its documents, and says what answers keep to.

Owns the cases and the rules for answers. How many are sent, and to which service, is the tests'.
"""

import base64
import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.graphql import nodes
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.described import closed_document

CANARY: Final = "c4n4ry-Zk9Qw7VerySecret"
COOKIE: Final = f"access_token_web={CANARY}; anon_id=a1"
SCHEMA: Final = Path(__file__).parents[2] / "schema.graphql"
REPLY_SECONDS: Final = 130
CHECKS: Final = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
GRAPHQL_STATUSES: Final = frozenset({200, 400})

schemathesis.graphql.scalar(
    "Decimal",
    st.decimals(0, 10**7, places=2, allow_nan=False).map(Decimal.__str__).map(nodes.String),
)
schemathesis.graphql.scalar(
    "DateTime", st.datetimes().map(lambda at: nodes.String(f"{at.isoformat()}Z"))
)
schemathesis.graphql.scalar("CurrencyCode", st.sampled_from(["EUR", "PLN", "x"]).map(nodes.String))
schemathesis.graphql.scalar("Upload", st.text(max_size=20).map(nodes.String))


@dataclass
class Tally:
    """The statuses of every answer so far, by operation."""

    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return self.statuses.total()

    def by_status(self) -> dict[int, int]:
        found: Counter[int] = Counter()
        for (_, status), count in self.statuses.items():
            found[status] += count
        return dict(sorted(found.items()))


def rest_operations(described: dict[str, Any] | None = None) -> Iterator[Any]:
    """Every operation of an OpenAPI document, of the served one unless another is given."""
    for result in schemathesis.openapi.from_dict(
        described or closed_document()
    ).get_all_operations():
        yield result.ok()


def graphql_operations() -> Iterator[Any]:
    """Every query and mutation of the exported schema."""
    loaded = schemathesis.graphql.from_file(SCHEMA.read_text("utf-8"))
    for result in loaded.get_all_operations():
        yield result.ok()


def disguises(secret: str) -> Iterator[bytes]:
    """The secret as it is, in an address, in JSON, in hex, and inside base64 at each offset."""
    yield secret.encode()
    yield quote(secret, safe="").encode()
    yield json.dumps(secret)[1:-1].encode()
    yield secret.encode().hex().encode()
    for offset in range(3):
        yield base64.b64encode(b"x" * offset + secret.encode())[4 if offset else 0 : -4]


def require_no_leak(answer: requests.Response) -> None:
    """The planted cookie is in no header and in no body."""
    seen = answer.content + repr(answer.headers.items()).encode()
    assert not [each for each in disguises(CANARY) if each in seen], "the planted cookie is told"


class Hammer:
    """Calls one service, case after case, and fails at the first answer that it should not give."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._session = requests.Session()
        self.tally = Tally()

    def close(self) -> None:
        self._session.close()

    def rest(self, operation: Any, examples: int) -> None:
        """Valid and invalid requests of one operation: only what is documented comes back."""
        self._rest(operation, examples, _modes(operation), lambda case: None)

    def sound(self, operation: Any, examples: int, change: Callable[[Case], object]) -> None:
        """Valid requests alone, each changed before it is sent."""
        self._rest(operation, examples, [GenerationMode.POSITIVE], change)

    def _rest(
        self,
        operation: Any,
        examples: int,
        modes: list[GenerationMode],
        change: Callable[[Case], object],
    ) -> None:

        def send(case: Case) -> None:
            change(case)
            answer = case.call(self._base, session=self._session, timeout=REPLY_SECONDS)
            self.tally.statuses[operation.label, answer.status_code] += 1
            case.validate_response(answer, checks=CHECKS)
            require_no_leak(answer)

        for mode in modes:
            each(operation.as_strategy(mode), examples, send)

    def graphql(self, operation: Any, examples: int) -> None:
        """Documents of one field, all of them sound: an answer or a refusal, never a failure."""

        def send(case: Case) -> None:
            answer = case.call(
                f"{self._base}/graphql", session=self._session, timeout=REPLY_SECONDS
            )
            self.tally.statuses[operation.label, answer.status_code] += 1
            assert answer.status_code in GRAPHQL_STATUSES, answer.text
            body = answer.json()
            assert body.keys() <= {"data", "errors", "extensions"}
            assert '"code":"internal"' not in answer.text.replace(" ", "")
            require_no_leak(answer)

        each(operation.as_strategy(), examples, send)


def _modes(operation: Any) -> list[GenerationMode]:
    """Invalid requests too, where anything can be wrong: every text is sound as an id."""
    asked = operation.definition.raw
    bounded = any(parameter["schema"].keys() - {"type"} for parameter in asked["parameters"])
    if bounded or "requestBody" in asked:
        return [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
    return [GenerationMode.POSITIVE]


def each(cases: st.SearchStrategy[Any], examples: int, send: Callable[[Any], None]) -> None:
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
    )
    @given(cases)
    def run(case: Any) -> None:
        send(case)

    run()
