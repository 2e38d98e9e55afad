"""The words of the pages that block a visitor, each with where and when it was seen.

Owns the texts alone; which obstacle comes where, and in what form, is challenges.py. Texts that no
source has (human checks in French, Polish and Italian) are not made up: those of May stand there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class BlockPage:
    language: str
    title: str
    text: str


BLOCKED = {
    # vinted.fr and .be, 2026-08 to 10, three public projects, M.
    "fr": BlockPage(
        "fr",
        "Ta session a été bloquée",
        "Nous avons remarqué une activité inhabituelle. Ton accès est temporairement bloqué.",
    ),
    "fr_formal": BlockPage(
        "fr",
        "Votre session a été bloquée",
        "Nous avons remarqué une activité inhabituelle. Votre accès est temporairement bloqué.",
    ),
    # vinted.de, May 2026, dumps, H; the words about access: October 2026, M.
    "de": BlockPage(
        "de",
        "Deine Sitzung wurde blockiert",
        "Wir haben ungewöhnliche oder automatisierte Aktivitäten festgestellt und dir "
        "vorübergehend den Zugang gesperrt.",
    ),
    # vinted.de, October 2026, one public project, M.
    "de_formal": BlockPage(
        "de",
        "Ihre Sitzung wurde blockiert",
        "Wir haben ungewöhnliche oder automatisierte Aktivitäten festgestellt und Ihnen "
        "vorübergehend den Zugang gesperrt.",
    ),
    # Several markets, May to October 2026, two sources, M.
    "en": BlockPage(
        "en",
        "Your session has been blocked",
        "We noticed unusual or automated activity and have temporarily blocked your access.",
    ),
    # 2026-11-28, audit of public projects, M.
    "pl": BlockPage(
        "pl",
        "Twoja sesja została zablokowana",
        "Zauważyliśmy nietypową lub zautomatyzowaną aktywność, dlatego tymczasowo "
        "zablokowaliśmy Ci dostęp.",
    ),
    # 2026-11-28, audit of public projects, M.
    "it": BlockPage(
        "it",
        "La tua sessione è stata bloccata",
        "Abbiamo rilevato attività insolite o automatizzate.",
    ),
    # ES, NL, PT and CZ: their texts are unknown (2026-11-28, audit), so that these are no words.
    "unknown": BlockPage("es", "Zurla meko trepada", "Osti vanelo grumido praska."),
}
HUMAN = {
    # vinted.de, May 2026 (informal) and October 2026 (formal), M.
    "de": BlockPage("de", "Bist du ein Mensch?", "Ich bin kein Roboter"),
    "de_formal": BlockPage("de", "Sind Sie ein Mensch?", "Ich bin kein Roboter"),
    # October 2026, one public project, M.
    "en": BlockPage("en", "Are you human?", "I'm not a robot"),
    "unknown": BlockPage("es", "Zurla meko humado?", "Osti robo."),
}
# The robot guard's supplier, in French, seen at other shops, 2026; M that this market shows it.
SUPPLIER = BlockPage("fr", "Accès temporairement restreint", "Pourquoi ce blocage ?")
SUPPLIER_WHY = "Pourquoi cette vérification ?"
# Foreign markets too, in English, not the robot guard's: 2026-11-28, audit, M.
RATE_LIMITED = BlockPage(
    "en",
    "You are rate limited",
    "Too many requests: access to this site is blocked for this computer.",
)
