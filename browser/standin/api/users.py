"""Who is signed in, and how a session is renewed."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from .. import challenges
from ..members import Session
from ..web import (
    ACCESS_COOKIE,
    REFRESH_COOKIE,
    access_denied,
    faults_of,
    member,
    ok,
    session_of,
    state_of,
    unauthorized,
)


async def current(request: Request) -> Response:
    """The page's question who is signed in; a session that is not renewed yet is a guest's."""
    if obstacle := challenges.for_member(request):
        return obstacle
    session = session_of(request)
    if session is None or state_of(request).members.still_late(session.account):
        return guest(request)
    account = member(request).account
    return ok({"user": {"id": account.id, "login": account.login}})


def guest(request: Request) -> Response:
    kind = faults_of(request).guest_answer
    if kind == "no_login":
        return ok({"user": {}})
    return access_denied() if kind == "denied" else unauthorized()


async def refresh(request: Request) -> Response:
    """Rotates both tokens; an old refresh token stops working."""
    cookies = request.cookies
    session = state_of(request).members.rotate(
        cookies.get(REFRESH_COOKIE), cookies.get(ACCESS_COOKIE)
    )
    if session is None:
        return unauthorized()
    answer = ok()
    set_tokens(answer, session)
    return answer


def set_tokens(answer: Response, session: Session) -> None:
    answer.set_cookie(ACCESS_COOKIE, session.access, httponly=True, samesite="lax")
    answer.set_cookie(REFRESH_COOKIE, session.refresh, httponly=True, samesite="lax")
