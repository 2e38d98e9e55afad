"""Long-lived streams end with the token or key that opened them, and ask for a scope."""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

import pytest
import websockets

from gql_api.auth.jwt import LEEWAY_SECONDS
from tests.subjects.conftest import Service
from tests.subjects.people import command, person, token

TRANSPORT = websockets.Subprotocol("graphql-transport-ws")
ENDS_WITHIN = 10.0
NO_SCOPES = {"app_metadata": {"fripier": []}}


def almost_over(subject: str, **claims: Any) -> str:
    """A token that counts for three seconds more."""
    return token(subject, seconds=3 - LEEWAY_SECONDS, **claims)


def address(service: Service, path: str) -> str:
    return service.base.replace("http", "ws") + path


def bearer(credential: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {credential}"}


def opened(service: Service, credential: str) -> websockets.connect:
    """The older socket of somebody."""
    return websockets.connect(address(service, "/ws"), additional_headers=bearer(credential))


async def closed_with(socket: websockets.ClientConnection) -> int | None:
    async with asyncio.timeout(ENDS_WITHIN):
        await socket.wait_closed()
    return socket.close_code


async def greeted(socket: websockets.ClientConnection, payload: Mapping[str, Any]) -> bool:
    """Whether a socket is let in with its first message."""
    await socket.send(json.dumps({"type": "connection_init", "payload": payload}))
    try:
        return json.loads(await socket.recv())["type"] == "connection_ack"
    except websockets.ConnectionClosed:
        return False


async def test_sockets_of_an_expired_token_are_closed(service: Service) -> None:
    credential = almost_over("dora")
    async with (
        opened(service, credential) as old,
        websockets.connect(address(service, "/graphql"), subprotocols=[TRANSPORT]) as socket,
    ):
        assert await greeted(socket, bearer(credential))
        assert await asyncio.gather(closed_with(old), closed_with(socket)) == [4401, 4401]
    async with person(service.base, "dora", credential) as dora:
        answer = await dora.http.get("/stats")
    assert (answer.status_code, answer.json()["code"]) == (401, "token_expired")


async def test_sockets_of_a_revoked_key_are_closed(service: Service) -> None:
    key = await command(service.folder, "keys", "create", "emil", "--scope", "read")
    async with (
        opened(service, key) as old,
        websockets.connect(address(service, "/graphql"), subprotocols=[TRANSPORT]) as socket,
    ):
        assert await greeted(socket, {"headers": {"authorization": f"Bearer {key}"}})
        await command(service.folder, "keys", "revoke", "emil")
        assert await asyncio.gather(closed_with(old), closed_with(socket)) == [4401, 4401]
    async with person(service.base, "emil", key) as emil:
        assert (await emil.http.get("/stats")).status_code == 401


@pytest.mark.parametrize("name", ["Authorization", "authorization", "X-API-Key"])
async def test_a_socket_is_let_in_by_its_first_message(service: Service, name: str) -> None:
    credential = token("frida")
    value = credential if name == "X-API-Key" else f"Bearer {credential}"
    async with websockets.connect(address(service, "/graphql"), subprotocols=[TRANSPORT]) as socket:
        assert await greeted(socket, {name: value})


@pytest.mark.parametrize(
    "payload",
    [{}, bearer("wrong"), bearer(token("gerd", **NO_SCOPES))],
    ids=["none", "wrong", "scope"],
)
async def test_a_socket_without_a_key_or_its_scope_is_closed_as_forbidden(
    service: Service, payload: dict[str, str]
) -> None:
    async with websockets.connect(address(service, "/graphql"), subprotocols=[TRANSPORT]) as socket:
        assert not await greeted(socket, payload)
        assert socket.close_code == 4403


async def test_the_older_socket_refuses_before_it_opens(service: Service) -> None:
    for headers in ({}, bearer(token("gerd", **NO_SCOPES))):
        with pytest.raises(websockets.InvalidStatus):
            async with websockets.connect(address(service, "/ws"), additional_headers=headers):
                raise AssertionError("let in")
