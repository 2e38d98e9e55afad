"""The tools: what each does by the API, and how it is described to an agent.

None publishes, and none saves a session: both are a person's, in the console. Arguments are
`arguments`', the shape of answers is `answers`', the protocol `server`'s.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from gql_api.mcp import arguments as given
from gql_api.mcp import documents
from gql_api.mcp.answers import UNDER_WAY, changes, option, told
from gql_api.mcp.client import Body, FripierClient, Refusal, snake
from gql_api.mcp.photo_files import PhotoFolders

_CONNECT: Final = frozenset(
    {"session_required", "session_expired", "session_malformed", "wrong_market"}
)
_WAITS: Final = "AWAITING_CONFIRMATION"
_SIGN_IN: Final = (
    "An agent cannot connect an account or see its session: the seller does it in the console, at "
    "the link."
)


@dataclass(frozen=True, slots=True)
class Agent:
    """Who calls a tool: the API as its caller has it, and the folders that it may read."""

    api: FripierClient
    folders: PhotoFolders | None = None


@dataclass(frozen=True, slots=True)
class AgentTool:
    """A tool. One that `looks` changes nothing; a `local` one needs folders on this machine."""

    name: str
    title: str
    takes: type[given.Arguments]
    run: Callable[[Agent, Any], Awaitable[Body]]
    description: str
    looks: bool = False
    local: bool = False


async def call(tool: AgentTool, agent: Agent, taken: given.Arguments) -> Body:
    """What a tool answers; a `Refusal` says where a person has to go."""
    try:
        return await tool.run(agent, taken)
    except Refusal as refusal:
        if refusal.code in _CONNECT:
            link = agent.api.sign_in_link(getattr(taken, "account", None))
            refusal.body |= {"link": link, "next": _SIGN_IN}
        raise


async def _prepare(agent: Agent, taken: given.Prepare) -> Body:
    return await _begun(agent, documents.PREPARE, _members(taken))


async def _correct(agent: Agent, taken: given.Correct) -> Body:
    """The whole listing goes to the API again, with what has changed in it."""
    job = (await agent.api.ask(documents.LISTING, id=taken.job_id))["job"]
    _require_job(job, taken.job_id)
    if job["kind"] != "PREPARE":
        raise Refusal("not_a_preparation", "Only a preparation can be corrected.", field="job_id")
    stands = _as_input(job["listing"])
    changed = _members(taken)
    # An answer wins over the words: where these are new, the one that was given before is not.
    anew = {answer["field"] for answer in changed.get("answers", ())}
    anew |= {"category" if name == "categoryHint" else snake(name) for name in changed}
    kept = [answer for answer in stands["answers"] if answer["field"] not in anew]
    changed["answers"] = [*kept, *changed.get("answers", ())]
    input_ = {**stands, **changed, "account": job["account"], "dryRun": job["dryRun"]}
    return await _begun(agent, documents.PREPARE, input_, await _job(agent, taken.job_id))


def _as_input(listing: Mapping[str, Any]) -> Body:
    """A job's listing as it would be sent once more."""
    return {
        **{name: value for name, value in listing.items() if value not in ("", None)},
        "price": listing["price"]["amount"],
        "photos": [photo["id"] for photo in listing["photos"]],
        "answers": [dict(answer) for answer in listing["answers"]],
    }


async def _answer(agent: Agent, taken: given.Answer) -> Body:
    before = await _job(agent, taken.job_id)
    return await _begun(agent, documents.ANSWER, _members(taken), before)


async def _cancel(agent: Agent, taken: given.OneJob) -> Body:
    before = await _job(agent, taken.job_id)
    return await _begun(agent, documents.CANCEL, {"jobId": taken.job_id}, before)


async def _begun(
    agent: Agent, document: str, input_: Mapping[str, Any], before: Body | None = None
) -> Body:
    """What a change has brought about, beside what was known of the job before it."""
    job = (await agent.api.change(document, input_))["job"]
    after = before["lastSeq"] if before else 0
    return changes(job, after, agent.api.link(job["id"]), before)


async def _look(agent: Agent, taken: given.Look) -> Body:
    job = await _job(agent, taken.job_id)
    if job["state"] in UNDER_WAY and taken.wait_seconds:
        await agent.api.until_over(taken.job_id, job["lastSeq"], taken.wait_seconds)
        job = await _job(agent, taken.job_id)
    body = changes(job, taken.after, agent.api.link(taken.job_id))
    if job["kind"] == "PREPARE" and (body["changed"] or job["state"] == _WAITS):
        body |= await _published(agent, job)
    return body


