"""What a reading of the wardrobe says of the clicks on one content: whose is what came up.

Owns the judgement alone, over values. The clicks are the store's to tell, reading is the driver's;
what is written down of it is `look_up`' matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from browser.form.wardrobe_checks import EarlierClicks
from browser.site import FoundItem, LookUp
from gql_api.db.publishing.publish_intents import Clicked
from gql_api.domain.job import Job, Outcome, Result

Items = tuple[FoundItem, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Clicks on one content since the oldest one of unknown outcome, oldest first.

    By its content alone nobody can say which of them has left an item. `doubted` are the ids of
    those whose outcome was not known when a later one was clicked; `others` are the account's
    publishes of other content, or of before.
    """

    clicks: tuple[Clicked, ...]
    doubted: frozenset[str] = frozenset()
    others: tuple[Job, ...] = ()

    @property
    def since(self) -> EarlierClicks:
        """What tells the group's items from older ones.

        Of a forgotten click nobody knows what was there before it: a later one's knowledge counts.
        """
        first = next((each for each in self.clicks if not each.forgotten), self.clicks[0])
        return EarlierClicks(first.at, first.before)

    @property
    def doubtful(self) -> tuple[Clicked, ...]:
        """The clicks whose outcome is not known."""
        return tuple(each for each in self.clicks if each.is_doubtful)

    @property
    def open(self) -> tuple[Clicked, ...]:
        """Those of which nobody has said that the item is not there."""
        return tuple(each for each in self.doubtful if not each.is_said_absent)

    def without_others(self, seen: LookUp) -> LookUp:
        """What was seen without what is known to be another click's."""
        left = _signs(item for other in self.others for item in left_by(other))
        found, similar = (
            tuple(item for item in items if not _is_among(item, left))
            for items in (seen.found, seen.similar)
        )
        return replace(seen, found=found, similar=similar)

    def judged(self, seen: LookUp) -> Mapping[str, Items]:
        """The items that each click has come to, by job id; who is not named stays as it is."""
        left = tuple(item for each in self.clicks for item in left_by(each.job))
        known = _signs(left)
        new = tuple(item for item in seen.found if not _is_among(item, known))
        every = (*_once(left), *new)
        if len(every) > 1 and (new or self._is_doubled):
            return {each.job.id: every for each in self.clicks}
        if len(every) == 1 and new and (owner := self._owner()):
            return {owner.job.id: new}
        return {} if new else self._held(seen)

    def unseen(self, seen: LookUp) -> LookUp:
        """What stays for a click that is not judged: what may be it is not found."""
        known = _signs(item for each in self.clicks for item in left_by(each.job))
        mine = tuple(item for item in seen.found if not _is_among(item, known))
        return replace(seen, found=(), similar=(*mine, *seen.similar))

    @property
    def _is_doubled(self) -> bool:
        """Whether what is known already is more than what was wanted."""
        return any(
            _outcome(each.job) is Outcome.DUPLICATED or (each.job.id in self.doubted and left)
            for each in self.clicks
            for left in [left_by(each.job)]
        )

    def _held(self, seen: LookUp) -> Mapping[str, Items]:
        """The clicks whose item the site has taken, as was told, and holds back."""
        published = (each for each in self.clicks if _outcome(each.job) is Outcome.PUBLISHED)
        mine = {
            each.job.id: tuple(
                item for item in seen.found if item.held and _is_among(item, _signs(left))
            )
            for each in published
            for left in [left_by(each.job)]
        }
        return {job_id: items for job_id, items in mine.items() if items}

    def _owner(self) -> Clicked | None:
        """Whose a single new item is: nobody's for sure while two may have left it."""
        if len(self.open) == 1:
            return self.open[0]
        return None if self.open or not self.doubtful else self.doubtful[-1]


def group_of(
    job: Job,
    clicks: Sequence[Clicked],
    *,
    doubted: frozenset[str] = frozenset(),
    others: Iterable[Job] = (),
) -> Group:
    """The group in which a job's click stands, or would: from its oldest doubtful click on."""
    counts = [
        each
        for each in clicks
        if each.is_doubtful or each.job.id == job.id or each.job.id in doubted
    ]
    since = min((each.at for each in counts), default=None)
    members = tuple(each for each in clicks if since is not None and each.at >= since)
    mine = {each.job.id for each in members}
    return Group(members, doubted, tuple(each for each in others if each.id not in mine))


def left_by(job: Job) -> Items:
    """The items that a publish is known to have left."""
    result = job.result or Result()
    addresses = result.listing_urls or tuple(filter(None, (result.listing_url,)))
    if _outcome(job) is Outcome.OUTCOME_UNKNOWN:
        return ()
    held = _outcome(job) is Outcome.HELD_FOR_REVIEW
    title = job.listing.title
    return tuple(FoundItem(_id_in(url), url, title, held=held) for url in addresses)


def _outcome(job: Job) -> Outcome | None:
    return job.result.outcome if job.result else None


def _id_in(address: str) -> str:
    """The item's id: an address ends with it, or with it and the item's title."""
    return urlsplit(address).path.rpartition("/")[2].partition("-")[0]


def _signs(items: Iterable[FoundItem]) -> frozenset[str]:
    return frozenset(sign for item in items for sign in (item.id, item.url))


def _is_among(item: FoundItem, signs: frozenset[str]) -> bool:
    return not signs.isdisjoint({item.id, item.url})


def _once(items: Iterable[FoundItem]) -> Items:
    return tuple({item.id: item for item in items}.values())
