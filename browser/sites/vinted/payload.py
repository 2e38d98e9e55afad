"""What the sell page is about to send, compared with what was approved, member by member.

Owns the site's names of the members; which spellings of one value are equal is `spellings`'.
Keeping the call back is the gate's, what follows from a difference the callers'. Members as in
five full bodies of the page and of others' tools (hosts .pt, .fr, .de, May to September 2026; the
one of 2026-09-16 a dated capture of the page, .pt; H), the older places of size, condition and
colours as in May 2026 (several sources, H).
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Any, Final

from browser.listing import FieldName, FieldReport
from browser.page.outgoing import UNREADABLE, Approved, Findings
from browser.sell_form import NO_OPTION
from browser.sites.vinted.spellings import number, plain, same_value, same_words, site_id

PAID: Final = "paid_option"
"""What a paid option of the site is called when it was about to be sent."""
CURRENCY: Final = "currency"

_CONTENT: Final = ("item", "draft")
_PAID_KEYS: Final = re.compile(r"push_up|bump|promot|highlight|paid")
_OFF: Final = (None, False, 0, "", "0", "false")
_NO_BRAND: Final = frozenset({None, "1"})
"""The server's own ids of "no brand" (.fr, 2026-07-29 and 08-08, one source, M)."""
_TICKS: Final[Mapping[str, str]] = {FieldName.UNISEX: "is_unisex", "ai_photo": "ai_photo"}
_OTHER_KEYS: Final[Mapping[str, str]] = {"video_game_ratings": "video_game_rating_id"}
_MEASURED: Final = ("isbn", "measurement_width", "measurement_length")
_TEXTS: Final = (*_MEASURED, "manufacturer", "manufacturer_labelling")
"""Members of their own that are empty unless somebody filled their fields."""
_MOST_NAMES: Final = 40
"""Characters of a code of the site's that are told."""
_YES: Final = "yes"
_NO: Final = "no"
_ABSENT: Final = object()


