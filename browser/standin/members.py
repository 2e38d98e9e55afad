"""Who is a member of a running stand-in, and whose sessions work there.

Owns accounts, tokens and their renewal; what members have put up is `state`'s.
"""

from __future__ import annotations

import base64
import itertools
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from .switches.faults import Faults

FIRST_USER = 204_117_953


@dataclass(frozen=True)
class Account:
    id: int
    login: str


@dataclass(frozen=True)
class Session:
    account: Account
    access: str
    refresh: str
    expired: bool = False
    stale: bool = False
    """The refresh token no longer works either."""


def _access_token(name: str, turn: int, account: Account, claim: str) -> str:
    """Opaque, or in the form of a JWT whose claim holds the member's id."""
    if claim == "none":
        return f"{name}~{turn}"
    parts = ({"alg": "none"}, {claim: account.id, "turn": turn}, {"of": name})
    return ".".join(_segment(part) for part in parts)


def _segment(part: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=")


class Members:
    """The members by the cookies of their sessions; `faults` are those of the moment."""

    def __init__(self, faults: Callable[[], Faults], elapsed: Callable[[], float]) -> None:
        self._faults = faults
        self._elapsed = elapsed
        self._user_ids = itertools.count(FIRST_USER, 7)
        self._rotations = itertools.count(1)
        self.sessions: dict[str, Session] = {}
        self.forget_visits()

    def forget_visits(self) -> None:
        """Begin a late renewal anew."""
        self.visits: dict[int, list[float]] = {}
        self.late_calls: Counter[int] = Counter()

    def add(self, cookie: str, login: str, user_id: int | None = None) -> Session:
        """A member whose `access_token_web` is the cookie; the refresh token follows from it."""
        account = Account(next(self._user_ids) if user_id is None else user_id, login)
        session = Session(account, access=cookie, refresh=f"{cookie}-refresh")
        self.sessions[cookie] = session
        return session

    def expire(self, cookie: str, refresh_too: bool = False) -> Session:
        session = replace(self.sessions[cookie], expired=True, stale=refresh_too)
        self.sessions[cookie] = session
        return session

    def session(self, cookie: str | None) -> Session | None:
        """The session of a valid cookie, seen through the `other_account` switch."""
        session = self.sessions.get(cookie or "")
        if session is None or session.expired:
            return None
        if self._faults().other_account:
            other = Account(session.account.id + 1, self._faults().other_account)
            return replace(session, account=other)
        return session

    def note_visit(self, account: Account) -> None:
        """A page of this member was loaded; the first load begins a late renewal."""
        self.visits.setdefault(account.id, []).append(self._elapsed())

    def still_late(self, account: Account) -> bool:
        """Whether this who-am-I call comes before the page has renewed its session."""
        faults, visits = self._faults(), self.visits.get(account.id, [])
        if not (faults.late_session_seconds or faults.late_session_calls):
            return False
        if not visits:
            return True
        if len(visits) > 1 and faults.late_session_cure != "wait":
            return False
        self.late_calls[account.id] += 1
        waited = self._elapsed() - visits[0] >= faults.late_session_seconds
        asked = self.late_calls[account.id] > faults.late_session_calls
        return faults.late_session_cure == "reload" or not (waited and asked)

    def rotate(self, refresh: str | None, access: str | None) -> Session | None:
        """New tokens for a working refresh token, which stops working.

        A still valid access token without any refresh token is renewed too: the cookie `demo`
        alone is a complete session here.
        """
        found = self._refreshable(refresh, access)
        if found is None:
            return None
        turn = next(self._rotations)
        name = found.refresh.partition("-refresh")[0]
        access = _access_token(name, turn, found.account, self._faults().id_claim)
        fresh = Session(found.account, access, f"{name}-refresh~{turn}")
        self.sessions[found.access] = replace(found, stale=True)
        self.sessions[fresh.access] = fresh
        return fresh

    def _refreshable(self, refresh: str | None, access: str | None) -> Session | None:
        if refresh is None:
            valid = self.sessions.get(access or "")
            return valid if valid and not valid.expired else None
        rows = self.sessions.values()
        return next((row for row in rows if row.refresh == refresh and not row.stale), None)
