"""What an agent is told of a job: what has changed since its last look, in few words.

Members without a value are left out; enums are written small. Nothing here asks: `documents` says
what is known at all.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from gql_api.mcp.client import Body, snake

UNDER_WAY: Final = frozenset({"QUEUED", "RUNNING", "WAITING_FOR_SLOT"})
_ENUMS: Final = frozenset({"state", "outcome", "kind", "step"})
_NEXT: Final[Mapping[str, str]] = {
    "QUEUED": "Call look_at_job with last_seq as after.",
    "RUNNING": "Call look_at_job with last_seq as after.",
    "WAITING_FOR_SLOT": "Call look_at_job with last_seq as after.",
    "AWAITING_ANSWERS": "Ask the seller what is not certain, then call answer_questions.",
    "AWAITING_CONFIRMATION": "Call ask_to_publish for the link where the seller looks and decides.",
}
_PERSON: Final = "A person has to act: give the seller the link."
_CORRECT: Final = "Call correct_listing for job {id} with what has to change."


def told(value: Any) -> Any:
    """An answer by the tools' names, without what says nothing."""
    if isinstance(value, Mapping):
        return {
            snake(name): _small(name, told(each))
            for name, each in value.items()
            if each not in (None, [], {}, "")
        }
    return [told(each) for each in value] if isinstance(value, list) else value


def changes(
    job: Mapping[str, Any], after: int, link: str, before: Mapping[str, Any] | None = None
) -> Body:
    """What has happened to a job after an event: where it stands, and what its run came to.

    What it said `before` of its fields and of the listing, and says again, is left out.
    """
    new = [event for event in job["history"] if event["seq"] > after]
    body: Body = {
        "job_id": job["id"],
        "changed": bool(new),
        "state": job["state"].lower(),
        "last_seq": job["lastSeq"],
    }
    if not new:
        return body
    body |= {"revision": job["revision"], "events": [_event(each) for each in _marked(new)]}
    if job["state"] in UNDER_WAY:
        body["progress"] = told({"percent": job["percent"], "step": job["step"]})
    if any(event["state"] not in UNDER_WAY for event in new):
        body |= _result(job, before)
    return body | _advised(job, link)


def _marked(events: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The events at which a job's state or outcome became another."""
    marked: list[Mapping[str, Any]] = []
    for event in events:
        known = marked[-1] if marked else {}
        if any(event[name] != known.get(name) for name in ("state", "revision", "outcome")):
            marked.append(event)
    return marked


def _event(event: Mapping[str, Any]) -> Body:
    names = ("seq", "at", "state", "revision", "outcome", "reason")
    body: Body = told({name: event[name] for name in names})
    return body


def _result(job: Mapping[str, Any], before: Mapping[str, Any] | None) -> Body:
    found, known = job["result"] or {}, (before or {}).get("result") or {}
    advised = before["listing"]["advice"] if before else ()
    told_before = [_field(each) for each in known.get("fields", ())]
    shown = {
        **found,
        "questions": [_question(each) for each in found.get("questions", ())],
        "advice": [each for each in job["listing"]["advice"] if each not in advised],
        "fields": [
            field
            for field in map(_field, found.get("fields", ()))
            if field["chosen"] is not None and field not in told_before
        ],
    }
    body: Body = told(shown)
    if "expires_at" in body:
        body["yes_until"] = body.pop("expires_at")
    return body


def _field(report: Mapping[str, Any]) -> Body:
    """A field as it was filled; why, only where nothing was said of it."""
    names = ("name", "asked", "chosen", *(["assumed", "reason"] if report["assumed"] else []))
    return {name: report[name] for name in names}


def _question(question: Mapping[str, Any]) -> Body:
    return {**question, "candidates": [option(each) for each in question["candidates"]]}


def option(found: Mapping[str, Any]) -> Body:
    """An option with its path."""
    label = " > ".join([*found["parents"], found["label"]])
    return {"option_id": found["optionId"], "label": label}


def _advised(job: Mapping[str, Any], link: str) -> Body:
    """The one next act."""
    if act := _NEXT.get(job["state"]):
        return {"next": act}
    outcome = (job["result"] or {}).get("outcome")
    if outcome in {"NEEDS_MANUAL", "OUTCOME_UNKNOWN", "HELD_FOR_REVIEW", "DUPLICATED"}:
        return {"next": _PERSON, "link": link}
    if outcome in {"REJECTED_BY_SITE", "NOT_READY"}:
        # A publish is not corrected, but what it was to publish.
        return {"next": _CORRECT.format(id=(job["preparation"] or job)["id"])}
    return {}


def _small(name: str, value: Any) -> Any:
    return value.lower() if name in _ENUMS and isinstance(value, str) else value
