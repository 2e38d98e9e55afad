"""What may come in front of the sell page, and what answers it.

Consent is always refused. A dialog is known by its words; one that is not known is left to a
person, as is whatever asks for money or says that a quota is reached.
"""

from typing import Final

from browser.errors import PayWall
from browser.locators import Field, by_button, by_css, by_id
from browser.sites.vinted.labels import LABELS
from browser.tab import Interruption

_DIALOGS: Final = (
    ":is([role=dialog], .web_ui__Dialog__content, .ReactModal__Content)"
    ":not([id^=onetrust], [id^=onetrust] *, :has(.input-dropdown__content))"
)
_CLOSE: Final = Field(
    "close_dialog",
    (
        by_css(f"{_DIALOGS} [data-testid*=close]"),
        by_css(f"{_DIALOGS} :is([aria-label=Close], [aria-label=Fermer])"),
        *(by_button(words.close) for words in LABELS.values()),
    ),
)
MONEY: Final = (
    "abonnement",
    "subscription",
    "vinted pro",
    "abo.",
    "limite d'articles",
    "item limit",
    "artikellimit",
)
INTERRUPTIONS: Final = (
    Interruption(
        "consent",
        "#onetrust-banner-sdk",
        Field("reject_cookies", (by_id("onetrust-reject-all-handler"),)),
    ),
    Interruption("authenticity", _DIALOGS, _CLOSE, words=("authenti", "echt")),
    Interruption("pay_wall", _DIALOGS, words=MONEY, error=PayWall),
    Interruption("unknown", _DIALOGS),
)
