"""The photos of the sell page: given to the hidden input, proved by the answers and the cards.

All at once first, which is fastest. The cards follow the order of the answers on some pages, so
their order is compared; when it differs the photos are given again one by one.
"""

import operator
from collections.abc import Iterable, Sequence
from typing import Any, Final
from urllib.parse import urlsplit

from browser.errors import (
    ChallengeKind,
    ChallengeRequired,
    ListingRefused,
    PhotoTimeout,
    Place,
    SessionExpired,
    SiteUnreachable,
)
from browser.listing import FieldName, PhotoFile
from browser.messages import Message
from browser.page.conditions import Condition
from browser.page.input import press
from browser.page.locators import Field, by_css
from browser.sell_form import Counted, Shown
from browser.sites.vinted.answers import body, to
from browser.sites.vinted.fields.form_page import FormPage
from browser.sites.vinted.locators import PHOTO_CARDS

_UPLOAD: Final = to("POST", "photos")
_REFUSALS: Final = frozenset({400, 409, 413, 415, 422})
"""How the site says that it does not take a photo. Anything else says nothing of the photo."""
_DELETE: Final = Field(
    "delete_photo",
    (
        by_css("[data-testid='media-select-grid-delete-button-0']"),
        by_css(f"{PHOTO_CARDS[1]} button"),
    ),
)
_PICTURES: Final = Condition(
    """(cards) => fallback(cards).map((card) => {
      const addresses = [card, ...all("*", card)].map((element) => element.currentSrc
        || (getComputedStyle(element).backgroundImage.match(/url\\("?(.+?)"?\\)/) ?? [])[1]);
      const address = addresses.find(Boolean);
      return address ? new URL(address, location.href).pathname : null;
    })""",
    PHOTO_CARDS,
)


