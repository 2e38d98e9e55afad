"""Imports over both transports: what is refused, what a row is told, photos, and the template."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.gql_api.imports.files import workbook, zipped

TABLE = "Titre;Prix;Description;Photos\n"
BRINGS = """mutation ($input: ImportListingsInput!) { importListings(input: $input) {
  __typename
  ... on MutationError { code message field }
  ... on ImportListingsSuccess { replayed imported {
    id isOver counts { stage count }
    rows { edges { node { line stage problems { field message } listing { photos { id } } } } }
  } }
} }"""


async def brought(
    client: httpx.AsyncClient,
    name: str,
    data: bytes,
    *,
    query: str = "?hold=true&again=true",
    **headers: str,
) -> httpx.Response:
    files = {"files": (name, data, "application/octet-stream")}
    return await client.post(f"/vinted/imports{query}", files=files, headers=headers)


async def test_an_import_with_photos_is_held_row_by_row_and_cancelled(
    client: httpx.AsyncClient, photo: bytes
) -> None:
    rows = TABLE + "Robe;12;Jolie;a.jpg\nJupe;13;Jolie;a.jpg\nVeste;14;Jolie;b.jpg\nTop;x;;c.jpg\n"
    files = {"listings.csv": rows.encode("cp1252"), "a.jpg": photo, "b.jpg": b"no photo"}
    answer = await brought(client, "all.zip", zipped(files))
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert told["counts"] == {"held": 2, "bad": 2}
    robe, jupe, veste, top = told["rows"]
    assert robe["listing"]["photos"] == jupe["listing"]["photos"], "one file, taken in once"
    assert [each["field"] for each in veste["problems"]] == ["photos"]
    assert [each["field"] for each in top["problems"]] == ["photos", "price", "description"]
    path = f"/vinted/imports/{told['id']}"
    kept = await client.delete(f"/vinted/photos/{robe['listing']['photos'][0]}")
    assert kept.status_code == 409 and kept.json()["code"] == "photo_in_use"
    listed = (await client.get("/vinted/imports?first=1")).json()["imports"]
    assert [each["id"] for each in listed] == [told["id"]]
    over = (await client.delete(path)).json()
    assert over["is_over"] and over["counts"] == {"skipped": 2, "bad": 2}
    assert (await client.get(path)).json()["counts"] == over["counts"]
    gone = await client.delete(f"/vinted/photos/{robe['listing']['photos'][0]}")
    assert gone.status_code == 200


async def test_a_check_keeps_nothing(client: httpx.AsyncClient) -> None:
    before = (await client.get("/vinted/imports")).json()
    rows = TABLE + "Robe;12;Jolie;\n"
    told = (await brought(client, "a.csv", rows.encode(), query="?check=true")).json()
    assert told["kept"] is False and [row["stage"] for row in told["rows"]] == ["held"]
    assert (await client.get("/vinted/imports")).json() == before


async def test_a_check_says_nothing_of_photos_that_it_has_not_looked_at(
    client: httpx.AsyncClient, photo: bytes
) -> None:
    """Rows that differ by their photos alone are not the same, and one with a photo has one."""
    rows = TABLE + "Robe;12;Jolie;a.jpg\nRobe;12;Jolie;b.jpg\nRobe;12;Jolie;b.jpg\nTop;9;Joli;\n"
    files = {"listings.csv": rows.encode(), "a.jpg": photo, "b.jpg": photo}
    answer = await brought(client, "all.zip", zipped(files), query="?check=true")
    told = [[each["detail"] for each in row["notes"]] for row in answer.json()["rows"]]
    assert [any("same as line" in each for each in row) for row in told] == [
        False, False, True, False,
    ]  # fmt: skip
    assert [any("There is no photo" in each for each in row) for row in told] == [
        False, False, False, True,
    ]  # fmt: skip


async def test_photos_that_only_bad_rows_would_show_are_given_back(
    client: httpx.AsyncClient, photo: bytes
) -> None:
    before = (await client.get("/vinted/photos")).json()
    rows = TABLE + "Top;9;Joli;a.jpg,b.jpg\n"
    files = {"listings.csv": rows.encode(), "a.jpg": photo, "b.jpg": b"none"}
    told = (await brought(client, "all.zip", zipped(files))).json()
    assert [row["stage"] for row in told["rows"]] == ["bad"], told
    assert (await client.get("/vinted/photos")).json() == before


async def test_seeing_imports_is_counted_as_an_operation_and_bringing_one_as_an_upload(
    client: httpx.AsyncClient,
) -> None:
    seen = await client.get("/vinted/imports")
    assert seen.headers["ratelimit-policy"].startswith('"operations"')
    sent = await brought(client, "a.csv", b"nothing")
    assert sent.headers["ratelimit-policy"].startswith('"uploads"')


async def test_a_line_that_is_none_leaves_everything_as_it_was(client: httpx.AsyncClient) -> None:
    rows = TABLE + "Robe;12;Jolie;\n"
    told = (await brought(client, "a.csv", rows.encode())).json()
    path = f"/vinted/imports/{told['id']}"
    refused = await client.post(f"{path}/skip", json={"lines": [2, 99]})
    assert refused.status_code == 404 and refused.json()["field"] == "lines"
    assert (await client.get(path)).json()["counts"] == {"held": 1}
    query = """mutation ($id: ID!, $lines: [Int!]!) {
      skipImportRows(input: {id: $id, lines: $lines}) { ... on MutationError { code field } } }"""
    variables = {"id": told["id"], "lines": list(range(2, 1003))}
    many = await client.post("/graphql", json={"query": query, "variables": variables})
    said = many.json()["data"]["skipImportRows"]
    assert said == {"code": "invalid_input", "field": "lines"}
    twice = await client.post(f"{path}/skip", json={"lines": [2, 2]})
    assert twice.json()["counts"] == {"skipped": 1}


async def test_the_same_file_again_is_answered_with_the_import_that_is_there(
    client: httpx.AsyncClient, photo: bytes
) -> None:
    """A press that was repeated, or an answer that was lost, must not double thirty listings."""
    data = zipped({"listings.csv": (TABLE + "Malle;12;Jolie;a.jpg\n").encode(), "a.jpg": photo})
    first = await brought(client, "one.zip", data, query="?hold=true")
    photos = (await client.get("/vinted/photos")).json()
    again = await brought(client, "renamed.zip", data, query="")
    assert again.headers["idempotent-replayed"] == "true"
    assert again.json()["id"] == first.json()["id"] and "idempotent-replayed" not in first.headers
    assert (await client.get("/vinted/photos")).json() == photos, "nothing was taken in"
    wanted = await brought(client, "one.zip", data, query="?hold=true&again=true")
    assert wanted.json()["id"] != first.json()["id"]
    for each in (first, wanted):
        await client.delete(f"/vinted/imports/{each.json()['id']}")
    anew = await brought(client, "one.zip", data, query="?hold=true")
    assert anew.json()["id"] not in {first.json()["id"], wanted.json()["id"]}, (
        "of what was cancelled nothing could be doubled"
    )
    await client.delete(f"/vinted/imports/{anew.json()['id']}")


async def test_an_idempotency_key_names_one_import(client: httpx.AsyncClient) -> None:
    rows, key = (TABLE + "Coffre;12;Jolie;\n").encode(), {"Idempotency-Key": "coffre-1"}
    first = await brought(client, "a.csv", rows, query="?hold=true", **key)
    again = await brought(client, "a.csv", rows, query="?hold=true", **key)
    assert again.json() == first.json() and again.headers["idempotent-replayed"] == "true"
    other = await brought(client, "a.csv", rows + b"Malle;1;Bon;\n", query="?hold=true", **key)
    assert other.status_code == 422 and other.json()["code"] == "idempotency_key_reused"
    new = {"Idempotency-Key": "coffre-2"}
    another = await brought(client, "a.csv", rows, query="?hold=true", **new)
    assert another.json()["id"] != first.json()["id"], "another key is another request"
    told = await _graphql(client, rows, hold=True, idempotencyKey="coffre-1")
    assert told["replayed"] is True and told["imported"]["id"] == first.json()["id"]
    for each in (first, another):
        await client.delete(f"/vinted/imports/{each.json()['id']}")


@pytest.mark.parametrize(
    ("name", "data", "status", "said"),
    [
        ("a.zip", lambda: zipped({"a.csv": b"", "../x.jpg": b""}), 400, "'../x.jpg'"),
        (
            "a.zip",
            lambda: zipped({"a.csv": b"x", "a.jpg": bytes(500_000_001)}),
            413,
            "500,000,000 bytes",
        ),
        ("a.csv", lambda: b"foo,bar\n1,2\n", 400, "No header"),
        ("a.jpg", lambda: b"\xff\xd8\xff", 400, "no table"),
    ],
    ids=["a path that leads out", "too large", "no header", "no table"],
)
async def test_the_right_word_for_what_is_no_import(
    client: httpx.AsyncClient, name: str, data: Callable[[], bytes], status: int, said: str
) -> None:
    answer = await brought(client, name, data())
    assert answer.status_code == status and said in answer.json()["detail"], answer.text
    assert answer.json()["code"] == ("import_too_large" if status == 413 else "import_unreadable")
    assert answer.json()["field"] == "files"


async def test_words_come_in_the_callers_language(client: httpx.AsyncClient) -> None:
    rows = [["Titre", "Prix", "Description"], ["Robe", "=1+1", "Jolie"]]
    answer = await brought(
        client, "a.xlsx", workbook(rows), query="?check=true", **{"Accept-Language": "fr"}
    )
    ((problem,),) = [row["problems"] for row in answer.json()["rows"]]
    assert problem["field"] == "price" and "formule =1+1" in problem["detail"]
    german = await client.get("/vinted/imports/template", headers={"Accept-Language": "de"})
    assert german.text.startswith("\ufeffTitel;Preis;Beschreibung;Kategorie")
    assert german.headers["content-language"] == "de"
    assert "listings.csv" in german.headers["content-disposition"]
    book = await client.get("/vinted/imports/template?format=xlsx")
    assert book.content.startswith(b"PK")
    wrong = await client.get("/vinted/imports/template?format=ods")
    assert wrong.status_code == 400 and wrong.json()["field"] == "format"


async def _graphql(client: httpx.AsyncClient, data: bytes, **given: Any) -> dict[str, Any]:
    variables = {"input": {"files": [None], **given}}
    answer = await client.post(
        "/graphql",
        data={
            "operations": json.dumps({"query": BRINGS, "variables": variables}),
            "map": json.dumps({"0": ["variables.input.files.0"]}),
        },
        files={"0": ("a.csv", data, "text/csv")},
        headers={"GraphQL-Require-Preflight": "1"},
    )
    return dict(answer.json()["data"]["importListings"])


async def test_graphql_says_the_same(client: httpx.AsyncClient) -> None:
    rows = (TABLE + "Robe;12;Jolie;\nJupe;;Jolie;https://example.org/a.jpg\n").encode()
    told = await _graphql(client, rows, hold=True)
    assert told["__typename"] == "ImportListingsSuccess", told
    found = told["imported"]
    assert found["counts"] == [{"stage": "BAD", "count": 1}, {"stage": "HELD", "count": 1}]
    fields = [each["field"] for each in found["rows"]["edges"][1]["node"]["problems"]]
    assert fields == ["photos", "price"]
    refused = await _graphql(client, b"nothing")
    assert (refused["code"], refused["field"]) == ("import_unreadable", "files")
    query = "mutation ($id: ID!) { cancelImport(input: {id: $id}) { __typename } }"
    body = {"query": query, "variables": {"id": found["id"]}}
    over = (await client.post("/graphql", json=body)).json()
    assert over["data"]["cancelImport"]["__typename"] == "CancelImportSuccess"
