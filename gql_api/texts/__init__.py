"""Says messages in the caller's language, by gettext catalogues, as an answer is rendered.

A `Message` is looked up by its English template, and what has no values by its English itself;
the site's own words are never looked up. What a language lacks is said in the next one that the
caller likes, and else in English. `middleware` opens a `Speech` for each request or socket.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final, TypeVar

from browser.messages import Message, SiteText, Value
from gql_api.texts.accepted import preferred

SOURCE: Final = "en"
DOMAIN: Final = "fripier"
LOCALE: Final = Path(__file__).with_name("locale")
_NARROW_SPACE: Final = "\u202f"

Text = TypeVar("Text", str, str | None)


class _Lacking(NullTranslations):
    """Tells what a catalogue lacks: gettext itself would give back what it was asked."""

    def gettext(self, message: str) -> str:
        return ""


def read_catalogue(language: str, locale: Path = LOCALE) -> NullTranslations:
    """The compiled catalogue of a language."""
    path = locale / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with path.open("rb") as file:
        catalogue = GNUTranslations(file)
    catalogue.add_fallback(_Lacking())
    return catalogue


CATALOGUES: Final[Mapping[str, NullTranslations]] = {
    language: read_catalogue(language) for language in ("de", "fr")
}
LANGUAGES: Final = frozenset({SOURCE, *CATALOGUES})


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

    def translated(self, text: str) -> tuple[str, str] | None:
        """The text in the first language that has it, and which; None when it is English."""
        for language in self.languages:
            if (said := translated(text, language)) is not None:
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


def say(text: Text) -> Text:
    """The text in the language that this request likes best among those that have it."""
    if text is None or isinstance(text, SiteText):
        return text
    now = speech()
    found = now.translated(text)
    if found is None and " " not in text:
        return text  # a code of ours: the same in every language
    said, language = found or (text, SOURCE)
    now.used.add(language)
    return str.__str__(said)


def can_say(text: str) -> bool:
    """Whether the text has a translation in a language of this request."""
    return speech().translated(text) is not None


def translated(text: str, language: str) -> str | None:
    """The text in a language; None when it has none there."""
    catalogue = CATALOGUES.get(language)
    if catalogue is None or isinstance(text, SiteText):
        return None
    if isinstance(text, Message) and text.params:
        return _filled(catalogue.gettext(text.msgid), text.params, language)
    # The empty text is a catalogue's header; what has a brace is no message without values.
    return catalogue.gettext(text) or None if text and "{" not in text else None


def _filled(template: str, params: Mapping[str, Value], language: str) -> str | None:
    values = {name: _said(value, language) for name, value in params.items()}
    return template.format_map(values) if template else None


def _said(value: Value, language: str) -> Value:
    if isinstance(value, Message):
        said = translated(value, language)
        return value if said is None else said
    return _Number(value) if isinstance(value, int) else value


class _Number(int):
    """A number whose thousands stand apart, `{limit:,}`, by a space as in France and Germany."""

    def __format__(self, spec: str) -> str:
        return super().__format__(spec).replace(",", _NARROW_SPACE)
