"""German: what is said of a listing before a browser opens."""

from typing import Final

TEXTS: Final = {
    "There is no photo: the site publishes nothing without.": (
        "Es gibt kein Foto: Ohne Foto veröffentlicht die Seite nichts."
    ),
    "Photo {} is the same as photo {}: leave one of them out.": (
        "Foto {0} ist dasselbe wie Foto {1}: Lassen Sie eines davon weg."
    ),
    "The site refuses emoji in titles: take them out.": (
        "Die Seite lehnt Emojis in Titeln ab: Nehmen Sie sie heraus."
    ),
    "The site refuses rows of symbols in titles: take them out.": (
        "Die Seite lehnt Reihen von Sonderzeichen in Titeln ab: Nehmen Sie sie heraus."
    ),
    "The title is very short: name what it is, its brand or its colour.": (
        "Der Titel ist sehr kurz: Nennen Sie, was es ist, die Marke oder die Farbe."
    ),
    "The title is in capitals: the site refuses too many of them. Write it in small letters.": (
        "Der Titel ist in Großbuchstaben: Die Seite lehnt zu viele davon ab. Schreiben Sie ihn "
        "klein."
    ),
    "The description is very short: say what a buyer cannot see in the photos.": (
        "Die Beschreibung ist sehr kurz: Sagen Sie, was auf den Fotos nicht zu sehen ist."
    ),
    "The {} seems to hold contact data or a link: the site may hide it.": (
        "Im Feld {0} scheinen Kontaktdaten oder ein Link zu stehen: Die Seite kann es verbergen."
    ),
    "The {} names another marketplace ({}): the site may hide it.": (
        "Im Feld {0} wird ein anderer Marktplatz genannt ({1}): Die Seite kann es verbergen."
    ),
    "The site takes no price below {} {}.": "Die Seite nimmt keinen Preis unter {0} {1} an.",
    "The site takes no price above {} {}.": "Die Seite nimmt keinen Preis über {0} {1} an.",
    "The same listing was published before: {}": "Dieselbe Anzeige wurde schon veröffentlicht: {0}",
}
