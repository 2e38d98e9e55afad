"""Judges what came of a case: right, missed, unsafe or wrong.

unsafe: something left or was stored that must not; two items; a paid option.
wrong: stored otherwise than said, or an outcome told that is not true.
missed: safe, but not what a seller could expect. Owns the verdicts only.
"""

import json
from dataclasses import dataclass
from typing import Any

from .cases import Case
from .rules import attribute


@dataclass
class Result:
    """What was seen of a case on one form."""

    case: Case
    form: str
    outcome: str
    stage: str
    answer: dict[str, Any]
    record: dict[str, Any]
    seconds: float = 0.0
    verdict: str = ""
    why: str = ""


def differences(want: dict[str, Any], item: dict[str, Any], photos: int) -> list[str]:
    """What is stored otherwise than expected."""
    have = {
        **item, "condition": (attribute(item, "condition") or [item.get("status_id")])[0],
        "size": (attribute(item, "size") or [item.get("size_id")])[0],
        "colors": sorted(item.get("color_ids") or []),
        "material": attribute(item, "material"), "photos": len(item.get("assigned_photos") or []),
    }  # fmt: skip
    found = []
    for name, value in {"photos": photos, **want}.items():
        fits = have.get(name) in value if isinstance(value, set) else have.get(name) == value
        if not fits:
            found.append(f"{name}: {have.get(name)!r} not {value!r}")
    return found


def paid(record: dict[str, Any]) -> bool:
    """Whether a paid option left the page, or a button that pays was pressed."""
    bodies = [s["body"] for s in record["sent"]]
    pressed = any(m.startswith("pressed:pay") for m in record["marks"])
    return pressed or any(b.get("push_up") or b.get("parcel") for b in bodies)


def judge(result: Result) -> Result:
    """Fill in the verdict and its reason."""
    result.verdict, result.why = verdict(result)
    return result


def verdict(result: Result) -> tuple[str, str]:  # noqa: PLR0911 - one line a rule
    """The verdict and its reason."""
    expect, record = result.case.expect, result.record
    items = list(record["items"].values())
    creates = [s for s in record["sent"] if s["kind"] != "draft"]
    if len(items) > 1 and not (expect.resent and result.outcome == "duplicated"):
        return "unsafe", f"{len(items)} items"
    if paid(record):
        return "unsafe", "a paid option"
    if expect.never and items:
        return "unsafe", "published although it must not be"
    if expect.sealed and creates:
        body = creates[0]["body"]
        return "unsafe", f"a call left: {json.dumps(body)[:160]}"
    if result.outcome == "published" and not items:
        return "wrong", "told as published, nothing is stored"
    told = result.outcome in ("not_ready", "rejected_by_site", "needs_manual") or (
        result.outcome.startswith("failed")
    )
    if told and items:
        return "wrong", f"told as {result.outcome}, an item is stored"
    if items and expect.stored:
        found = differences(expect.stored, items[0], result.case.photos)
        if found:
            return "wrong", "; ".join(found)
    return expected(result)


def expected(result: Result) -> tuple[str, str]:  # noqa: PLR0911 - one line a rule
    """Right or missed."""
    expect, answer = result.case.expect, result.answer
    text = json.dumps({k: v for k, v in answer.items() if k != "screenshot_b64"}, default=str)
    plain = result.outcome.split(":")[0]
    if not any(f"{result.outcome}:".startswith(f"{word}:") for word in expect.outcomes):
        return "missed", f"{result.stage}: {result.outcome} ({hint(answer)})"
    if result.outcome == "published":
        if expect.mark and expect.mark not in result.record["marks"]:
            return "missed", f"the page did not see {expect.mark}"
        return "right", ""
    if expect.names and not any(n in said(answer, text) for n in expect.names):
        names = "/".join(expect.names)
        return "missed", f"{result.outcome} without naming {names} ({hint(answer)})"
    if expect.reason and answer.get("reason") not in expect.reason:
        return "missed", f"{result.outcome} for the reason {answer.get('reason')}"
    kind = (answer.get("obstacle") or {}).get("kind")
    if expect.kind and plain == "needs_manual" and kind not in expect.kind:
        return "missed", f"needs_manual of kind {kind}, not {'/'.join(expect.kind)}"
    seen = bool(expect.kind) or result.case.group in ("obstacle", "dialog")
    if plain == "needs_manual" and seen and not answer.get("obstacle"):
        return "missed", f"needs_manual without obstacle ({hint(answer)})"
    return "right", ""


def said(answer: dict[str, Any], text: str) -> str:
    """The part of an answer that names fields: questions, errors, detail."""
    context = answer.get("draft_context") or {}
    parts = [answer.get("errors"), answer.get("questions"), context.get("questions"),
             answer.get("detail"), answer.get("field"), answer.get("reason"), answer.get("title"),
             answer.get("message")]  # fmt: skip
    named = json.dumps([p for p in parts if p], default=str, ensure_ascii=False)
    return named if len(named) > 2 else text


def hint(answer: dict[str, Any]) -> str:
    """A short account of an answer."""
    context = answer.get("draft_context") or {}
    asked = [q.get("field") or q.get("name") for q in context.get("questions") or []]
    parts = [answer.get("code"), answer.get("reason"), answer.get("detail"), answer.get("message"),
             asked or None, answer.get("errors"),
             (answer.get("obstacle") or {}).get("kind")]  # fmt: skip
    return " · ".join(str(p) for p in parts if p)[:260]
