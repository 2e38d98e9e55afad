"""Publishing and saving a draft: stored, refused, challenged, or gone wrong as faults.py says.

A dropped connection is dropped for real (connection.py). A reset before the first byte of the
answer makes Chromium send the same POST again by itself on its next kept-alive socket; a cut after
the headers does not. Both exist: reset_after and lost_answer.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from .. import challenges
from ..connection import CutAnswer, Reset
from ..ledger import Attempt
from ..state import Item
from ..validation import errors_of
from ..web import (
    Answer,
    access_denied,
    failed,
    faults_of,
    invalid,
    latency,
    locale_of,
    ok,
    state_of,
)


async def publish(request: Request, kind: str, item: Item, body: dict[str, Any]) -> Response:
    """Stores the item as published, unless a rule or a fault is against it."""
    outcome, fault, ledger = "failed", "none", state_of(request).ledger
    stored: Item | None = None
    try:
        _refuse(request, item)
        fault = _next_fault(request)
        if fault.endswith("_before"):
            await _fail_before(request, fault)
        stored, outcome = _store(request, item, body), "stored"
        await _fail_after(request, fault)
        return ok({"item": {"id": stored.id}, "after_upload_actions": _actions(request)})
    except Answer as early:
        outcome = outcome if stored else _outcome(early, fault)
        raise
    finally:
        ledger.attempts.append(_attempt(request, kind, outcome, stored, body))


async def save_draft(request: Request, item: Item, body: dict[str, Any]) -> Response:
    """Stores a draft, new or known, unless a fault is against it."""
    outcome, fault, ledger = "failed", _next_draft_fault(request), state_of(request).ledger
    stored: Item | None = None
    try:
        if fault.endswith("_before"):
            await _fail_before(request, fault)
        stored, outcome = _store_draft(request, item), "stored"
        await _fail_after(request, fault)
        return ok({"draft": {"id": stored.id}})
    except Answer as early:
        outcome = outcome if stored else _outcome(early, fault)
        raise
    finally:
        ledger.attempts.append(_attempt(request, "draft", outcome, stored, body))


def _attempt(
    request: Request, kind: str, outcome: str, stored: Item | None, body: dict[str, Any]
) -> Attempt:
    at = state_of(request).elapsed
    return Attempt(at, kind, outcome, stored.id if stored else None, body)


def _store_draft(request: Request, item: Item) -> Item:
    state = state_of(request)
    if item.id in state.items:
        return state.store(item)
    return state.store_new(item, state.faults.draft_delay)


def _refuse(request: Request, item: Item) -> None:
    faults = faults_of(request)
    challenges.meet(request, "after_publish")
    errors = faults.publish_errors or errors_of(item, locale_of(request), faults)
    if errors:
        raise Answer(invalid(errors))


def _outcome(early: Answer, fault: str) -> str:
    status = early.response.status_code
    if status == 400 or fault == "denied_before":
        return "refused"
    return "failed" if status >= 500 else "challenged"


def _next_fault(request: Request) -> str:
    """The fault of this call; a limited number of calls are hit if the switch says so."""
    state = state_of(request)
    if not state.faults.publish_fault_times:
        return state.faults.publish_fault
    if state.publish_faults_left <= 0:
        return "none"
    state.publish_faults_left -= 1
    return state.faults.publish_fault


def _next_draft_fault(request: Request) -> str:
    state = state_of(request)
    if not state.faults.draft_fault_times:
        return state.faults.draft_fault
    if state.draft_faults_left <= 0:
        return "none"
    state.draft_faults_left -= 1
    return state.faults.draft_fault


async def _fail_before(request: Request, fault: str) -> None:
    if fault == "error_before":
        raise Answer(failed())
    if fault == "denied_before":
        raise Answer(access_denied())
    if fault == "reset_before":
        raise Answer(Reset())
    await latency(request, faults_of(request).hang_seconds)


async def _fail_after(request: Request, fault: str) -> None:
    if fault == "error_after":
        raise Answer(failed())
    if fault == "reset_after":
        raise Answer(Reset())
    if fault == "lost_answer":
        raise Answer(CutAnswer())
    if fault == "hang":
        await latency(request, faults_of(request).hang_seconds)


def _store(request: Request, item: Item, body: dict[str, Any]) -> Item:
    state = state_of(request)
    published = replace(
        item,
        draft=False,
        push_up=bool(body.get("push_up")),
        held=state.faults.held_for_review,
    )
    return state.store_new(published, state.faults.wardrobe_delay)


VERIFICATION = "show_item_verification_modal"
ANOTHER_TIP = "show_upload_another_item_tip"
ACTIONS: dict[str, list[str]] = {
    "none": [],
    "verification": [VERIFICATION],
    "another_tip": [ANOTHER_TIP],
    "both": [ANOTHER_TIP, VERIFICATION],
}


def _actions(request: Request) -> list[str]:
    faults = faults_of(request)
    if faults.upload_actions != "by_outcome":
        return ACTIONS[faults.upload_actions]
    shown = faults.held_for_review or faults.publish_outcome == "stay_modal"
    return [VERIFICATION] if shown else []