async def _published(agent: Agent, job: Mapping[str, Any]) -> Body:
    """The publishes of a preparation that a person has begun."""
    ours = [
        told({"job_id": node["id"], "state": node["state"], **(node["result"] or {})})
        async for node in _publishes_since(agent, job)
        if not node["dryRun"] and (node["preparation"] or {}).get("id") == job["id"]
    ]
    return {"publishes": ours} if ours else {}


async def _publishes_since(agent: Agent, job: Mapping[str, Any]) -> AsyncIterator[Body]:
    """The publishes of a job's account that came after it, newest first: its own are among them."""
    after = None
    while True:
        found = await agent.api.ask(
            documents.PUBLISHES, id=job["id"], account=job["account"], after=after
        )
        since = datetime.fromisoformat(_require_job(found["job"], job["id"])["createdAt"])
        for edge in found["jobs"]["edges"]:
            if datetime.fromisoformat(edge["node"]["createdAt"]) < since:
                return
            yield edge["node"]
        page = found["jobs"]["pageInfo"]
        if not page["hasNextPage"]:
            return
        after = page["endCursor"]


async def _job(agent: Agent, job_id: str) -> Body:
    job = (await agent.api.ask(documents.LOOK, id=job_id))["job"]
    return _require_job(job, job_id)


def _require_job(job: Body | None, job_id: str) -> Body:
    if job is None:
        raise Refusal("job_not_found", f"There is no job {job_id}: call list_jobs.", field="job_id")
    return job


async def _list(agent: Agent, taken: given.Jobs) -> Body:
    states = [taken.state.upper()] if taken.state else None
    found = await agent.api.ask(
        documents.JOBS, account=taken.account, states=states, first=taken.first
    )
    return {"jobs": [_row(edge["node"]) for edge in found["jobs"]["edges"]]}


def _row(job: Mapping[str, Any]) -> Body:
    listing, result = job["listing"], job["result"] or {}
    price = listing["price"]
    row: Body = told(
        {
            "job_id": job["id"],
            **{name: job[name] for name in ("kind", "account", "state", "revision", "lastSeq")},
            "updatedAt": job["updatedAt"],
            "title": listing["title"],
            "price": f"{price['amount']} {price['currency']}",
            **result,
        }
    )
    return row


async def _suggest(agent: Agent, taken: given.Suggest) -> Body:
    if taken.job_id:
        found = await agent.api.ask(
            documents.OPTIONS, jobId=taken.job_id, field=taken.field, text=taken.text
        )
    elif document := documents.SUGGEST.get(taken.field):
        more = {"categoryId": taken.category_id} if taken.field == "size" else {}
        if more and not taken.category_id:
            raise Refusal("invalid_input", "category_id: sizes need one", field="category_id")
        found = await agent.api.ask(document, text=taken.text, market=taken.market, **more)
    else:
        known = ", ".join(documents.SUGGEST)
        raise Refusal("invalid_input", f"field: one of {known}, or give job_id", field="field")
    return {"options": [option(each) for each in found["found"]]}


async def _ask_to_publish(agent: Agent, taken: given.OneJob) -> Body:
    """The link alone: nothing is begun, and nothing is kept that could be pressed by a program."""
    job = await _job(agent, taken.job_id)
    if job["kind"] != "PREPARE" or job["state"] != _WAITS:
        raise Refusal(
            "conflict",
            f"The job is {job['state'].lower()}: only a preparation that waits for its yes can be "
            "published. Call look_at_job.",
            job_id=taken.job_id,
        )
    return {
        "job_id": job["id"],
        "revision": job["revision"],
        "published": False,
        "link": agent.api.link(job["id"]),
        "yes_until": job["result"]["expiresAt"],
        "next": "Give the seller this link. They look at the picture of the filled form there and "
        "press; nobody else can. A correction after this needs another look. Then call "
        "look_at_job to learn what they decided.",
    }


async def _session(agent: Agent, taken: given.Account) -> Body:
    found = (await agent.api.ask(documents.SESSION, account=taken.account, check=taken.check))[
        "session"
    ]
    body: Body = told(found)
    if not found["authenticated"]:
        body |= {"link": agent.api.sign_in_link(found["account"]), "next": _SIGN_IN}
    return body


