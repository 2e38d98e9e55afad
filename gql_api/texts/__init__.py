"""Says texts in the caller's language; the English that is raised and stored is the source.

Every text is written in English where it belongs, and said by `say` as an answer is rendered. What
a language lacks is said in the next one that the caller likes, and else in English. `middleware`
opens a `Speech` for each request or socket.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, TypeVar

from gql_api.texts import de, fr
from gql_api.texts.accepted import preferred
from gql_api.texts.table import Table

SOURCE: Final = "en"
TABLES: Final[Mapping[str, Table]] = {"de": Table(de.TEXTS), "fr": Table(fr.TEXTS)}
LANGUAGES: Final = frozenset({SOURCE, *TABLES})

Text = TypeVar("Text", str, str | None)


@lru_cache(128)
def _liked(accepted: str | None) -> tuple[str, ...]:
    """Callers send the same few fields again and again."""
    return preferred(accepted, LANGUAGES, SOURCE)


@dataclass(slots=True)
class Speech:
    """The languages of one request, best first, and those that its answer came to hold."""

    languages: tuple[str, ...] = (SOURCE,)
    used: set[str] = field(default_factory=set)

    def choose(self, accepted: str | None) -> None:
        """Speak as an `Accept-Language` field asks."""
        self.languages = _liked(accepted)

    @property
    def language(self) -> str:
        """The language that is liked best."""
        return self.languages[0]

    def promise(self) -> None:
        """A stream is begun: its texts come after its headers."""
        self.used.add(self.language)

    def headers(self) -> Mapping[str, str]:
        """What an answer has to say of its language; nothing when it holds no text."""
        if not self.used:
            return {}
        return {"Content-Language": ", ".join(sorted(self.used, key=self.languages.index))}

    def translated(self, english: str) -> tuple[str, str] | None:
        """The text in the first language that has it, and which; None when it is English."""
        for language in self.languages:
            if (said := translated(english, language)) is not None:
                return said, language
        return None


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
    """The text in the language that this request likes best among those that have it."""
    if english is None:
        return None
    now = speech()
    found = now.translated(english)
    if found is None and " " not in english:
        return english  # a code of ours: the same in every language
    said, language = found or (english, SOURCE)
    now.used.add(language)
    return said


def can_say(english: str) -> bool:
    """Whether the text has a translation in a language of this request."""
    return speech().translated(english) is not None


def translated(english: str, language: str) -> str | None:
    """The text in a language; None when it has none there."""
    table = TABLES.get(language)
    return table.find(english) if table else None
