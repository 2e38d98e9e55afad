"""One client with two transports: what a seller does, and what comes of it in the same words."""

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from tests.described import described

USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130 Safari/537.36"
Json = dict[str, Any]


Alias = tuple[str, str, str]
"""Field, words, and the label of the first option."""


class Refused(Exception):
    """The service said no, with its code and the field that is wrong."""

    def __init__(self, code: str, field: str | None) -> None:
        super().__init__(f"{code} ({field})")
        self.code = code
        self.field = field


@dataclass(frozen=True, slots=True)
class Session:
    account: str
    state: str
    authenticated: bool
    username: str | None
    dropped: tuple[str, ...]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A job as far as it came."""

    job_id: str
    state: str | None
    outcome: str | None
    reason: str | None = None
    dry_run: bool = True
    confirm_token: str | None = None
    preview_url: str | None = None
    picture_url: str | None = None
    draft_id: str | None = None
    listing_id: str | None = None
    listing_url: str | None = None
    fields: Mapping[str, str | None] = field(default_factory=dict)
    questions: Mapping[str, list[str]] = field(default_factory=dict)
    counting: Mapping[str, list[str]] = field(default_factory=dict)
    """The categories for which a question counts, by its field."""
    errors: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    problem: str | None = None
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """What is said of a listing before it is prepared: codes of advice, and what is wrong."""

    advice: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    seq: int
    state: str
    percent: int
    step: str | None
    outcome: str | None


class Client(ABC):
    """What a seller's front end does."""

    AGENT: str
    """The user agent's name in the input of a session."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.http = described(base, timeout=130)

    async def close(self) -> None:
        await self.http.aclose()

    @abstractmethod
    async def save_session(self, cookie: str, account: str, **more: Any) -> Session: ...
    @abstractmethod
    async def check(self, account: str) -> Session: ...
    @abstractmethod
    async def forget(self, account: str) -> bool: ...
    @abstractmethod
    async def upload(self, content: bytes, filename: str = "photo.jpg") -> str: ...
    @abstractmethod
    async def delete_photo(self, photo_id: str) -> None: ...

    @abstractmethod
    async def aliases(self, account: str) -> dict[str, Alias]: ...

    @abstractmethod
    async def forget_alias(self, alias_id: str) -> None: ...
    @abstractmethod
    async def check_listing(self, listing: Json) -> Checked: ...
    @abstractmethod
    async def prepare(self, listing: Json, *, key: str | None = None) -> Answer: ...
    @abstractmethod
    async def publish(self, token: str, *, dry_run: bool, key: str | None = None) -> Answer: ...
    @abstractmethod
    async def answer(self, job_id: str, answers: Mapping[str, str]) -> Answer: ...
    @abstractmethod
    async def options(self, job_id: str, field: str, text: str) -> list[str]: ...
    @abstractmethod
    async def cancel(self, job_id: str) -> Answer: ...
    @abstractmethod
    async def resolve(self, job_id: str, there: bool) -> Answer: ...
    @abstractmethod
    async def job(self, job_id: str) -> Answer: ...
    @abstractmethod
    async def events(self, job_id: str, after: int = 0) -> list[Event]: ...
    @abstractmethod
    async def picture(self, job_id: str) -> bytes: ...


class RestClient(Client):
    """Over `/vinted/*` and server-sent events."""

    AGENT = "user_agent"

    async def save_session(self, cookie: str, account: str, **more: Any) -> Session:
        body = {"cookie": cookie, "user_agent": USER_AGENT, "account": account, "expires_at": None}
        found = (await self._call("POST", "/vinted/auth/session", json=body | more)).json()
        assert found["ok"] is True
        return self._session(found)

    async def check(self, account: str) -> Session:
        headers = {"X-Account": account}
        return self._session(
            (await self._call("GET", "/vinted/auth/check", headers=headers)).json()
        )

    async def forget(self, account: str) -> bool:
        params = {"account": account}
        found = await self._call("DELETE", "/vinted/auth/session", params=params)
        return bool(found.json()["forgotten"])

    async def upload(self, content: bytes, filename: str = "photo.jpg") -> str:
        files = {"file": (filename, content)}
        found = await self._call("POST", "/vinted/photos/upload", files=files)
        return str(found.json()["photo"]["temp_id"])

    async def delete_photo(self, photo_id: str) -> None:
        await self._call("DELETE", f"/vinted/photos/{photo_id}")

    async def aliases(self, account: str) -> dict[str, Alias]:
        found = await self._call("GET", "/vinted/aliases", params={"account": account})
        return {
            each["id"]: (each["field"], each["words"], each["options"][0]["label"])
            for each in found.json()["aliases"]
        }

    async def forget_alias(self, alias_id: str) -> None:
        await self._call("DELETE", f"/vinted/aliases/{alias_id}")

    async def check_listing(self, listing: Json) -> Checked:
        found = (await self._call("POST", "/vinted/listings/check", json=listing)).json()
        wrong = tuple(each["field"] for each in found["errors"])
        assert found["ok"] is not bool(wrong)
        return Checked(tuple(each["code"] for each in found["advice"]), wrong)

    async def prepare(self, listing: Json, *, key: str | None = None) -> Answer:
        return await self._job("/vinted/listings/prepare", listing, key)

    async def publish(self, token: str, *, dry_run: bool, key: str | None = None) -> Answer:
        body = {"confirm_token": token, "dry_run": dry_run}
        return await self._job("/vinted/listings/publish", body, key)

    async def answer(self, job_id: str, answers: Mapping[str, str]) -> Answer:
        return await self._job(f"/vinted/jobs/{job_id}/answers", {"answers": dict(answers)}, None)

    async def options(self, job_id: str, field: str, text: str) -> list[str]:
        given = {"field": field, "text": text}
        answer = await self._call("GET", f"/vinted/jobs/{job_id}/options", params=given)
        return [each["label"] for each in answer.json()["options"]]

    async def cancel(self, job_id: str) -> Answer:
        return self._answer((await self._call("DELETE", f"/vinted/jobs/{job_id}")).json())

    async def resolve(self, job_id: str, there: bool) -> Answer:
        path = f"/vinted/jobs/{job_id}/resolve"
        return self._answer((await self._call("POST", path, json={"there": there})).json())

    async def job(self, job_id: str) -> Answer:
        return self._answer((await self._call("GET", f"/vinted/jobs/{job_id}")).json())

    async def events(self, job_id: str, after: int = 0) -> list[Event]:
        headers = {"Last-Event-ID": str(after)}
        found = []
        path = f"/vinted/jobs/{job_id}/events"
        async with self.http.stream("GET", path, headers=headers) as stream:
            if stream.is_error:
                await stream.aread()
                self._check(stream)
            async for line in stream.aiter_lines():
                if line.startswith("data: "):
                    found.append(self._event(json.loads(line.removeprefix("data: "))))
        return found

    async def picture(self, job_id: str) -> bytes:
        return (await self._call("GET", f"/vinted/jobs/{job_id}/picture")).content

    async def _job(self, path: str, body: Json, key: str | None) -> Answer:
        headers = {"Idempotency-Key": key} if key else {}
        found = await self._call("POST", path, json=body, headers=headers)
        return self._answer(found.json(), "idempotent-replayed" in found.headers)

    async def _call(self, method: str, path: str, **more: Any) -> httpx.Response:
        answer = await self.http.request(method, path, **more)
        self._check(answer)
        return answer

    @staticmethod
    def _check(answer: httpx.Response) -> None:
        if answer.is_error:
            assert answer.headers["content-type"] == "application/problem+json"
            problem = answer.json()
            raise Refused(problem["code"], problem.get("field"))

    @staticmethod
    def _session(found: Json) -> Session:
        return Session(
            found["account"],
            found["state"],
            found["authenticated"],
            found["username"],
            tuple(found["dropped"]),
            found["source"],
        )

    @staticmethod
    def _answer(found: Json, replayed: bool = False) -> Answer:
        context = found.get("draft_context", {})
        return Answer(
            job_id=found["job_id"],
            state=found.get("state"),
            outcome=found.get("outcome"),
            reason=found.get("reason"),
            dry_run=found["dry_run"],
            confirm_token=found.get("confirm_token"),
            preview_url=found.get("preview_url"),
            picture_url=found.get("picture_url"),
            draft_id=context.get("draft_id"),
            listing_id=found.get("listing_id"),
            listing_url=found.get("listing_url"),
            fields={each["name"]: each["chosen"] for each in context.get("fields", [])},
            questions={
                each["field"]: [candidate["option_id"] for candidate in each["candidates"]]
                for each in context.get("questions", [])
            },
            counting={each["field"]: each["categories"] for each in context.get("questions", [])},
            errors=tuple(each["field"] for each in found.get("errors", [])),
            advice=tuple(each["code"] for each in context.get("advice", [])),
            problem=(found.get("problem") or {}).get("code"),
            replayed=replayed,
        )

    @staticmethod
    def _event(found: Json) -> Event:
        return Event(
            found["seq"], found["state"], found["percent"], found["step"], found["outcome"]
        )


class GraphQLClient(Client):
    """Over `/graphql` and graphql-transport-ws."""

    AGENT = "userAgent"
    SESSION = "account state authenticated username droppedCookies source"
    JOB = """id state dryRun pictureUrl result { outcome reason confirmToken previewUrl draftId
        listingId listingUrl fields { name chosen }
        questions { field categories candidates { optionId } }
        siteErrors { field } problem { code } } listing { advice { code } }"""

    async def save_session(self, cookie: str, account: str, **more: Any) -> Session:
        given = {"cookie": cookie, "userAgent": USER_AGENT, "account": account} | more
        found = await self._mutate("setSession", given, f"session {{ {self.SESSION} }}")
        return self._session(found["session"])

    async def check(self, account: str) -> Session:
        query = f"query($a: String!) {{ session(account: $a, check: true) {{ {self.SESSION} }} }}"
        return self._session((await self._ask(query, {"a": account}))["session"])

    async def forget(self, account: str) -> bool:
        return bool(
            (await self._mutate("forgetSession", {"account": account}, "forgotten"))["forgotten"]
        )

    async def upload(self, content: bytes, filename: str = "photo.jpg") -> str:
        query = self._mutation("uploadPhoto", "photo { id }")
        operations = {"query": query, "variables": {"input": {"file": None}}}
        files = {
            "operations": (None, json.dumps(operations)),
            "map": (None, '{"0": ["variables.input.file"]}'),
            "0": (filename, content),
        }
        headers = {"GraphQL-Require-Preflight": "1"}
        answer = await self.http.post("/graphql", files=files, headers=headers)
        return str(self._result(self._data(answer), "uploadPhoto")["photo"]["id"])

    async def delete_photo(self, photo_id: str) -> None:
        await self._mutate("deletePhoto", {"id": photo_id}, "id")

    async def aliases(self, account: str) -> dict[str, Alias]:
        query = "query($a: String!) { aliases(account: $a) { id field words options { label } } }"
        return {
            each["id"]: (each["field"], each["words"], each["options"][0]["label"])
            for each in (await self._ask(query, {"a": account}))["aliases"]
        }

    async def forget_alias(self, alias_id: str) -> None:
        await self._mutate("forgetAlias", {"id": alias_id}, "id")

    async def check_listing(self, listing: Json) -> Checked:
        query = """query($l: PrepareListingInput!) {
            checkListing(listing: $l) { advice { code } problems { field } } }"""
        found = (await self._ask(query, {"l": self._listing(listing)}))["checkListing"]
        return Checked(
            tuple(each["code"] for each in found["advice"]),
            tuple(_snake(each["field"]) or "" for each in found["problems"]),
        )

    async def prepare(self, listing: Json, *, key: str | None = None) -> Answer:
        given = self._listing(listing)
        return await self._job("prepareListing", given, "job { %s } replayed", key)

    async def publish(self, token: str, *, dry_run: bool, key: str | None = None) -> Answer:
        given = {"confirmToken": token, "dryRun": dry_run}
        return await self._job("publishListing", given, "job { %s } replayed", key)

    async def answer(self, job_id: str, answers: Mapping[str, str]) -> Answer:
        given = {"jobId": job_id, "answers": self._answers(answers), "waitSeconds": 120}
        found = await self._mutate("answerQuestions", given, f"job {{ {self.JOB} }}")
        return self._done(found["job"])

    async def options(self, job_id: str, field: str, text: str) -> list[str]:
        query = """query($job: ID!, $field: String!, $text: String!) {
            options(jobId: $job, field: $field, text: $text) { label } }"""
        found = await self._ask(query, {"job": job_id, "field": field, "text": text})
        return [each["label"] for each in found["options"]]

    async def cancel(self, job_id: str) -> Answer:
        found = await self._mutate("cancelJob", {"jobId": job_id}, f"job {{ {self.JOB} }}")
        return self._answer(found["job"])

    async def resolve(self, job_id: str, there: bool) -> Answer:
        given = {"jobId": job_id, "there": there}
        found = await self._mutate("resolveJob", given, f"job {{ {self.JOB} }}")
        return self._answer(found["job"])

    async def job(self, job_id: str) -> Answer:
        query = f"query($id: ID!) {{ job(id: $id) {{ {self.JOB} }} }}"
        found = (await self._ask(query, {"id": job_id}))["job"]
        if found is None:
            raise Refused("job_not_found", None)
        return self._answer(found)

    async def events(self, job_id: str, after: int = 0) -> list[Event]:
        query = """subscription($id: ID!, $after: Int!) { listingProgress(jobId: $id, after: $after)
            { seq state percent step outcome } }"""
        payload = {"query": query, "variables": {"id": job_id, "after": after}}
        address = self.base.replace("http", "ws") + "/graphql"
        async with connect(address, subprotocols=[Subprotocol("graphql-transport-ws")]) as socket:
            await socket.send('{"type": "connection_init"}')
            await socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": payload}))
            found = []
            while (message := json.loads(await asyncio.wait_for(socket.recv(), 130))) != {
                "id": "1",
                "type": "complete",
            }:
                if message["type"] == "next":
                    self._raise(message["payload"].get("errors"))
                    found.append(self._event(message["payload"]["data"]["listingProgress"]))
            return found

    async def picture(self, job_id: str) -> bytes:
        query = "query($id: ID!) { job(id: $id) { pictureUrl } }"
        address = (await self._ask(query, {"id": job_id}))["job"]["pictureUrl"]
        return (await self.http.get(address)).content

    def _listing(self, listing: Json) -> Json:
        given = {_camel(name): value for name, value in listing.items()}
        if "answers" in listing:
            given["answers"] = self._answers(listing["answers"])
        return given

    async def _job(self, name: str, given: Json, shape: str, key: str | None) -> Answer:
        more = {"waitSeconds": 120, "idempotencyKey": key}
        found = await self._mutate(name, given | more, shape % self.JOB)
        return self._done(found["job"], found["replayed"])

    def _done(self, job: Json, replayed: bool = False) -> Answer:
        """The answer, or for a job that failed the refusal that REST has for it."""
        answer = self._answer(job, replayed)
        if answer.problem:
            raise Refused(answer.problem, None)
        return answer

    async def _mutate(self, name: str, given: Json, shape: str) -> Json:
        return self._result(await self._ask(self._mutation(name, shape), {"input": given}), name)

    async def _ask(self, query: str, variables: Json) -> Json:
        body = {"query": query, "variables": variables}
        return self._data(await self.http.post("/graphql", json=body))

    @staticmethod
    def _mutation(name: str, shape: str) -> str:
        kind = name[0].upper() + name[1:]
        return f"""mutation($input: {kind}Input!) {{ {name}(input: $input) {{ __typename
            ... on {kind}Success {{ {shape} }} ... on Error {{ code field }} }} }}"""

    def _data(self, answer: httpx.Response) -> Json:
        body: Json = answer.json()
        self._raise(body.get("errors"))
        found: Json = body["data"]
        return found

    @staticmethod
    def _raise(errors: list[Json] | None) -> None:
        if errors:
            assert "code" in errors[0].get("extensions", {}), errors
            raise Refused(errors[0]["extensions"]["code"], errors[0]["extensions"].get("field"))

    @staticmethod
    def _result(data: Json, name: str) -> Json:
        found: Json = data[name]
        if "code" in found:
            raise Refused(found["code"], _snake(found["field"]))
        return found

    @staticmethod
    def _answers(answers: Mapping[str, str]) -> list[Json]:
        return [{"field": name, "value": value} for name, value in answers.items()]

    @staticmethod
    def _session(found: Json) -> Session:
        return Session(
            found["account"],
            found["state"].lower(),
            found["authenticated"],
            found["username"],
            tuple(found["droppedCookies"]),
            (found["source"] or "").lower() or None,
        )

    @staticmethod
    def _answer(job: Json, replayed: bool = False) -> Answer:
        found = job["result"] or {}
        return Answer(
            job_id=job["id"],
            state=job["state"].lower(),
            outcome=(found.get("outcome") or "").lower() or None,
            reason=found.get("reason"),
            dry_run=job["dryRun"],
            confirm_token=found.get("confirmToken"),
            preview_url=found.get("previewUrl"),
            picture_url=job.get("pictureUrl"),
            draft_id=found.get("draftId"),
            listing_id=found.get("listingId"),
            listing_url=found.get("listingUrl"),
            fields={each["name"]: each["chosen"] for each in found.get("fields", [])},
            questions={
                each["field"]: [candidate["optionId"] for candidate in each["candidates"]]
                for each in found.get("questions", [])
            },
            counting={each["field"]: each["categories"] for each in found.get("questions", [])},
            errors=tuple(each["field"] for each in found.get("siteErrors", [])),
            advice=tuple(each["code"] for each in job["listing"]["advice"]),
            problem=(found.get("problem") or {}).get("code"),
            replayed=replayed,
        )

    @staticmethod
    def _event(found: Json) -> Event:
        return Event(
            found["seq"],
            found["state"].lower(),
            found["percent"],
            found["step"].lower() if found["step"] else None,
            found["outcome"].lower() if found["outcome"] else None,
        )


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.title() for part in others)


def _snake(name: str | None) -> str | None:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in name) if name else None
