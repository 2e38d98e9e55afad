"""Every sign by which this folder knows the site, as it is written, with what it is a part of.

Walks over the tables and scripts themselves, so that a new sign is here without being named again.
In place of what differs from listing to listing stands `{code}`, `{id}` or `{title}`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from importlib.resources import files
from typing import Final

from browser.page.locators import Field, Kind
from browser.page.markers import Sign
from browser.sites.vinted import (
    answers,
    dialogs,
    entrance,
    locators,
    membership,
    payload,
    publishing,
)
from browser.sites.vinted.fields import list_panel, offered_fields, parcels, photos
from browser.sites.vinted.form_fields import FORM_FIELDS
from browser.sites.vinted.labels import LABELS
from browser.sites.vinted.markers import MARKERS
from browser.sites.vinted.markets import MARKETS
from browser.sites.vinted.session_cookies import COOKIES

Written = tuple[str, str, str]
"""The part, the sign, and the language of a word."""

_CODE: Final = "{code}"
_FIXED: Final = ("photos", *FORM_FIELDS, _CODE)
_SPOKEN: Final = frozenset({Kind.LABEL, Kind.BUTTON})
_FOLDER: Final = files("browser.sites.vinted")
_PHRASES: Final = re.compile(
    r"""(?:const\ [A-Z_]+\ =\ |(?:all|byTestId|closest|matches|querySelector)\()(["`])(.+?)\1"""
    r"""|(?P<expression>/[^/\n]+/)(?:[a-z]*;|[a-z]*\.(?:test|exec))""",
    re.VERBOSE,
)
_TELLING: Final = re.compile(r"[\[.#-]")
"""What makes a selector more than the name of an element."""
_NAMED: Final = re.compile(r"\$\{[A-Z_]+\}")
"""A constant that is told of where it is written."""
_READ: Final = re.compile(r"""\.get\("(\w+)"|"(\w+)" in told""")


def written() -> Iterator[Written]:
    """All of them; one may be told more than once."""
    for language in ("", *LABELS):
        yield from _form(language)
    yield from _lists()
    yield from _scripts()
    yield from _dialogs()
    yield from _obstacles()
    yield from _calls()
    yield from (("session", name, "") for name in sorted(_session()))
    yield from _markets()


def _session() -> set[str]:
    return {*COOKIES.kept, COOKIES.access, COOKIES.refresh or ""}


def _form(language: str) -> Iterator[Written]:
    known = locators.Locators(language)
    found = [
        *(known.field(name) for name in _FIXED),
        *(known.search(name) for name in ("category", "brand", _CODE)),
        *(known.button(name) for name in ("publish", "save_draft")),
        known.parcel("{id}", "{title}"),
        *parcels._behind("{id}"),
        *(locators.PHOTOS, locators.BUMP, locators.PARCEL, locators.OUTSIDE, locators.SELL_LINK),
        photos._DELETE,
    ]
    for field in found:
        yield from _ways(field, language)
    yield from (("done", word, language) for word in known.keep_words)


def _ways(field: Field, language: str) -> Iterator[Written]:
    for candidate in field.candidates:
        if candidate.kind is Kind.NEAR:
            # The word is the label's, what is assumed is that it stands beside its control.
            yield _CODE, "near={label}", ""
        else:
            word = language if candidate.kind in _SPOKEN else ""
            yield str(field.name), str(candidate), word


def _lists() -> Iterator[Written]:
    yield from (("list", piece, "") for piece in pieces(locators.PANEL))
    yield from (("list", f"{beginning}{_CODE}", "") for beginning in list_panel._KNOWN)
    yield from (("photos", sign, "") for sign in locators.PHOTO_CARDS)
    yield from (("member", piece, "") for piece in pieces(locators.AVATAR))


def _scripts() -> Iterator[Written]:
    for script in (*_FOLDER.iterdir(), *(_FOLDER / "fields").iterdir()):
        if script.name.endswith(".js"):
            text = script.read_text(encoding="utf-8")
            yield from ((script.name.removesuffix(".js"), sign, "") for sign in phrases(text))
    for part, condition in (("entrance", entrance._JOIN), ("entrance", entrance._SHELL)):
        yield from ((part, sign, "") for sign in phrases(condition.script))
    yield from (("offers", sign, "") for sign in phrases(offered_fields._MOUNTED))


def phrases(script: str) -> Iterator[str]:
    """The selectors and expressions of a script that say more than an element's name."""
    for found in _PHRASES.finditer(script):
        if found["expression"]:
            yield found["expression"]
        else:
            yield from filter(_tells, pieces(found[2]))


def _tells(piece: str) -> bool:
    return _TELLING.search(piece) is not None and not _NAMED.fullmatch(piece)


def pieces(selector: str) -> list[str]:
    """The parts of a list of selectors, those in brackets left whole."""
    found, depth = [""], 0
    for sign in selector:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
    return [piece.strip() for piece in found]


def _dialogs() -> Iterator[Written]:
    for each in dialogs.INTERRUPTIONS:
        # What every dialog shares tells none of them.
        sign = f"dialog {each.name}" if each.sign == dialogs._DIALOGS else each.sign
        yield "dialog", sign, ""
        # The words of cards are all of one kind, and many.
        words = ("{words}",) if each.name == "card" else each.words
        yield from (("dialog", f"{each.name}: {word}", "") for word in words)
        if each.answer:
            yield from _ways(each.answer, "")


def _obstacles() -> Iterator[Written]:
    for field in fields(MARKERS):
        for sign in _each(getattr(MARKERS, field.name)):
            yield "obstacle", f"{field.name} {sign}", ""


def _each(value: object) -> Iterator[str]:
    if isinstance(value, Sign):
        yield " + ".join(value.needles)
    elif isinstance(value, str | int | float):
        yield str(value)
    elif isinstance(value, Mapping):
        yield from map(str, value)
    elif isinstance(value, Iterable):
        for each in value:
            yield from _each(each)


def _calls() -> Iterator[Written]:
    members = {
        *payload._CONTENT,
        *payload._TICKS.values(),
        *payload._OTHER_KEYS.values(),
        *payload._TEXTS,
        *(key for places in payload._CHOICES for keys in places.keys for key in keys),
        *_read("payload"),
    }
    yield from (("payload", f"payload {name}", "") for name in sorted(members))
    yield from (("answer", f"answer {name}", "") for name in sorted(_read("publishing")))
    codes = {*publishing._VERIFICATION_CODES, publishing._ACCESS_DENIED}
    yield from (("answer", f"code {code}", "") for code in sorted(codes))
    yield "answer", publishing._INVALID, ""
    yield from (("answer", f"condition {id_}", "") for id_ in sorted(offered_fields.CONDITIONS))
    yield from (("answer", f"field {name}", "") for name in publishing._FIELDS)
    yield from (("answer", f"signed out {code}", "") for code in sorted(membership._SIGNED_OUT))
    yield from (("call", path, "") for path in (*publishing.ADDRESSES, *answers._KEPT))


def _read(module: str) -> set[str]:
    """The members of the site's answers and calls that a module reads by their names."""
    text = _FOLDER.joinpath(f"{module}.py").read_text(encoding="utf-8")
    return {one or other for one, other in _READ.findall(text)}


def _markets() -> Iterator[Written]:
    for host, market in MARKETS.items():
        yield "market", host, ""
        for name in ("min_price", "max_price"):
            if getattr(market, name) is not None:
                yield "market", f"{name} {market.currency}", ""
