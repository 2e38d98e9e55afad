"""The switches of what the site answers around the form, as it was seen since August 2026.

Owns the part of `Faults` about sessions, obstacles, dialogs, saving, the wardrobe and slowness;
the form's own switches and the check of what is set are faults.py. Where sources disagree, both
readings are values; a fact's date and kind of source stand beside its switch (H, M or L).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, Literal

BlockWords = Literal["plain", "fr", "fr_formal", "de", "de_formal", "en", "pl", "it", "unknown"]
SaveFault = Literal[
    "none",
    "lost_answer",
    "reset_after",
    "error_after",
    "hang",
    "reset_before",
    "error_before",
    "hang_before",
    "denied_before",
]


@dataclass(frozen=True)
class SiteFaults:
    # Sessions, obstacles and answers since August 2026.

    # Sessions. Late renewal: .de, 2026-10-01, one production report, M (7 of 15 jobs).
    late_session_seconds: Annotated[
        float, "seconds from a session's first page load in which it is answered as a guest's"
    ] = 0.0
    late_session_calls: Annotated[
        int, "how many who-am-I calls are answered as a guest's after that first page load"
    ] = 0
    late_session_cure: Annotated[
        Literal["either", "wait", "reload"],
        "what ends the lateness: time or calls, a second page load, or whichever comes first",
    ] = "either"
    # 401 without cookies: many, H. 403: .pt, 2026-09-16, one live capture, M. 200 without a login:
    # .fr, 2026-08-07, one extension's precaution, never seen, L.
    guest_answer: Annotated[
        Literal["unauthorized", "denied", "no_login"],
        "who-am-I for a guest: 401 code 100, 403 code 106, or 200 without a login",
    ] = "unauthorized"
    # A 403 is told apart by its body, JSON with a captcha address or a page with `var dd=` being
    # the guard's: 2026-09 to 10, several, H. That a member meets it at this call is made up.
    who_refused: Annotated[
        Literal["no", "captcha_data", "captcha_page", "verification", "binary"],
        "who-am-I is not answered but met with an obstacle: a captcha's address, the guard's page, "
        "403 code 115, or 200 with bytes",
    ] = "no"
    # .com, 2026-10-06, one live capture, M; the redirect: May 2026, several, H.
    guest_page: Annotated[
        Literal["redirect", "join"],
        "a guest at the sell page is sent to the wall, or gets a join page at the same address",
    ] = "redirect"
    own_current_call: Annotated[bool, "every page asks who is signed in once it is loaded"] = True
    # 2026-11-28, audit of several clients, M: the claim proves nothing.
    id_claim: Annotated[
        Literal["none", "sub", "account_id"],
        "renewed access tokens are opaque, or JWTs with the member's id in this claim",
    ] = "none"
    # 401: .fr, 2026-07, H. 403 with code 106: .pt, 2026-09-16, M.
    unauthorized_as: Annotated[
        Literal[401, 403], "how unauthorized_at answers: 401 code 100, or 403 code 106"
    ] = 401
    # 106 stands for signed out, no CSRF, or a wrong state: 2026-11-28, audit, M; which of them a
    # read of one item can meet is not known, L.
    item_read: Annotated[
        Literal["open", "csrf", "refused", "signed_out"],
        "an item's own data is for its member, with the CSRF token alone, 403 code 106, or 401",
    ] = "open"
    # .lu runs in English: 2026-11-28, audit, M.
    page_language: Annotated[
        Literal["host", "fr", "de", "en"], "the pages' language, whatever the host's is"
    ] = "host"

    # Obstacles. Their texts and sources are block_pages.py.
    block_words: Annotated[
        BlockWords,
        "language and form of address of hard_block and human_check; plain: of May; unknown: made "
        "words, as of ES, NL, PT and CZ, whose texts nobody has told",
    ] = "plain"
    rate_limit_status: Annotated[
        Literal[429, 200], "status of the rate-limit page of the challenge rate_limited"
    ] = 429
    # Some blocks carry it: 2026-08 to 10, two sources, M.
    retry_after: Annotated[int, "Retry-After of both rate limits in seconds; 0: no header"] = 900
    blocked_notice: Annotated[
        bool, "ordinary pages, header and menu included, have a notice with a block page's words"
    ] = False

    # Dialogs and cards.
    # "Item listed": .com, 2026-10-08, and May 2026, three sources, H; the older dialog: .de, May.
    uploaded_dialog: Annotated[
        Literal["after_upload", "list_promotion"], "which dialog greets a published item"
    ] = "list_promotion"
    # .fr and .pt, 2026-07 to 10, four sources, H.
    upload_actions: Annotated[
        Literal["by_outcome", "none", "verification", "another_tip", "both"],
        "after_upload_actions of a publish answer; another_tip makes the page ask for that tip",
    ] = "by_outcome"
    # .com, 2026-10-04, one live capture, M.
    proof_offers: Annotated[
        bool, "the proof dialog also offers to add photos and links to what counts as a proof"
    ] = False
    photos_hint: Annotated[bool, "a hint on the form names photos that should be added"] = False
    # .fr, 2026-07-11, one extension, M.
    luxury_photos: Annotated[
        bool, "a luxury brand with fewer than three photos is not published: a dialog says so"
    ] = False
    # .es, 2026, one source, M.
    critical_error: Annotated[
        bool, "a save that fails without field errors opens the critical error dialog"
    ] = False
    # Coming back and the wording are made up: no source has these texts.
    dialog_returns: Annotated[int, "how often a dialog opens again after it was closed"] = 0
    dialog_return_seconds: Annotated[float, "so long after it was closed"] = 0.3
    dialog_words: Annotated[
        Literal["plain", "money", "identity"], "what a dialog's text also speaks of"
    ] = "plain"
    # .fr, 2026-08 and 09, one extension that closes such cards by these words, M.
    dialog_closer: Annotated[
        Literal["cross", "later"], "what closes the promotion: a cross with a test id, or words"
    ] = "cross"
    promotion_card: Annotated[bool, "a promotion card on the form, with a close button"] = False
    # "Check in progress" before the redirect: .nl, 2026, one extension, M.
    review_seconds: Annotated[float, "seconds of a check between publishing and moving on"] = 0.0

    # Saving, publishing and the wardrobe.
    draft_fault: Annotated[
        SaveFault, "lost_answer, reset_after, error_after, hang: the draft is stored; *_before: not"
    ] = "none"
    draft_fault_times: Annotated[int, "how many draft saves the fault hits; 0: all"] = 0
    draft_delay: Annotated[float, "seconds until a new draft shows in the wardrobe"] = 0.0
    wardrobe_held: Annotated[
        bool, "new items and drafts show in the wardrobe only once they are released"
    ] = False
    # At most 96: .fr, 2026-08-13, one live audit, M.
    wardrobe_page_size: Annotated[int, "entries on a page of the wardrobe answer at most"] = 96
    # No listing date: .fr, 2026-08-13, M; other readers of the same answer show one, L.
    wardrobe_dates: Annotated[bool, "rows of the wardrobe answer carry created_at"] = False
    wardrobe_unreadable: Annotated[
        int, "the page of the wardrobe answer, from 1, that is HTML instead of JSON; 0: none"
    ] = 0
    twin: Annotated[
        Literal["none", "item", "draft"], "a second, equal item or draft is stored with each"
    ] = "none"
    twin_delay: Annotated[float, "seconds until the twin shows in the wardrobe"] = 0.0
    # The profile loads more while it scrolls: general knowledge of the page, M.
    wardrobe_cards: Annotated[int, "cards of the profile page before it is scrolled"] = 20

    # Slowness.
    slow_paths: Annotated[
        dict[str, float], "seconds until the addresses that fit a pattern answer, by pattern"
    ] = field(default_factory=dict)
    hanging_paths: Annotated[tuple[str, ...], "patterns of addresses that never answer at all"] = ()
