"""What may come in front of the sell page, and what answers it.

Consent is always refused. A card that only advertises or asks for an opinion, and the notice how
an item is proved authentic, are closed once and told of. A dialog is known by its words; one that
is not known is left to a person, as is whatever asks for money or says that a quota is reached.
"""

from typing import Final

from browser.errors import PayWall
from browser.page.interruptions import Interruption
from browser.page.locators import Field, by_button, by_css, by_id, of_kind
from browser.sites.vinted.labels import LABELS

_DIALOGS: Final = (
    ":is([role=dialog], .web_ui__Dialog__content, .ReactModal__Content)"
    ":not([id^=onetrust], [id^=onetrust] *, :has(.input-dropdown__content))"
)
_CLOSERS: Final = (
    *("Plus tard", "Non merci", "OK", "Compris", "Continuer"),
    *("Later", "Maybe later", "Not now", "No thanks", "Got it", "Continue"),
    *("Später", "Nicht jetzt", "Nein danke", "Nein, danke", "Verstanden", "Weiter"),
)
"""What a button says that only closes a card, the plainest first within each language.

French: vinted.fr, 2026-08 and 09, others' code, one source, M; English "Later" vinted.com,
2026-10-08, several, H; the others are their equivalents. Never a link, and nothing that accepts.
"""
_CLOSE: Final = Field(
    "close_dialog",
    (
        by_css(f"{_DIALOGS} [data-testid*=close]"),
        by_css(f"{_DIALOGS} :is([aria-label=Close], [aria-label=Fermer])"),
        *of_kind(
            f"{_DIALOGS} :not(a[href])",
            [by_button(words) for words in (*(each.close for each in LABELS.values()), *_CLOSERS)],
        ),
    ),
)
MORE_PHOTOS: Final = "more_photos_wanted"
MONEY: Final = (
    "abonnement",
    "subscription",
    "vinted pro",
    "abo.",
    "limite d'articles",
    "item limit",
    "artikellimit",
)
_DEMANDS: Final = (
    *("\u20ac", "$", "£", "zł", "kč", "payer", "paie", "paiement", "payment", "pay ", "bezahl"),
    *("portefeuille", "porte-monnaie", "wallet", "carte bancaire", "credit card", "kreditkarte"),
    *("identité", "identity", "identität", "téléphone", "phone", "telefon", "e-mail", "email"),
    *("passeport", "passport", "ausweis", "mot de passe", "password", "passwort", "iban"),
    *("deux facteurs", "two-factor", "authentifi", "authentication", "captcha", "robot"),
    *("bloqu", "suspen", "gesperrt"),
)
"""Words for money, identity and a locked account: whatever else a dialog says, a person looks."""
_FORBIDDEN: Final = (
    *MONEY,
    *_DEMANDS,
    *("prix", "price", "preis", "achat", "achète", "buy", "kauf", "frais", "fee", "gebühr"),
    *("boost", "réduction", "discount", "rabatt", "banque", "bank"),
    *("vérifi", "verif", "verifizier", "bestätig", "confirm", "adresse", "address"),
    *("code", "block"),
    *("obligatoire", "mandatory", "required", "erforderlich", "conditions générales", "terms"),
)
"""What makes a card one that a person has to look at: money, identity, or something it demands."""
_OPINION: Final = (
    *("ton avis", "votre avis", "recommander", "recommanderais", "sondage", "enquête"),
    *("satisfait", "ton opinion", "votre opinion", "que penses-tu", "que pensez-vous"),
    *("your opinion", "feedback", "recommend", "survey", "how likely", "how satisfied"),
    *("deine meinung", "ihre meinung", "weiterempfehlen", "umfrage", "zufrieden", "wie gefällt"),
)
_ADVERT: Final = (
    *("découvre", "découvrez", "nouveauté", "quoi de neuf", "parraine", "invite tes ami"),
    *("télécharge l'appli", "téléchargez l'appli", "essaie", "essayez", "promo"),
    *("discover", "what's new", "introducing", "new feature", "invite your friends"),
    *("get the app", "download the app"),
    *("entdecke", "neuigkeit", "was gibt's neues", "lade die app", "lade deine freunde", "probier"),
)
# No source has the words of these cards (2026-11): what is not plainly one of them is unknown.
_LUXURY: Final = ("articles de luxe", "luxury items", "luxusartikel")
_AUTHENTICITY: Final = ("authenti", "echtheit", " echt ")
INTERRUPTIONS: Final = (
    Interruption(
        "consent",
        "#onetrust-banner-sdk",
        Field("reject_cookies", (by_id("onetrust-reject-all-handler"),)),
        is_dialog=False,
    ),
    # Can cover any page; has a way to close it, which would answer it. 2026-10, others' code, L.
    Interruption("country", "[data-testid='domain-select-modal--overlay']"),
    # The site's own failure, over the form: others' code, 2026-05 and 2026-10, one source, M.
    Interruption("site_error", "[data-testid='item-upload-critical-error-dialog--overlay']"),
    # At the publish press, which then made no call: vinted.fr, 2026-07-11, live, one source, M.
    Interruption("luxury_photos", _DIALOGS, words=_LUXURY, reason=MORE_PHOTOS),
    Interruption(
        "authenticity",
        _DIALOGS,
        _CLOSE,
        words=_AUTHENTICITY,
        unless=_DEMANDS,
        told=True,
    ),
    Interruption("pay_wall", _DIALOGS, words=MONEY, error=PayWall),
    Interruption(
        "card", _DIALOGS, _CLOSE, (*_OPINION, *_ADVERT), _FORBIDDEN, told=True, covering=True
    ),
    Interruption("unknown", _DIALOGS, covering=True),
)
