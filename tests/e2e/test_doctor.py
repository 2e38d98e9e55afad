"""`fripier doctor` beside a running service, without one, and over several machines."""

import asyncio
import json
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.postgres import fresh, postgres

from .cluster import cluster
from .serving import Serving, free_port, serving

RUN = """mutation($input: RunDoctorInput!) { runDoctor(input: $input) {
  __typename
  ... on RunDoctorSuccess { report { drifted changes { kind field } } }
  ... on Error { code }
} }"""


async def doctor(env: Mapping[str, str], *options: str) -> tuple[int, dict[str, Any]]:
    """Its exit code, and what it printed as JSON."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "gql_api", "doctor", "--json", *options),
        env=kept | dict(env),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, told = await asyncio.wait_for(process.communicate(), 120)
    assert process.returncode is not None
    assert out, told.decode()
    return process.returncode, json.loads(out)


async def nothing_was_written(serving: Serving) -> None:
    ledger = await serving.ledger()
    assert not (ledger["attempts"] or ledger["photos"] or ledger["drafts"] or ledger["items"])


async def test_it_asks_the_service_that_runs_and_else_walks_itself(tmp_path: Path) -> None:
    port = free_port()
    env = {"DATA_DIR": str(tmp_path), "PORT": str(port), "MOCK_MODE": "true", "PACING": "off"}
    async with serving(tmp_path, port) as service:
        code, told = await doctor(env)
        assert (code, told["drifted"], told["code"]) == (2, None, "session_required")

        await service.sign_in()
        code, told = await doctor(env)
        assert (code, told["drifted"], told["changes"]) == (0, False, [])
        assert {field["rank"] for field in told["fields"]} == {0}
        unseen = told["unseen"]
        assert {"part", "sign", "language", "provenance"} == set(unseen[0])
        looked = [(view["rendering"], view["categoryId"]) for view in told["views"]]
        ids = ("1811", "157", "3565")
        assert looked == [(each, id_) for each in ("wide", "narrow") for id_ in ids]
        code, told = await doctor(env)
        assert (code, told["code"]) == (2, "examined_today")

        await service.faults(gone_field="color")
        code, told = await doctor(env, "--force")
        assert (code, told["drifted"]) == (1, True)
        gone = [change for change in told["changes"] if change["kind"] == "gone"]
        assert [change["field"] for change in gone] == ["color"]
        assert "color-select-dropdown-input" in gone[0]["was"]
        assert (gone[0]["rendering"], gone[0]["categories"]) == (None, [])
        await nothing_was_written(service)

        code, told = await doctor(env | {"PORT": str(free_port())}, "--force")
        assert (code, told["code"]) == (2, "unavailable")
        assert "Give the HOST, PORT and API_KEYS" in told["detail"]

        query = "{ doctor { drifted fields { name rank } views { category } } }"
        answer = await service.http.post("/graphql", json={"query": query})
        report = answer.json()["data"]["doctor"]
        assert report["drifted"]
        assert {"name": "color", "rank": None} in report["fields"]
        assert report["views"][-1]["category"] == "Électronique > Téléphones"

    code, told = await doctor(env, "--force")
    (change,) = told["changes"]
    assert (code, change["kind"], change["rendering"]) == (1, "appeared", None)
    # All three have a colour.
    assert change["categories"] == []
    assert len(told["views"]) == 6
    assert told["unseen"] == unseen
    code, told = await doctor(env, "--force")
    assert (code, told["changes"]) == (0, [])


async def test_a_worker_walks_for_an_api_process(tmp_path: Path) -> None:
    with postgres() as server, fresh(server) as database:
        async with cluster(tmp_path, database, apis=1, workers=1) as running:
            (api,) = running.apis
            await api.sign_in()
            first = await ask(api)
            assert first == {
                "__typename": "RunDoctorSuccess",
                "report": {"drifted": False, "changes": []},
            }
            assert await ask(api) == {"__typename": "ConflictError", "code": "examined_today"}
            await api.faults(buttons_moved=True)
            second = await ask(api, force=True)
            fields = {change["field"] for change in second["report"]["changes"]}
            assert fields == {"publish", "save_draft"}
            await nothing_was_written(api)


async def ask(api: Serving, **given: Any) -> dict[str, Any]:
    answer = await api.http.post("/graphql", json={"query": RUN, "variables": {"input": given}})
    return dict(answer.json()["data"]["runDoctor"])
