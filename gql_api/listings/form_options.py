"""The verb of searching a field's list: what a job's form has shown, without a browser.

Owns which lists are kept ready. The page is not asked: what was read of it is stored with the job,
and outlives the process and the form.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from browser.listing import Option
from browser.messages import Message
from gql_api.db.option_lists import OptionListStore, PackedList
from gql_api.errors import OptionsNotRead
from gql_api.listings.autocomplete import List, Suggestion, found_in_turn, require_bounds

MAX_FIRST: Final = 100
_KEPT: Final = 8
"""Lists that are kept ready: a tree of categories takes some megabytes."""

Ranked = Callable[[str, str, tuple[Option, ...]], List]
"""Makes a field's options, read in a language, ready to be asked. Takes a while."""


@dataclass(frozen=True, slots=True)
class FormOptions:
    """Answers what is searched in the lists of jobs."""

    store: OptionListStore
    ranked: Ranked
    _lists: OrderedDict[tuple[str, str, bytes], List] = field(default_factory=OrderedDict)
    _reading: asyncio.Lock = field(default_factory=asyncio.Lock)
    _finding: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def find(self, job_id: str, name: str, text: str, first: int) -> tuple[Suggestion, ...]:
        """The best options for a text, best first; `InvalidInput`, `OptionsNotRead`."""
        require_bounds(text, first, most=MAX_FIRST)
        kept = await self.store.of(job_id, name)
        if kept is None:
            raise await self._not_read(job_id, name)
        found = await found_in_turn(self._finding, await self._list(name, kept), text, first)
        return tuple(Suggestion(option, language) for option, language in found)

    async def _not_read(self, job_id: str, name: str) -> OptionsNotRead:
        fields = await self.store.fields(job_id)
        if not fields and await self.store.is_published(job_id):
            return OptionsNotRead(
                "The lists of this job's form are gone: they are not kept once its listing is "
                "published. Prepare the listing anew to search them.",
                field="field",
            )
        if not fields:
            return OptionsNotRead(
                "No form of this job was read yet. Wait for its outcome, or call prepare with its "
                "job_id.",
                field="field",
            )
        return OptionsNotRead(
            Message(
                "The form of this job has shown no list for {field}, only for {fields}. A "
                "category's fields are read once it is known: call prepare with its job_id.",
                field=name[:64],
                fields=", ".join(fields),
            ),
            field="field",
        )

    async def _list(self, name: str, kept: PackedList) -> List:
        key = (name, kept.language, sha256(kept.packed).digest())
        async with self._reading:  # two who ask at once read it once
            if key not in self._lists:
                self._lists[key] = await asyncio.to_thread(
                    lambda: self.ranked(name, kept.language, kept.options)
                )
            self._lists.move_to_end(key)
            found = self._lists[key]
            while len(self._lists) > _KEPT:
                self._lists.popitem(last=False)
        return found