class PhotoArea:
    def __init__(self, page: FormPage) -> None:
        self._page = page
        self._tab = page.tab
        self._answers = page.answers
        self.ids: tuple[str, ...] | None = None
        """The site's ids of the photos, in order; None where its answers do not tell them."""
        self._handed: tuple[PhotoFile, ...] = ()
        self._mark = 0

    async def replace(self, photos: Sequence[PhotoFile], counted: Counted) -> Shown:
        """Make these the form's photos, in order."""
        shown = await self.begin(photos)
        await self.taken(counted)
        await self.arrange(counted)
        return shown

    async def begin(self, photos: Sequence[PhotoFile]) -> Shown:
        """Take away what the form holds, and hand over all files."""
        place = await self._tab.find(self._page.locators.field("photos"), visible=False)
        await self._clear()
        self.ids, self._handed, self._mark = (), tuple(photos), self._answers.mark
        if photos:
            await self._hand_over(photos)
        return Shown(str(len(photos)), place.rank)

    async def taken(self, counted: Counted) -> None:
        """Wait until the site has taken what was handed over."""
        photos = self._handed
        for number, _ in enumerate(photos, start=1):
            await self._must_be_taken(number, self._mark, photos)
            await counted(number, len(photos))

    async def arrange(self, counted: Counted) -> None:
        """See that the cards came out in the order of what was taken; else give them one by one."""
        photos = self._handed
        if not photos:
            return
        await self._must_show(len(photos))
        taken = await self._taken(self._mark)
        if len(photos) > 1 and not await self._in_order(taken):
            await self._clear()
            self.ids = ()
            await self._one_by_one(photos, counted)

    async def _one_by_one(self, photos: Sequence[PhotoFile], counted: Counted) -> None:
        for number, photo in enumerate(photos, start=1):
            mark = self._answers.mark
            await self._hand_over([photo])
            await self._must_be_taken(1, mark, [photo], first=number)
            await self._must_show(number)
            await self._taken(mark)
            await counted(number, len(photos))

    async def _hand_over(self, photos: Sequence[PhotoFile]) -> None:
        place = await self._tab.handle(self._page.locators.field("photos"), visible=False)
        await place.set_input_files([photo.path for photo in photos])

    async def _must_be_taken(
        self, number: int, mark: int, photos: Sequence[PhotoFile], *, first: int = 1
    ) -> None:
        """Wait for one more answer; a refusal names its photo, of which `first` is the place."""
        seconds = self._tab.timeouts.upload
        answers = await self._answers.arrived(_UPLOAD, seconds=seconds, count=number, after=mark)
        if len(answers) < number:
            await self._tab.probe(Place.AFTER_PHOTOS)
            late = self._unanswered(mark)
            waits = await self._tab.pending()
            raise PhotoTimeout(FieldName.PHOTOS, waits, photo=named(photos[late], first + late))
        answer = answers[number - 1]
        if answer.ok and await body(answer) is not None:
            return
        await self._tab.probe(Place.AFTER_PHOTOS)
        if answer.status >= 500:
            raise SiteUnreachable("the site cannot take photos now")
        if answer.status == 401:
            raise SessionExpired("the site answers as to a guest")
        if answer.status in _REFUSALS and isinstance(await body(answer), dict):
            calls = self._answers.calls(_UPLOAD, after=mark)
            # A page that sent one again has more calls than photos, and the places mean nothing.
            if len(calls) > len(photos):
                raise ListingRefused(
                    {
                        FieldName.PHOTOS: Message(
                            "a photo is refused ({status})", status=answer.status
                        )
                    }
                )
            place = calls.index(answer.request)
            name = named(photos[place], first + place)
            raise ListingRefused(
                {
                    FieldName.PHOTOS: Message(
                        "photo {name} is refused ({status})", name=name, status=answer.status
                    )
                }
            )
        kind = ChallengeKind.UNEXPECTED_ANSWER
        raise ChallengeRequired(Place.AFTER_PHOTOS, kind=kind, marker="photo: no data")

    def _unanswered(self, mark: int) -> int:
        """The place, from 0, of the first photo handed over since that has no answer."""
        answered = {answer.request for answer in self._answers.answered(_UPLOAD, after=mark)}
        calls = self._answers.calls(_UPLOAD, after=mark)
        late = (place for place, call in enumerate(calls) if call not in answered)
        return next(late, len(answered))

    async def _taken(self, mark: int) -> list[Any]:
        """The answers to the photos handed over since, in that order; their ids are noted."""
        answers = {answer.request: answer for answer in self._answers.answered(_UPLOAD, after=mark)}
        calls = self._answers.calls(_UPLOAD, after=mark)
        taken = [await body(answers[call]) for call in calls if call in answers]
        self.ids = joined(self.ids, ids_of(map(_photo, taken)))
        return taken

    async def _in_order(self, taken: Sequence[Any]) -> bool:
        """Whether each card shows the photo that was handed over at its place."""
        shown = await self._tab.read(_PICTURES)
        addresses = [_addresses(photo) for photo in taken]
        return len(shown) == len(addresses) and all(map(operator.contains, addresses, shown))

    async def _must_show(self, count: int) -> None:
        shows = Condition(
            "({cards, count}) => fallback(cards).length === count", _cards(count=count)
        )
        if not await self._tab.until(shows):
            raise await self._tab.lost(Field("photos", tuple(map(by_css, PHOTO_CARDS))))

    async def _clear(self) -> None:
        """Take away what the form holds, one photo at a time."""
        counted = Condition("({cards}) => fallback(cards).length", _cards())
        for count in range(await self._tab.read(counted), 0, -1):
            fewer = Condition(
                "({cards, count}) => fallback(cards).length < count", _cards(count=count)
            )
            await press(self._tab, _DELETE, fewer)


def _cards(**more: object) -> dict[str, object]:
    return {"cards": PHOTO_CARDS, **more}


def named(photo: PhotoFile, place: int) -> str:
    """A photo as its seller knows it: by its place, and by the name of its file."""
    return f"{place} ({photo.filename})" if photo.filename else str(place)


def ids_of(photos: Iterable[Any]) -> tuple[str, ...] | None:
    """The ids of photos that the site told of; None when one has none."""
    ids = [photo.get("id") if isinstance(photo, dict) else None for photo in photos]
    return None if None in ids else tuple(str(id_) for id_ in ids)


def joined(before: tuple[str, ...] | None, more: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Ids after those from before; None as soon as one of them is not known."""
    return None if before is None or more is None else (*before, *more)


def _photo(answer: Any) -> Any:
    """An uploaded photo, which some answers wrap."""
    return answer.get("photo", answer) if isinstance(answer, dict) else {}


def _addresses(answer: Any) -> frozenset[str]:
    """The paths under which an uploaded photo may be shown."""
    found = _photo(answer)
    links = [found.get("url"), *(thumb.get("url") for thumb in found.get("thumbnails") or ())]
    return frozenset(urlsplit(link).path for link in links if link)
