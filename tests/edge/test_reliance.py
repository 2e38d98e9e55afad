"""What `gql_api.http` relies on in uvicorn, httptools and websockets, which promise none of it.

Both are capped in pyproject.toml. Raise a cap when this page passes with the new release.
"""

import inspect
import tomllib
from pathlib import Path

import httptools
import pytest
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import Server
from websockets.frames import Frame, Opcode

from gql_api.http.connection import GuardedProtocol
from gql_api.http.socket_protocol import _head

HOOKS = (
    "connection_made",
    "connection_lost",
    "data_received",
    "handle_websocket_upgrade",
    "send_400_response",
    "on_message_begin",
    "on_url",
    "on_header",
    "on_headers_complete",
    "on_body",
    "on_message_complete",
    "on_response_complete",
)
STATE = (
    "app",
    "app_state",
    "asgi_version",
    "client",
    "connections",
    "cycle",
    "flow",
    "headers",
    "loop",
    "parser",
    "pipeline",
    "root_path",
    "scheme",
    "server",
    "server_state",
    "tasks",
    "timeout_keep_alive_task",
    "transport",
    "url",
)
OF_A_SOCKET = ("close_sent", "conn", "handshake_complete", "scope", "transport", "writable")
OF_A_CYCLE = (
    "disconnected",
    "keep_alive",
    "message_event",
    "response_complete",
    "response_started",
    "waiting_for_100_continue",
)


@pytest.mark.parametrize("name", HOOKS)
def test_what_we_override_is_there_and_takes_the_same(name: str) -> None:
    theirs, ours = getattr(HttpToolsProtocol, name), getattr(GuardedProtocol, name)
    assert list(inspect.signature(theirs).parameters) == list(inspect.signature(ours).parameters)


@pytest.mark.parametrize("name", STATE)
def test_what_we_read_is_kept_by_the_protocol(name: str) -> None:
    assert f"self.{name}" in inspect.getsource(HttpToolsProtocol)


def test_the_protocol_of_a_socket_is_the_one_that_is_told_of_its_end() -> None:
    source = inspect.getsource(HttpToolsProtocol.handle_websocket_upgrade)
    assert source.rstrip().endswith("self.transport.set_protocol(protocol)")


@pytest.mark.parametrize("name", OF_A_CYCLE)
def test_what_we_read_is_kept_by_a_request(name: str) -> None:
    assert f"self.{name}" in inspect.getsource(RequestResponseCycle)


def test_a_refused_head_and_a_callback_that_raises_come_back_as_one_kind() -> None:
    """On which `send_400_response` is called."""
    assert issubclass(httptools.HttpParserCallbackError, httptools.HttpParserError)
    assert "except httptools.HttpParserError" in inspect.getsource(HttpToolsProtocol.data_received)
    assert "send_400_response" in inspect.getsource(HttpToolsProtocol.data_received)


def test_the_newest_request_of_a_pipeline_is_the_first() -> None:
    assert "pipeline.appendleft" in inspect.getsource(HttpToolsProtocol.on_headers_complete)


@pytest.mark.parametrize("name", OF_A_SOCKET)
def test_what_we_read_is_kept_by_a_socket(name: str) -> None:
    assert f"self.{name}" in inspect.getsource(WebSocketsSansIOProtocol)


def test_a_socket_s_application_is_run_with_the_scope_that_we_add_to() -> None:
    assert "self.app(self.scope," in inspect.getsource(WebSocketsSansIOProtocol.run_asgi)


@pytest.mark.parametrize("length", [0, 125, 126, 65_535, 65_536])
def test_a_frame_of_ours_is_one_of_theirs(length: int) -> None:
    text = b"x" * length
    assert _head(length) + text == Frame(Opcode.TEXT, text).serialize(mask=False)


def test_the_server_ends_when_its_loop_does_and_asks_the_flag_alone() -> None:
    """On which `gql_api.cli.tickless` ends it without a look ten times a second."""
    source = inspect.getsource(inspect.getmodule(Server))  # type: ignore[arg-type]
    assert "if not self.should_exit:\n            await self.main_loop()" in source
    assert "        else:\n            self.should_exit = True" in source


@pytest.mark.parametrize(
    "protocol", [HttpToolsProtocol.on_headers_complete, WebSocketsSansIOProtocol.__init__]
)
def test_headers_are_read_off_the_state_when_they_are_needed(protocol: object) -> None:
    assert "server_state.default_headers" in inspect.getsource(protocol)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["uvicorn", "httptools"])
def test_each_is_capped(name: str) -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]
    found = [each for each in project["dependencies"] if each.startswith(f"{name}>")]
    assert ["<" in each for each in found] == [True]
