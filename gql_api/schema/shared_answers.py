"""One answer for all who follow a job with the same document: an event is executed once for them.

Owns what makes two answers the same: the event, the operation, its variables and the languages. An
event tells nothing else that depends on who asks; whether somebody may follow the job is decided
for each subscriber before its stream begins. What waits, fails or is no event is executed alone.
How a message is written to a socket is `graphql.socket`'s matter, when it may be `jobs.events`'.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from dataclasses import dataclass
from inspect import iscoroutine
from typing import Any, Final

from graphql import ExecutionResult
from graphql.language import OperationDefinitionNode
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from gql_api.domain.job import JobEvent
from gql_api.schema.types.jobs import ListingProgress
from gql_api.texts import speech

KEPT: Final = 128
"""Answers at most: whoever is further behind pays for an execution again."""


@dataclass(slots=True)
class _Answer:
    """What an event came to; `text` is its JSON once somebody has needed it."""

    operation: OperationDefinitionNode
    """An operation is known by its place in memory, which stays its own while it is held here."""
    result: ExecutionResult
    text: bytes | None = None


_answers: OrderedDict[Hashable, _Answer] = OrderedDict()


class Together(StrawberryGraphQLCoreExecutionContext):
    """Executes an operation, unless it is an event that was answered in the same words before."""

    def execute_operation(self, serially: bool | None = None) -> Any:
        """The result, which nobody may change; or what comes to it."""
        event = self.root_value
        if not isinstance(event, ListingProgress):
            return super().execute_operation(serially)
        asked = self._asked()
        if at_once := writer():
            at_once.learn(self, asked)
        key = _told(event), asked
        if (found := _answers.get(key)) and found.operation is self.operation:
            return found.result
        result = super().execute_operation(serially)
        if isinstance(result, ExecutionResult) and not result.errors:
            _answers[key] = _Answer(self.operation, result)
            while len(_answers) > KEPT:
                _answers.popitem(last=False)
        return result

    def answer(self, event: JobEvent, asked: Hashable) -> _Answer | None:
        """What an event comes to for whoever asked so; None where it has to be waited for."""
        key = _told(event), asked
        if (found := _answers.get(key)) is None or found.operation is not self.operation:
            made = self.build_per_event_executor(ListingProgress.of(event)).execute_operation()
            if iscoroutine(made):
                made.close()
            found = _answers.get(key)
        return found

    def _asked(self) -> Hashable:
        variables = sorted(self.variable_values.coerced.items())
        return id(self.operation), repr(variables), speech().languages


def _told(event: ListingProgress | JobEvent) -> Hashable:
    return event.job_id, event.seq, event.at


class Writer:
    """Writes the events of one subscription at once, once the first has come the usual way.

    `encode` makes the JSON of a result, `write` sends it and says whether it could.
    """

    def __init__(
        self, encode: Callable[[ExecutionResult], bytes], write: Callable[[bytes], bool]
    ) -> None:
        self._encode = encode
        self._write = write
        self._context = copy_context()  # whoever tells of an event may speak another language
        self._operation: tuple[Together, Hashable] | None = None

    def learn(self, operation: Together, asked: Hashable) -> None:
        """Know what is asked, by an event of it."""
        self._operation = self._operation or (operation, asked)

    def __call__(self, event: JobEvent) -> bool:
        """Whether the event is on its way; what goes wrong here is told on the usual way."""
        try:
            text = self._context.run(self._text, event)
        except Exception:
            return False
        return text is not None and self._write(text)

    def _text(self, event: JobEvent) -> bytes | None:
        if self._operation is None:
            return None
        operation, asked = self._operation
        found = operation.answer(event, asked)
        if found and found.text is None:
            found.text = self._encode(found.result)
        return found.text if found else None


_writer: ContextVar[Writer | None] = ContextVar("writer", default=None)


def writer() -> Writer | None:
    """What writes the events of this operation, where that can be done at once."""
    return _writer.get()


@contextmanager
def writing(found: Writer | None) -> Iterator[None]:
    """While the block runs, the events of its operation are written so."""
    token = _writer.set(found)
    try:
        yield
    finally:
        _writer.reset(token)
