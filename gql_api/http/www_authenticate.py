"""What a refused caller has to show: the field WWW-Authenticate, of two kinds.

`Bearer` is Fripier's own (RFC 6750): a key or token, and its scopes. `MarketSession` is the
seller's session on the marketplace, so that no front end takes the one for the other.
"""

from collections.abc import Mapping

from starlette.requests import HTTPConnection

from gql_api.auth.authenticator import presented
from gql_api.errors import MissingScope, NoSession, ServiceError, SessionRefused, Unauthenticated


def challenge(connection: HTTPConnection, error: ServiceError) -> Mapping[str, str]:
    """The field for an error; nothing where no other key, token or session would help."""
    match error:
        case NoSession() | SessionRefused():
            told = f'MarketSession realm="{error.members.get("market", "")}"'
        case Unauthenticated():
            told = 'Bearer realm="fripier"'
            if presented(connection.headers) is not None:
                told += ', error="invalid_token"'
        case MissingScope():
            scope = error.members["scope"]
            told = f'Bearer realm="fripier", error="insufficient_scope", scope="{scope}"'
        case _:
            return {}
    return {"WWW-Authenticate": told}
