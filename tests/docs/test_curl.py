"""The cURL page, call by call and word for word, against `fripier serve` on the stand-in market."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from PIL import Image

from tests.docs.pages import DOCS, blocks

pytestmark = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")

BASE, *CALLS = blocks(DOCS / "curl.md", "sh")
START_SECONDS = 60
CALL_SECONDS = 150


def free_port() -> int:
    """A port whose successor, on which the stand-in is served, is free too."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port: int = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except (OSError, OverflowError):
                continue
            return port


def _await_start(base: str, process: subprocess.Popen[bytes]) -> None:
    limit = time.monotonic() + START_SECONDS
    while time.monotonic() < limit:
        assert process.poll() is None, "fripier serve ended by itself"
        try:
            if httpx.get(f"{base}/ready", timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.1)
    raise AssertionError("fripier serve did not become ready")


@dataclass
class Answer:
    """What curl printed: the JSON, and the status and headers when it was asked to show them."""

    body: dict[str, Any]
    head: str = ""


class Reader:
    """Somebody who copies the page's calls into a shell, and fills in what the page says."""

    def __init__(self, base: str, folder: Path) -> None:
        self.base = base
        self._folder = folder
        self._said = {
            "<COOKIE>": "access_token_web=demo",
            "<UA>": "Mozilla/5.0 (X11; Linux x86_64)",
        }

    def run(self, number: int) -> Answer:
        call = CALLS[number - 1]
        for placeholder, text in self._said.items():
            call = call.replace(placeholder, text)
        ran = subprocess.run(
            ["sh", "-euc", call],
            cwd=self._folder,
            env={**os.environ, "BASE": self.base},
            capture_output=True,
            timeout=CALL_SECONDS,
            check=True,
        )
        head, _, body = ran.stdout.decode().rpartition("\r\n\r\n")
        answer = Answer(json.loads(body), head)
        self._note(answer.body)
        return answer

    def _note(self, body: Mapping[str, Any]) -> None:
        if "confirm_token" in body:
            self._said["<TOKEN>"] = body["confirm_token"]
        if "photo" in body:
            self._said["<TEMP_ID>"] = body["photo"]["temp_id"]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("curl")
    Image.linear_gradient("L").resize((800, 600)).convert("RGB").save(folder / "photo.jpg")
    port = free_port()
    served = {"MOCK_MODE": "true", "PORT": str(port), "PACING": "off", "DATA_DIR": str(folder)}
    with subprocess.Popen(
        [sys.executable, "-m", "gql_api", "serve"], env={**os.environ, **served}
    ) as process:
        try:
            base = f"http://127.0.0.1:{port}"
            _await_start(base, process)
            yield Reader(base, folder)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(40)
            except subprocess.TimeoutExpired:
                process.kill()


def _opens(address: str) -> bool:
    return httpx.get(address, follow_redirects=True).status_code == 200


def _items(listing_url: str) -> list[Any]:
    """What the stand-in market has on sale."""
    ledger = httpx.URL(listing_url).join("/__standin__/ledger")
    items: list[Any] = httpx.get(ledger).json()["items"]
    return items


def test_the_page_shows_the_six_calls_of_the_contract_and_three_with_a_photo() -> None:
    assert BASE == "BASE=http://127.0.0.1:5000\n"
    assert len(CALLS) == 9
    assert CALLS[8] == CALLS[7]


def test_the_page_is_true(reader: Reader) -> None:
    """One test, since each call builds on the one before."""
    saved = reader.run(1).body
    assert (saved["ok"], saved["persisted"]) == (True, True)

    checked = reader.run(2).body
    assert checked["authenticated"] is True
    assert checked["username"] and checked["user_id"]

    uploaded = reader.run(3).body
    assert uploaded["ok"] is True
    assert httpx.get(uploaded["photo"]["url"]).headers["content-type"] == "image/jpeg"

    _prepared_as_the_contract_says(reader.run(4).body)

    tried = reader.run(5).body
    assert (tried["ok"], tried["dry_run"], tried["outcome"]) == (True, True, "checked")

    refused = reader.run(6).body
    assert (refused["ok"], refused["outcome"]) == (False, "rejected_by_site")
    assert "photos" in [error["field"] for error in refused["errors"]]

    _prepared_as_the_contract_says(reader.run(7).body)

    published = reader.run(8)
    assert (published.body["ok"], published.body["dry_run"]) == (True, False)
    assert published.body["listing_id"]
    assert _opens(published.body["listing_url"])
    assert "idempotent-replayed" not in published.head.lower()
    assert len(_items(published.body["listing_url"])) == 1

    repeated = reader.run(9)
    assert "idempotent-replayed: true" in repeated.head.lower()
    assert repeated.body == published.body
    assert len(_items(published.body["listing_url"])) == 1


def _prepared_as_the_contract_says(body: Mapping[str, Any]) -> None:
    assert (body["ok"], body["dry_run"], body["outcome"]) == (True, True, "prepared")
    assert body["confirm_token"] and body["preview_url"] and body["screenshot_b64"]
    context = body["draft_context"]
    assert context["questions"] == []
    chosen = {field["name"]: field for field in context["fields"]}
    assert chosen["category"]["option_id"] in {"1811", "267"}
    assert chosen["condition"]["option_id"] == "3"
    assert chosen["color"]["option_id"] == "1"
    assert (chosen["brand"]["chosen"], chosen["size"]["chosen"]) == ("Diesel", "L")
