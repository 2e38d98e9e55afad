"""Cookies, tokens, idempotency keys and forms that nobody would write: refused, and never a 500."""

import json
import time
from typing import Any

import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.hammer import CANARY, require_no_leak

SECONDS = 5.0
"""How long each of these may go on; what is left of its examples is not sent."""
LISTING = {"title": "Hoodie", "price": 35, "description": "Bon état"}
PREFLIGHT = {"GraphQL-Require-Preflight": "1"}
UPLOAD = "mutation($file: Upload!) { uploadPhoto(input: {file: $file}) { __typename } }"
HEADER = st.text(st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"))
TEXT = st.text(max_size=200)
BYTES = st.binary(max_size=400)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
fuzzing = settings(
    max_examples=150, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


class Sender:
    """Posts to the service while there is time, and looks at every answer."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._session = requests.Session()
        self._end = time.monotonic() + SECONDS
        self.sent = 0

    def __call__(self, path: str, allowed: set[int], **request: Any) -> None:
        if time.monotonic() > self._end:
            return
        answer = self._session.post(f"{self._base}{path}", timeout=60, **request)
        self.sent += 1
        assert answer.status_code in allowed, answer.text
        require_no_leak(answer)


def test_cookies(fuzzed: str) -> None:
    send = Sender(fuzzed)
    pairs = st.lists(st.tuples(TEXT, TEXT), max_size=5).map(
        lambda found: "; ".join(f"{name}={value}" for name, value in found)
    )
    planted = st.one_of(TEXT, pairs, JSON.map(str)).map(lambda text: f"{text} foreign={CANARY}")

    @fuzzing
    @given(planted | JSON, TEXT | JSON, JSON)
    def run(cookie: Any, agent: Any, expires: Any) -> None:
        body = {"cookie": cookie, "user_agent": agent, "expires_at": expires}
        send("/vinted/auth/session", {400, 401, 409}, json=body)
        query = "mutation($input: SetSessionInput!) { setSession(input: $input) { __typename } }"
        members = {"cookie": cookie, "userAgent": agent, "expiresAt": expires}
        send("/graphql", {200}, json={"query": query, "variables": {"input": members}})

    run()
    assert send.sent


def test_tokens(fuzzed: str) -> None:
    send = Sender(fuzzed)
    sealed = st.text("ABCDEFabcdef0123456789-_=.", max_size=300).map(lambda text: f"fc_{text}")

    @fuzzing
    @given(sealed | TEXT | JSON)
    def run(token: Any) -> None:
        send("/vinted/listings/publish", {400}, json={"confirm_token": token, "dry_run": False})
        headers = {"Content-Type": "application/json"}
        send("/vinted/listings/publish", {400}, data=_json(token), headers=headers)

    run()
    assert send.sent


def test_idempotency_keys(fuzzed: str) -> None:
    send = Sender(fuzzed)

    @fuzzing
    @given(HEADER.map(lambda text: f'"{text}"') | HEADER)
    def run(key: str) -> None:
        headers = {"Idempotency-Key": key.strip().encode("latin-1")}
        send("/vinted/listings/prepare", {400, 401}, json=LISTING, headers=headers)

    run()
    assert send.sent


def test_headers_that_are_read(fuzzed: str) -> None:
    send = Sender(fuzzed)
    names = st.sampled_from(
        ["Accept", "Accept-Language", "Authorization", "Prefer", "X-Account", "X-Request-Id"]
    )

    @fuzzing
    @given(st.dictionaries(names, HEADER, min_size=1))
    def run(fields: dict[str, str]) -> None:
        headers = {name: text.strip().encode("latin-1") for name, text in fields.items()}
        send("/vinted/listings/prepare", {400, 401, 406}, json=LISTING, headers=headers)
        send("/graphql", {200, 400, 406}, json={"query": "{ __typename }"}, headers=headers)

    run()
    assert send.sent


def test_bodies_of_bytes(fuzzed: str) -> None:
    send = Sender(fuzzed)
    form = "multipart/form-data; boundary=b"
    parts = BYTES.map(lambda data: b"--b\r\n" + data + b"\r\n--b--\r\n")
    media = st.sampled_from(["application/json", form, "multipart/form-data", "text/plain", ""])

    @fuzzing
    @given(BYTES | parts, media)
    def run(data: bytes, kind: str) -> None:
        headers = {"Content-Type": kind, **PREFLIGHT}
        for path in ("/graphql", "/vinted/photos/upload", "/ingest/upload"):
            send(path, {400, 413, 415}, data=data, headers=headers)

    run()
    assert send.sent


def test_forms_of_graphql(fuzzed: str) -> None:
    send = Sender(fuzzed)
    sound = {"query": UPLOAD, "variables": {"file": None}}
    paths = st.sampled_from(["variables.file", "variables.file.0", "variables", "query", "", "0"])
    maps = st.dictionaries(st.sampled_from(["0", "1", "x"]), st.lists(paths) | JSON) | JSON

    @fuzzing
    @given(JSON | st.just(sound), maps, BYTES)
    def run(operations: Any, places: Any, photo: bytes) -> None:
        parts = {
            "operations": (None, _json(operations)),
            "map": (None, _json(places)),
            "0": ("a.jpg", photo),
        }
        send("/graphql", {200, 400}, files=parts, headers=PREFLIGHT)

    run()
    assert send.sent


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()
