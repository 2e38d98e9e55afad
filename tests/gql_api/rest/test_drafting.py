"""Defaults of an account and copies of listings, over both transports, without a browser."""

import httpx

from tests.gql_api.imports.files import zipped

PATH = "/vinted/accounts/drafting/defaults"


async def test_defaults_count_for_imports_too_and_go_with_the_account(
    client: httpx.AsyncClient,
) -> None:
    none = (await client.get(PATH)).json()
    assert (none["description_footer"], none["parcel_size"], none["pause_minutes"]) == (None,) * 3
    wrong = await client.put(PATH, json={"pause_minutes": 1441})
    assert wrong.status_code == 400 and wrong.json()["field"] == "pause_minutes"
    given = {"description_footer": "À bientôt", "parcel_size": "Petit", "pause_minutes": 5}
    assert (await client.put(PATH, json=given)).json() | given == (await client.get(PATH)).json()
    query = '{ accountDefaults(account: "drafting") { descriptionFooter pauseMinutes } }'
    told = (await client.post("/graphql", json={"query": query})).json()["data"]
    assert told == {"accountDefaults": {"descriptionFooter": "À bientôt", "pauseMinutes": 5}}

    table = b"Titre;Prix;Description\nRobe;12;Jolie\nJupe;13;Jolie\n"
    files = {"files": ("a.zip", zipped({"a.csv": table}), "application/zip")}
    imported = (await client.post("/vinted/imports?account=drafting", files=files)).json()
    first, second = imported["rows"]
    assert first["listing"]["description"] == "Jolie\n\nÀ bientôt"
    assert first["listing"]["parcel_size"] == "Petit"
    assert {"description", "parcel_size"} <= {each["field"] for each in first["notes"]}
    assert "drafting" in imported["paused"], "it has no session"
    assert second["planned_at"] > first["planned_at"], "with the pause between"

    forgotten = await client.delete("/vinted/accounts/drafting")
    assert forgotten.json()["forgotten"] is True
    assert (await client.get(PATH)).json() == none
    assert (await client.get(f"/vinted/imports/{imported['id']}")).status_code == 404


async def test_a_copy_of_what_is_not_there_is_not_found(client: httpx.AsyncClient) -> None:
    answer = await client.get(f"/vinted/jobs/{'a' * 32}/copy")
    assert (answer.status_code, answer.json()["code"]) == (404, "job_not_found")
