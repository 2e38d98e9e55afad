"""Says texts in the caller's language; the English that is raised and stored is the source.

Every text is written in English where it belongs, and said by `say` as an answer is rendered. A
text without a translation stays English. `edge` opens a `Speech` for each request or socket.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final, TypeVar

from gql_api.texts import de, fr
from gql_api.texts.accepted import best
from gql_api.texts.table import Table

SOURCE: Final = "en"
TABLES: Final[Mapping[str, Table]] = {"de": Table(de.TEXTS), "fr": Table(fr.TEXTS)}
LANGUAGES: Final = frozenset({SOURCE, *TABLES})

Text = TypeVar("Text", str, str | None)


@dataclass(slots=True)
class Speech:
    """The language of one request, and the languages that its answer came to hold."""

    language: str = SOURCE
    used: set[str] = field(default_factory=set)

    def choose(self, accepted: str | None) -> None:
        """Speak as an `Accept-Language` field asks."""
        self.language = best(accepted, LANGUAGES, SOURCE)

    def promise(self) -> None:
        """A stream is begun: its texts come after its headers."""
        self.used.add(self.language)

    def headers(self) -> Mapping[str, str]:
        """What an answer has to say of its language; nothing when it holds no text."""
        if not self.used:
            return {}
        first = sorted(self.used, key=lambda each: each != self.language)
        return {"Content-Language": ", ".join(first)}


_speech: ContextVar[Speech | None] = ContextVar("speech", default=None)


@contextmanager
def speaking(accepted: str | None) -> Iterator[Speech]:
    """What is said in this block is said in the language that the field asks for."""
    speech = Speech()
    speech.choose(accepted)
    token = _speech.set(speech)
    try:
        yield speech
    finally:
        _speech.reset(token)


def speech() -> Speech:
    """The speech of this request; English outside of any."""
    return _speech.get() or Speech()


def say(english: Text) -> Text:
    """The text in the language of this request, or as it is."""
    if english is None:
        return None
    now = speech()
    said = translated(english, now.language)
    if said is None and " " not in english:
        return english  # a code of ours: the same in every language
    now.used.add(SOURCE if said is None else now.language)
    return english if said is None else said


def can_say(english: str) -> bool:
    """Whether the text has a translation in the language of this request."""
    return translated(english, speech().language) is not None


def translated(english: str, language: str) -> str | None:
    """The text in a language; None when it has none there."""
    table = TABLES.get(language)
    return table.find(english) if table else None
