"""Who calls, and what they may do.

Values only: who a request comes from is found out by `auth`, from which pages by `http.origins`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from browser.messages import Message
from gql_api.domain.tenant import OPERATOR, qualified
from gql_api.errors import MissingScope

ANONYMOUS: Final = "anonymous"
BY_ADDRESS: Final = "address"
"""Who sees a picture by its own address, and nothing else."""

MANAGED: Final = "managed:"
SETTING: Final = "setting:"
OF_TOKENS: Final = "token"
OF_NOBODY: Final = "none"
"""How a caller's credential is written: a managed key by its digest, a key of the settings by the
caller's id, tokens of the identity provider, and no key at all."""


class Scope(StrEnum):
    """What a key or token may do; each of the first three includes those before it."""

    READ = "read"
    PREPARE = "prepare"
    PUBLISH = "publish"
    ADMIN = "admin"


EVERYTHING: Final = frozenset(Scope)
OF_AGENTS: Final = frozenset({Scope.READ, Scope.PREPARE})
"""What is done for an agent: the yes is a person's."""
_INCLUDED: Final[Mapping[Scope, frozenset[Scope]]] = {
    Scope.PREPARE: frozenset({Scope.READ}),
    Scope.PUBLISH: frozenset({Scope.READ, Scope.PREPARE}),
}


def with_included(scopes: Iterable[Scope]) -> frozenset[Scope]:
    """The scopes and those that they include."""
    given = frozenset(scopes)
    return given.union(*(_INCLUDED.get(scope, frozenset()) for scope in given))


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: `id` is stable for a key or subject and gives neither away.

    `owner` is whose things are seen, `until` when a token ends, `digest` names a stored key, whose
    end is looked up; so is that of `session`, by which a browser stands for its key or token.
    """

    id: str = ANONYMOUS
    owner: str = OPERATOR
    scopes: frozenset[Scope] = EVERYTHING
    until: datetime | None = None
    digest: str | None = None
    session: str | None = None

    def account(self, name: str) -> str:
        """The caller's account by its name inside the service."""
        return qualified(self.owner, name)

    @property
    def credential(self) -> str:
        """What they were let in with: what outlives their call goes where that goes."""
        if self.digest is not None:
            return f"{MANAGED}{self.digest}"
        if self.until is not None:
            return OF_TOKENS
        return OF_NOBODY if self.id == ANONYMOUS else f"{SETTING}{self.id}"

    def require(self, *scopes: Scope) -> None:
        """Raise `MissingScope` unless the caller has one of the scopes."""
        if self.scopes.isdisjoint(scopes):
            raise MissingScope(
                Message(
                    "This needs the scope {scope}, which this key or token does not have.",
                    scope=scopes[0],
                ),
                members={"scope": str(scopes[0])},
            )


THE_OPERATOR: Final = Caller()
"""Who needs no name: where there are no keys, and in the service's own work."""
NOBODY: Final = Caller(id="nobody", owner="nobody", scopes=frozenset())
"""Who has not said yet who they are."""
