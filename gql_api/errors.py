"""Everything the service says no with, sorted by what the caller can do; one stable code each.

    ServiceError
    ├── InvalidInput           correct the request (400), or the photo (413, 415)
    ├── Unauthenticated        give a key (401), or a usable session (401)
    ├── Forbidden              not with this key, or publishing is switched off (403)
    ├── NotFound               404, or ObjectMissing: its file is gone
    ├── Conflict               the state does not allow it (409), or the key was reused (422)
    ├── RateLimited            come back later (429)
    ├── SiteProblem            the market, before the click (502, 504)
    └── Unavailable            no browser or no capacity (503), or a damaged file on our side (500)

`status` is HTTP's and serves both transports; `detail` says what to do. The transports render
these in one place each; anything else is masked and logged with an id.
"""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from browser.messages import Message


class ServiceError(Exception):
    """Root of the tree. `code` is stable, `detail` is for people, `field` names the input."""

    code: str = "internal"
    status: int = 500
    title: ClassVar[str] = "Internal error"

    def __init__(
        self,
        detail: str,
        *,
        code: str | None = None,
        status: int | None = None,
        field: str | None = None,
        retry_after: float | None = None,
        members: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(detail)
        self.detail = detail
        self.code = code or type(self).code
        self.status = status or type(self).status
        self.field = field
        self.retry_after = retry_after
        self.members = dict(members or {})


class InvalidInput(ServiceError):
    """The request cannot be read as what it should be; `field` names the part."""

    code = "invalid_input"
    status = 400
    title = "Invalid input"

    @property
    def problems(self) -> Sequence[Mapping[str, str]]:
        """Every input that is wrong, by `field` and `detail`: those listed, else the one named."""
        listed: Sequence[Mapping[str, str]] = self.members.get("errors", ())
        if listed or not self.field:
            return listed
        said = self.detail
        if isinstance(said, Message) and said.params.keys() == {"field", "detail"}:
            said = str(said.params["detail"])
        return [{"field": self.field, "detail": said}]


class PhotoTooLarge(InvalidInput):
    code = "photo_too_large"
    status = 413
    title = "Photo too large"


class PhotoUnsupported(InvalidInput):
    code = "photo_unsupported"
    status = 415
    title = "Not a supported photo"


class PhotoCorrupt(PhotoUnsupported):
    code = "photo_corrupt"
    title = "Photo cannot be decoded"


class TokenInvalid(InvalidInput):
    code = "confirm_token_invalid"
    title = "Confirm token is not valid"


class TokenExpired(InvalidInput):
    code = "confirm_token_expired"
    title = "Confirm token has expired"


class Unauthenticated(ServiceError):
    """Who calls is not known."""

    code = "unauthenticated"
    status = 401
    title = "Authentication needed"


class NoSession(Unauthenticated):
    """The account has no usable session; save one."""

    code = "session_required"
    title = "No usable session"


class SessionRefused(Unauthenticated):
    """The given session is a guest's or has expired; the stored one stays."""

    code = "session_expired"
    title = "The session is not usable"


class Forbidden(ServiceError):
    code = "forbidden"
    status = 403
    title = "Not allowed"


class NotTheConsole(Forbidden):
    """The console's session counts for calls of the console's own page alone."""

    code = "console_page_required"
    title = "Not called by the console"


class MissingScope(Forbidden):
    """The key or token may not do this; `scope` among the members names what it lacks."""

    code = "missing_scope"
    title = "The key or token lacks a scope"


class KeyMayPublish(Forbidden):
    """An agent calls with a key or token that may publish: the yes is a person's."""

    code = "key_may_publish"
    title = "An agent's key may not publish"


class PublishDisabled(Forbidden):
    code = "publish_disabled"
    title = "Publishing is switched off"


class NotFound(ServiceError):
    code = "not_found"
    status = 404
    title = "Not found"


class ObjectMissing(NotFound):
    """A file that a row names is neither here nor in the store behind it."""


class Conflict(ServiceError):
    """The state of the job, account or market does not allow it."""

    code = "conflict"
    status = 409
    title = "Conflict"


class OptionsNotRead(Conflict):
    """The job's form has shown no list of this field that could be searched."""

    code = "options_not_read"
    title = "The options were not read"


class KeyReused(Conflict):
    code = "idempotency_key_reused"
    status = 422
    title = "Idempotency key used with another request"


class RateLimited(ServiceError):
    code = "rate_limited"
    status = 429
    title = "Too many requests"


class TooManyStreams(RateLimited):
    """The caller has as many sockets, subscriptions and event streams open as it may."""

    code = "too_many_streams"
    title = "Too many open streams"


class SiteProblem(ServiceError):
    """The market cannot be used, or its page has changed; nothing was clicked."""

    code = "site_unreachable"
    status = 502
    title = "The market cannot be used now"


class Unavailable(ServiceError):
    """Something on our side cannot be used now."""

    code = "unavailable"
    status = 503
    title = "Temporarily unavailable"


class NoWorker(Unavailable):
    """No worker with a browser answered an API process in time."""

    code = "no_worker"


class NoCapacity(Unavailable):
    """More work waits than can be begun in time; `retry_at` says when a place is free."""

    code = "no_capacity"
    title = "No capacity"


class ObjectDamaged(Unavailable):
    """What the store holds is not what was kept there; it is not used."""

    code = "storage_damaged"
    status = 500
    title = "A stored file is damaged"
