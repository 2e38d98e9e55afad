"""The rows of devices that are told by Web Push: sealed, bound to an owner and what let them in.

Owns how many an owner may have, that an address is opened for whoever sends alone, and that what
waits for a device goes with it. What may be an address is said by `notices.push_services`.
"""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from cryptography.fernet import InvalidToken, MultiFernet

from browser.messages import Message
from gql_api.db.database import Database
from gql_api.db.notices.outbox import TURN, DeliveryState, insert_notice
from gql_api.db.tables import api_keys, jobs, notices, push_devices
from gql_api.domain.caller import MANAGED
from gql_api.domain.notice import NoticeKind
from gql_api.domain.push import CHANNEL, MOST, Device, Subscription
from gql_api.errors import Conflict

PURPOSE: Final = "push-devices"
FORGOTTEN: Final = timedelta(days=90)
"""After so long without a look at the console on it a device is told no more."""


@dataclass(frozen=True, slots=True)
class Subscribed:
    """What is kept of a device that subscribes; without a language the one that it had counts."""

    owner: str
    subscription: Subscription
    service: str
    credential: str
    language: str | None
    otherwise: str
    replaces: str | None = None


class DeviceStore:
    """The devices of one database; `now` is the clock, `seal` keeps their addresses."""

    def __init__(self, database: Database, now: Callable[[], datetime], seal: MultiFernet) -> None:
        self._database = database
        self._now = now
        self._seal = seal

    async def put(self, given: Subscribed) -> Device:
        """Keep a subscription, or note that it is still wanted; `Conflict` past `MOST`.

        One that is new is told so, which tries the way to it. A browser has one: whoever
        subscribes with it last is told.
        """
        device_id, now = given.subscription.id, self._now()
        text = json.dumps([device_id, *_members(given.subscription)]).encode()
        sealed = self._seal.encrypt(text)

        def work(tx: sa.Connection) -> Device:
            before = _device(tx, device_id)
            known = before if before and before.owner == given.owner else None
            other = _replaced(tx, given, device_id)
            _remove(tx, [each.id for each in (before, other) if each and each is not known])
            _require_room(tx, given.owner, device_id)
            earlier = known or other
            device = Device(
                device_id,
                given.owner,
                given.service,
                given.language or (earlier.language if earlier else given.otherwise),
                earlier.created_at if earlier else now,
                now,
                earlier.given_at if earlier else None,
            )
            values = {name: getattr(device, name) for name in Device.__dataclass_fields__}
            tx.execute(sa.delete(push_devices).where(push_devices.c.id == device_id))
            kept = values | {"sealed": sealed, "credential": given.credential}
            tx.execute(sa.insert(push_devices).values(**kept))
            if earlier is None:
                nothing = {"job_id": None, "import_id": None, "revision": 0}
                insert_notice(tx, [device.channel], NoticeKind.TEST, now, nothing)
            return device

        return await self._database.write(work, turn=TURN)

    async def all(self, owner: str) -> Sequence[Device]:
        """An owner's devices, the newest first."""
        query = sa.select(*_SHOWN).where(push_devices.c.owner == owner)
        query = query.order_by(push_devices.c.created_at.desc(), push_devices.c.id)
        rows = await self._database.read(lambda tx: tx.execute(query).all())
        return [Device(**row._asdict()) for row in rows]

    async def remove(self, device_id: str, owner: str | None = None) -> bool:
        """Forget a device, of this owner where one is named, with what waits for it."""

        def work(tx: sa.Connection) -> bool:
            found = _device(tx, device_id)
            if found is None or owner not in (None, found.owner):
                return False
            _remove(tx, [device_id])
            return True

        return await self._database.write(work, turn=TURN)

    async def open(self, device_id: str) -> tuple[Device, Subscription | None] | None:
        """A device with its address; none where it is gone, or what let it in is.

        Without an address where SECRET_KEY is another one by now: that may be a mistake.
        """
        query = sa.select(push_devices).where(push_devices.c.id == device_id)

        def work(tx: sa.Connection) -> sa.Row[tuple[object, ...]] | None:
            row = tx.execute(query).one_or_none()
            return row if row and _is_let_in(tx, row.credential, self._now()) else None

        row = await self._database.read(work)
        if row is None:
            return None
        shown = {name: getattr(row, name) for name in Device.__dataclass_fields__}
        return Device(**shown), self._opened(device_id, row.sealed)

    async def note_given(self, device_id: str) -> None:
        """Note that its push service has just taken a notice in."""
        mine = push_devices.c.id == device_id
        given = sa.update(push_devices).where(mine).values(given_at=self._now())
        await self._database.write(lambda tx: tx.execute(given))

    async def keep_only(self, credentials: Collection[str]) -> int:
        """Forget the devices that were let in by none of these, nor by a managed key."""
        column = push_devices.c.credential
        lost = ~column.startswith(MANAGED, autoescape=True) & column.not_in(list(credentials))
        return await self._database.write(lambda tx: remove_devices(tx, lost), turn=TURN)

    async def remove_jobless(self, owner: str) -> int:
        """Forget the devices of an owner who has no job left; how many there were."""
        left = sa.select(jobs.c.id).where(jobs.c.owner == owner).limit(1)

        def work(tx: sa.Connection) -> int:
            has_some = tx.execute(left).first() is not None
            return 0 if has_some else remove_devices(tx, push_devices.c.owner == owner)

        return await self._database.write(work, turn=TURN)

    def _opened(self, device_id: str, sealed: bytes) -> Subscription | None:
        try:
            named, *members = json.loads(self._seal.decrypt(sealed))
        except InvalidToken:
            return None
        return Subscription(*members) if named == device_id else None


