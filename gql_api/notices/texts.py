"""What a notice says where a channel shows text: what happened, what was kept, the next act.

By its kind alone, so that it can hold nothing of a listing or its seller. Its link follows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from browser.messages import Message
from gql_api.domain.notice import NoticeKind
from gql_api.texts import translated


@dataclass(frozen=True, slots=True)
class Words:
    """A notice in words: its title, and what follows it."""

    title: str
    body: str


_TEXTS: Final[Mapping[NoticeKind, tuple[Message, Message]]] = {
    NoticeKind.QUESTION_WAITING: (
        Message("A listing has a question"),
        Message(
            "What it says does not decide every field. Everything given is kept, and nothing was "
            "published. Answer the question."
        ),
    ),
    NoticeKind.READY_FOR_YES: (
        Message("A listing is ready for your yes"),
        Message(
            "The form is filled, and nothing was published. What was filled is kept for a while. "
            "Look at the picture, and say yes or correct it."
        ),
    ),
    NoticeKind.NEEDS_MANUAL: (
        Message("A listing cannot go on without you"),
        Message(
            "Something stands in its way. The listing is kept, and this job has published "
            "nothing. See what stands there and what to do about it."
        ),
    ),
    NoticeKind.NOT_READY: (
        Message("A listing is not ready"),
        Message(
            "Something is missing, or has changed since it was prepared. Everything given is kept, "
            "and this job has published nothing. See what it is, and prepare the listing again."
        ),
    ),
    NoticeKind.REJECTED_BY_SITE: (
        Message("The site has refused a listing"),
        Message(
            "Everything given is kept, and this job has published nothing. See what the site "
            "names, correct it, and prepare the listing again."
        ),
    ),
    NoticeKind.PUBLISHED: (
        Message("A listing is published"),
        Message("The site has taken it, and the receipt is kept. Look at it."),
    ),
    NoticeKind.HELD_FOR_REVIEW: (
        Message("The site is reviewing a listing"),
        Message(
            "It has taken it, and shows it once it has looked at it. The receipt is kept. Nothing "
            "has to be done."
        ),
    ),
    NoticeKind.DUPLICATED: (
        Message("A listing is on the site more than once"),
        Message(
            "The site has stored it more than once. Nothing is deleted for you, and the receipt "
            "is kept. Keep one, and delete the others on the site."
        ),
    ),
    NoticeKind.OUTCOME_UNKNOWN: (
        Message("It is not known whether a listing was published"),
        Message(
            "The button was pressed once at most, and the site's answer is missing. Nothing is "
            "pressed again. Look whether it is there, and say so."
        ),
    ),
    NoticeKind.DRAFT_UNKNOWN: (
        Message("It is not known whether a draft was saved"),
        Message(
            "The site may have it among your drafts. Nothing was published, and nothing is saved "
            "again until that is known. Look whether it is there, and say so."
        ),
    ),
    NoticeKind.SESSION_EXPIRED: (
        Message("The session with the site has ended"),
        Message(
            "Nothing was published, and everything given is kept. Save a fresh session. The rows "
            "of an import go on by themselves then; start a single listing again."
        ),
    ),
    NoticeKind.TEST: (
        Message("A test of Fripier's notices"),
        Message("It has reached you. Nothing has to be done."),
    ),
}


def words_of(kind: NoticeKind, language: str) -> Words:
    """What a notice of a kind says in a language, in English where that has none."""
    title, body = _TEXTS[kind]
    return Words(translated(title, language) or title, translated(body, language) or body)