async def _photos(agent: Agent, taken: given.Photos) -> Body:
    edges = (await agent.api.ask(documents.PHOTOS, first=taken.first))["photos"]["edges"]
    return {"photos": [told({**edge["node"], "usedBy": edge["usedBy"]}) for edge in edges]}


async def _photo_files(agent: Agent, _: given.Nothing) -> Body:
    return {"files": await asyncio.to_thread(_require_folders(agent).names)}


async def _upload(agent: Agent, taken: given.Files) -> Body:
    """One after the other; what was refused is named, and what was taken in stays."""
    folders = _require_folders(agent)
    photos: list[Body] = []
    refused: list[Body] = []
    for name in taken.files:
        try:
            with await asyncio.to_thread(folders.open, name) as file:
                photo = await agent.api.upload(name.rpartition("/")[2], file)
        except Refusal as refusal:
            refused.append({"file": name, **refusal.body})
        else:
            photos.append({"id": photo["temp_id"], "file": name})
    if not photos:
        raise Refusal(**{**refused[0], "refused": refused})
    return {"photos": photos, **({"refused": refused} if refused else {})}


def _require_folders(agent: Agent) -> PhotoFolders:
    if agent.folders is None:
        raise AssertionError("this tool is offered with folders only")
    return agent.folders


def _members(taken: given.Arguments) -> Body:
    """The arguments that were given, as members of a mutation's input."""
    body = taken.model_dump(exclude_none=True)
    if "answers" in body:
        answers = body["answers"].items()
        body["answers"] = [{"field": name, "value": value} for name, value in answers]
    return {_camel(name): value for name, value in body.items()}


def _camel(name: str) -> str:
    first, *others = name.split("_")
    return first + "".join(part.title() for part in others)


TOOLS: Final = (
    AgentTool(
        "prepare_listing", "Prepare a listing", given.Prepare, _prepare,
        "Fill Vinted's sell form with a listing in the seller's own words, stop before the last "
        "click and save nothing there. Say only what the seller said: what is not decided comes "
        "back as questions with candidates. Answers with the job, its state and what came of it.",
    ),
    AgentTool(
        "look_at_job", "Look at a job", given.Look, _look,
        "What has changed in a job since the answer whose last_seq you give as after; with "
        "changed false, nothing has. Waits for the end of its run up to wait_seconds. Also tells "
        "whether the seller has published it.",
        looks=True,
    ),
    AgentTool(
        "answer_questions", "Answer a job's questions", given.Answer, _answer,
        "Answer the questions of a preparation, by a candidate's option_id or by a text. Ask the "
        "seller what their words do not decide; do not guess.",
    ),
    AgentTool(
        "correct_listing", "Correct a preparation", given.Correct, _correct,
        "Change members of a preparation and fill the form again. The seller has to look at the "
        "new picture: a yes that was not given yet counts for nothing that has changed.",
    ),
    AgentTool(
        "ask_to_publish", "Ask the seller to publish", given.OneJob, _ask_to_publish,
        "Get the link to the page where the seller looks at the filled form and decides. This "
        "publishes nothing, and no tool does.",
        looks=True,
    ),
    AgentTool(
        "cancel_job", "Cancel a job", given.OneJob, _cancel,
        "Give a preparation up, or stop a job before its click.",
    ),
    AgentTool(
        "list_jobs", "List recent jobs", given.Jobs, _list,
        "Recent preparations and publishes, newest first, one row each.",
        looks=True,
    ),
    AgentTool(
        "suggest_options", "Suggest options", given.Suggest, _suggest,
        "What a text may be among a field's options: from the catalogue, or with job_id from the "
        "list that the form of this job has shown.",
        looks=True,
    ),
    AgentTool(
        "account_status", "See whether an account is connected", given.Account, _session,
        "Whether an account's session is usable. To connect one, the seller opens the console at "
        "the link: no tool takes a session, so never ask for a cookie.",
        looks=True,
    ),
    AgentTool(
        "list_photos", "List kept photos", given.Photos, _photos,
        "Photos that Fripier keeps, newest first, by the ids that prepare_listing takes.",
        looks=True,
    ),
    AgentTool(
        "list_photo_files", "List photo files", given.Nothing, _photo_files,
        "Photos in the folders on this machine that may be read, newest first.",
        looks=True, local=True,
    ),
    AgentTool(
        "upload_photos", "Upload photos", given.Files, _upload,
        "Take photos from the folders on this machine in, and get the ids that prepare_listing "
        "takes. All that they tell beside the picture (place, camera) is left out.",
        local=True,
    ),
)  # fmt: skip