class _Word(Enum):
    """How a member compares."""

    SAME = auto()
    OTHER = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the ids of a choice may stand: groups of members, and the code of an attribute."""

    code: str
    keys: tuple[tuple[str, ...], ...] = ()


_CHOICES: Final = (
    _Places(FieldName.SIZE, (("size_id",),)),
    _Places(FieldName.CONDITION, (("status_id",),)),
    _Places(FieldName.COLOR, (("color_ids",), ("color1", "color2"), ("color1_id", "color2_id"))),
    _Places(FieldName.MATERIAL),
)
"""In the capture of 2026-09-16 size and condition are attributes, before they were members."""
_ELSEWHERE: Final = frozenset(
    {
        FieldName.TITLE,
        FieldName.DESCRIPTION,
        FieldName.PRICE,
        FieldName.PHOTOS,
        FieldName.CATEGORY,
        FieldName.BRAND,
        FieldName.PARCEL_SIZE,
        *(places.code for places in _CHOICES),
        *_TICKS,
    }
)
"""Fields that have a comparison of their own."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """The members of a call: those of the item, and what stands around it."""

    item: Mapping[str, Any]
    around: Mapping[str, Any]

    def get(self, name: str) -> Any:
        return self.item.get(name, _ABSENT)

    @property
    def attributes(self) -> dict[str, Any] | None:
        """The ids by code; None when the call holds no list of attributes that can be read."""
        rows = self.item.get("item_attributes")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            return None
        return {str(row.get("code")): row.get("ids", _ABSENT) for row in rows}

    def says_nothing_of(self, places: _Places) -> bool:
        """Whether not even an empty place is there for the choice."""
        keys = [key for group in places.keys for key in group]
        return self.attributes is None and not any(key in self.item for key in keys)


def examine(body: bytes | None, approved: Approved, photos: Sequence[str] | None) -> Findings:
    """What differs in a call's body; `photos` are the site's ids of them, None if not known."""
    whole = _read(body)
    items = [whole[name] for name in _CONTENT if isinstance(whole.get(name), dict)]
    if not items:
        return UNREADABLE
    words: dict[str, list[_Word]] = {}
    for item in items:
        for name, word in _compared(_Sent(item, whole), approved, photos):
            words.setdefault(name, []).append(word)
    differing = tuple(name for name, found in words.items() if _Word.OTHER in found)
    unsure = (name for name, found in words.items() if _Word.UNKNOWN in found)
    return Findings(differing, tuple(name for name in unsure if name not in differing))


def _read(body: bytes | None) -> Mapping[str, Any]:
    try:
        whole = json.loads(body or b"", parse_float=Decimal)
    except ValueError:
        return {}
    return whole if isinstance(whole, dict) else {}


def _compared(
    sent: _Sent, approved: Approved, photos: Sequence[str] | None
) -> Iterator[tuple[str, _Word]]:
    listing = approved.listing
    reports = {report.name: report for report in approved.fields}
    yield FieldName.TITLE, _text(sent.get("title"), listing.title)
    yield FieldName.DESCRIPTION, _text(sent.get("description"), listing.description)
    yield FieldName.PRICE, _price(sent.get("price"), listing.price.amount)
    yield CURRENCY, _currency(sent.get("currency"), listing.price.currency)
    yield FieldName.CATEGORY, _category(sent, reports.get(FieldName.CATEGORY))
    yield FieldName.BRAND, _brand(sent, approved, reports.get(FieldName.BRAND))
    for places in _CHOICES:
        yield places.code, _choice(sent, approved, reports.get(places.code), places)
    for name, key in _TICKS.items():
        yield name, _tick(sent.get(key), approved, name, reports.get(name))
    yield from _own(sent, approved, reports)
    yield FieldName.PARCEL_SIZE, _parcel(sent, approved, reports.get(FieldName.PARCEL_SIZE))
    yield FieldName.PHOTOS, _photos(sent, approved, photos)
    yield PAID, _paid(sent)


def _text(sent: Any, wanted: str) -> _Word:
    if sent is _ABSENT or isinstance(sent, dict | list):
        return _Word.UNKNOWN
    return _word(sent is not None and plain(str(sent)) == plain(wanted))


def _word(same: bool) -> _Word:
    return _Word.SAME if same else _Word.OTHER


def _price(sent: Any, wanted: Decimal) -> _Word:
    """A price that cannot be read is another one: it may leave as null, as 0 or not at all."""
    amount = number(sent)
    return _word(amount is not None and amount == wanted)


def _currency(sent: Any, wanted: str) -> _Word:
    if not isinstance(sent, str):
        return _Word.UNKNOWN
    return _word(sent.upper() == wanted.upper())


def _wanted(report: FieldReport | None) -> frozenset[str] | None:
    """The ids that were chosen; None where the page did not tell them."""
    if report is None or not report.option_id:
        return None
    if report.option_id == NO_OPTION:
        return frozenset()
    ids = [site_id(id_) for id_ in report.option_id.split(",")]
    known = frozenset(id_ for id_ in ids if id_)
    return known if None not in ids else None


def _category(sent: _Sent, report: FieldReport | None) -> _Word:
    found, wanted = sent.get("catalog_id"), _wanted(report)
    if found is None:
        return _Word.OTHER
    if wanted is None or site_id(found) is None:
        return _Word.UNKNOWN
    return _word({site_id(found)} == wanted)


def _brand(sent: _Sent, approved: Approved, report: FieldReport | None) -> _Word:
    """By its id where one was chosen, and by its name wherever the call holds one."""
    id_, name = sent.get("brand_id"), sent.get("brand")
    nameless = name is _ABSENT or name in (None, "")
    without = nameless and (id_ is _ABSENT or site_id(id_) in _NO_BRAND)
    shown = approved.reading.values.get(FieldName.BRAND)
    text = report.chosen if report else shown
    if report is None and not text:
        return _unapproved(approved, empty=without)
    wanted = _wanted(report)
    if wanted == frozenset():
        # The server's own "no brand" may carry the words of its row.
        is_row = site_id(id_) == "1" and isinstance(name, str) and same_words(name, text or "")
        return _word(without or is_row)
    if isinstance(name, str) and name and not same_words(name, text or ""):
        return _Word.OTHER
    named = isinstance(name, str) and bool(name)
    if wanted is None or id_ is _ABSENT:
        return _Word.SAME if named else _lost(without and id_ is not _ABSENT)
    return _Word.UNKNOWN if isinstance(id_, dict | list) else _word({site_id(id_)} == wanted)


def _lost(lost: bool) -> _Word:
    return _Word.OTHER if lost else _Word.UNKNOWN


def _unapproved(approved: Approved, *, empty: bool) -> _Word:
    """Of what the form did not show: it is not sent either, or nobody approved it."""
    if empty:
        return _Word.SAME
    return _Word.OTHER if approved.fields else _Word.UNKNOWN


def _choice(sent: _Sent, approved: Approved, report: FieldReport | None, places: _Places) -> _Word:
    found = list(_found(sent, places))
    if None in found:
        return _Word.UNKNOWN
    told = {ids for ids in found if ids}
    if report is None and places.code not in approved.reading.values:
        return _unapproved(approved, empty=not told)
    wanted = _wanted(report)
    if wanted is None:
        return _lost(report is not None and not told and not sent.says_nothing_of(places))
    if told or not wanted:
        return _word(told == ({wanted} if wanted else set()))
    return _lost(not sent.says_nothing_of(places))


def _found(sent: _Sent, places: _Places) -> Iterator[frozenset[str] | None]:
    """The ids at each place of a choice; None for a shape that is not known."""
    for group in places.keys:
        yield _ids([sent.get(key) for key in group])
    if sent.attributes is not None:
        yield _ids([sent.attributes.get(places.code)])


def _ids(values: Sequence[Any]) -> frozenset[str] | None:
    flat = [each for value in values for each in (value if isinstance(value, list) else [value])]
    ids = [site_id(each) for each in flat if each is not _ABSENT and each is not None]
    return None if None in ids else frozenset(id_ for id_ in ids if id_)


def _tick(sent: Any, approved: Approved, name: str, report: FieldReport | None) -> _Word:
    """A tick that is not sent is none."""
    shown = report.chosen if report else approved.reading.values.get(name)
    return _ticked(sent, shown == _YES)


def _ticked(sent: Any, wanted: bool) -> _Word:
    if sent is _ABSENT:
        return _Word.UNKNOWN if wanted else _Word.SAME
    if sent is None or isinstance(sent, bool):
        return _word(bool(sent) == wanted)
    return _Word.UNKNOWN


def _own(
    sent: _Sent, approved: Approved, reports: Mapping[str, FieldReport]
) -> Iterator[tuple[str, _Word]]:
    """The fields that only some categories have, and attributes of which nothing was approved."""
    for name, report in reports.items():
        if name not in _ELSEWHERE:
            yield name, _attribute(sent, report)
    for name in _TEXTS:
        if name not in reports:
            yield name, _left_alone(sent.get(name), approved, name)
    for code, ids in (sent.attributes or {}).items():
        if code not in reports and code not in _ELSEWHERE and ids not in (_ABSENT, None, []):
            yield code[:_MOST_NAMES], _Word.UNKNOWN


def _left_alone(sent: Any, approved: Approved, name: str) -> _Word:
    """A text that nobody gave: as the form showed it, which may have come with it, else empty."""
    shown = approved.reading.values.get(name)
    empty = sent is _ABSENT or sent in (None, "", 0)
    if shown and (empty or isinstance(sent, dict | list)):
        return _Word.UNKNOWN
    if shown:
        return _word(same_value(str(sent), shown))
    if empty or name in _MEASURED:
        return _unapproved(approved, empty=empty)
    return _Word.UNKNOWN


def _attribute(sent: _Sent, report: FieldReport) -> _Word:
    wanted, attributes = _wanted(report), sent.attributes or {}
    if report.name in attributes:
        ids = _ids([attributes[report.name]])
        return _Word.UNKNOWN if ids is None or wanted is None else _word(ids == wanted)
    return _member(_first(sent, report.name), report)


def _first(sent: _Sent, name: str) -> Any:
    keys = (name, f"{name}_id", _OTHER_KEYS.get(name, name))
    return next((sent.get(key) for key in keys if key in sent.item), _ABSENT)


def _member(sent: Any, report: FieldReport) -> _Word:
    """A member of its own, by id, by text, or as a tick."""
    if sent is _ABSENT and report.chosen != _NO:
        return _Word.UNKNOWN
    if sent is _ABSENT or isinstance(sent, bool):
        return _ticked(sent, report.chosen == _YES)
    if isinstance(sent, dict | list):
        return _Word.UNKNOWN
    wanted = _wanted(report)
    if wanted and site_id(sent) is not None:
        return _word({site_id(sent)} == wanted)
    return _word(sent is not None and same_value(str(sent), report.chosen or ""))


def _parcel(sent: _Sent, approved: Approved, report: FieldReport | None) -> _Word:
    """The form shows a parcel and the call has none: the choice is lost on its way.

    Seen with the radio visibly checked (.fr and others, until 2026-09-25, and again on the evening
    of 2026-10-06; several sources, H); the site refuses the item, or takes it without a format.
    """
    found = sent.get("package_size_id")
    shown = approved.reading.values.get(FieldName.PARCEL_SIZE) or (report and report.option_id)
    empty = found is _ABSENT or found in (None, 0, "")
    if not shown:
        return _Word.SAME if empty else _Word.UNKNOWN
    if empty:
        return _Word.OTHER
    wanted = site_id(shown)
    if wanted is None or isinstance(found, dict | list):
        return _Word.UNKNOWN
    return _word(site_id(found) == wanted)


def _photos(sent: _Sent, approved: Approved, wanted: Sequence[str] | None) -> _Word:
    """The same photos in the same order; what else is told of each is let be."""
    rows = sent.get("assigned_photos")
    if rows is _ABSENT or rows is None:
        rows = []
    if not isinstance(rows, list):
        return _Word.UNKNOWN
    count = approved.reading.photo_count if wanted is None else len(wanted)
    if len(rows) != count:
        return _Word.OTHER
    ids = [site_id(row.get("id") if isinstance(row, dict) else row) for row in rows]
    if rows and (wanted is None or None in ids):
        return _Word.UNKNOWN
    return _word(ids == list(wanted or ()))


def _paid(sent: _Sent) -> _Word:
    """Whether something that costs money is switched on, wherever it stands."""
    around = {key: value for key, value in sent.around.items() if key not in _CONTENT}
    return _word(not any(_switched_on(held) for held in (around, sent.item)))


def _switched_on(held: Mapping[str, Any]) -> bool:
    return any(_PAID_KEYS.search(key.lower()) and _is_on(value) for key, value in held.items())


def _is_on(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_is_on(each) for each in value.values())
    return value != [] and value not in _OFF