def remove_devices(tx: sa.Connection, condition: sa.ColumnElement[bool]) -> int:
    """Forget every device of which this is true; how many there were."""
    ids = list(tx.scalars(sa.select(push_devices.c.id).where(condition)))
    _remove(tx, ids)
    return len(ids)


def remove_unseen(tx: sa.Connection, now: datetime) -> int:
    """Forget the devices that nobody has looked at the console on for long."""
    return remove_devices(tx, push_devices.c.renewed_at < now - FORGOTTEN)


_SHOWN: Final = tuple(push_devices.c[name] for name in Device.__dataclass_fields__)


def _members(given: Subscription) -> tuple[str, ...]:
    return given.endpoint, given.p256dh, given.auth, given.key


def _device(tx: sa.Connection, device_id: str) -> Device | None:
    row = tx.execute(sa.select(*_SHOWN).where(push_devices.c.id == device_id)).one_or_none()
    return Device(**row._asdict()) if row else None


def _replaced(tx: sa.Connection, given: Subscribed, device_id: str) -> Device | None:
    if given.replaces in (None, device_id):
        return None
    found = _device(tx, str(given.replaces))
    return found if found and found.owner == given.owner else None


def _require_room(tx: sa.Connection, owner: str, device_id: str) -> None:
    others = sa.select(sa.func.count()).where(
        push_devices.c.owner == owner, push_devices.c.id != device_id
    )
    if tx.execute(others).scalar_one() >= MOST:
        raise Conflict(
            Message(
                "{count} devices are told already: take one that you no longer use out of the "
                "list, then try again.",
                count=MOST,
            ),
            code="too_many_devices",
        )


def _remove(tx: sa.Connection, ids: Sequence[str]) -> None:
    """With what waits for them. What was told of a job stays told, where others hear of it too."""
    theirs = notices.c.channel.in_([CHANNEL + each for each in ids])
    tx.execute(sa.delete(push_devices).where(push_devices.c.id.in_(list(ids))))
    of_none = notices.c.job_id.is_(None) & notices.c.import_id.is_(None)
    tx.execute(sa.delete(notices).where(theirs, of_none))
    waits = notices.c.state == DeliveryState.WAITING
    tx.execute(sa.update(notices).where(theirs, waits).values(state=DeliveryState.DROPPED))


def _is_let_in(tx: sa.Connection, credential: str, now: datetime) -> bool:
    """Whether the key that a device was subscribed with still counts; others are `keep_only`'s."""
    if not credential.startswith(MANAGED):
        return True
    digest = credential.removeprefix(MANAGED)
    query = sa.select(api_keys.c.id).where(
        api_keys.c.digest == digest,
        api_keys.c.revoked_at.is_(None),
        api_keys.c.expires_at.is_(None) | (api_keys.c.expires_at > now),
    )
    return tx.execute(query).one_or_none() is not None
