"""German: the errors' titles, and what the pages of problems say of them."""

from typing import Final

TEXTS: Final = {
    "Internal error": "Interner Fehler",
    "Root of the tree. `code` is stable, `detail` is for people, `field` names the input.": (
        "Wurzel des Baums. `code` ist beständig, `detail` ist für Menschen, `field` nennt die "
        "Eingabe."
    ),
    "Invalid input": "Ungültige Eingabe",
    "The request cannot be read as what it should be; `field` names the part.": (
        "Die Anfrage lässt sich nicht als das lesen, was sie sein soll; `field` nennt den Teil."
    ),
    "Photo too large": "Foto zu groß",
    "Not a supported photo": "Kein unterstütztes Foto",
    "Photo cannot be decoded": "Foto lässt sich nicht dekodieren",
    "Confirm token is not valid": "Bestätigungs-Token ist nicht gültig",
    "Confirm token has expired": "Bestätigungs-Token ist abgelaufen",
    "Malformed JSON": "Fehlerhaftes JSON",
    "The bytes are no JSON that we take.": "Die Bytes sind kein JSON, das wir annehmen.",
    "Body too large": "Inhalt zu groß",
    "Method not allowed": "Methode nicht erlaubt",
    "Malformed request": "Anfrage nicht lesbar",
    "What arrives is no HTTP that can be read in one way only.": (
        "Was ankommt, ist kein HTTP, das sich nur auf eine Weise lesen lässt."
    ),
    "Request head too large": "Kopf der Anfrage zu groß",
    "Address too long": "Adresse zu lang",
    "Request took too long": "Anfrage dauerte zu lange",
    "Method not known": "Methode unbekannt",
    "Transfer coding not known": "Übertragungskodierung unbekannt",
    "HTTP version not supported": "HTTP-Version nicht unterstützt",
    "Too many connections": "Zu viele Verbindungen",
    "Range not satisfiable": "Bereich außerhalb der Datei",
    "Not acceptable": "Nicht annehmbar",
    "Unsupported media type": "Medientyp nicht unterstützt",
    "Authentication needed": "Anmeldung nötig",
    "Who calls is not known.": "Es ist nicht bekannt, wer aufruft.",
    "No usable session": "Keine brauchbare Sitzung",
    "The account has no usable session; save one.": (
        "Das Konto hat keine brauchbare Sitzung; speichern Sie eine."
    ),
    "The session is not usable": "Die Sitzung ist nicht brauchbar",
    "The given session is a guest's or has expired; the stored one stays.": (
        "Die angegebene Sitzung ist die eines Gastes oder abgelaufen; die gespeicherte bleibt."
    ),
    "Not allowed": "Nicht erlaubt",
    "Publishing is switched off": "Das Veröffentlichen ist abgeschaltet",
    "Not found": "Nicht gefunden",
    "A file that a row names is neither here nor in the store behind it.": (
        "Eine Datei, die eine Zeile nennt, ist weder hier noch im Speicher dahinter."
    ),
    "Conflict": "Konflikt",
    "The state of the job, account or market does not allow it.": (
        "Der Zustand des Auftrags, des Kontos oder des Marktes lässt es nicht zu."
    ),
    "Idempotency key used with another request": (
        "Idempotenzschlüssel mit einer anderen Anfrage verwendet"
    ),
    "Too many requests": "Zu viele Anfragen",
    "Too many open streams": "Zu viele offene Ströme",
    "The caller has as many sockets, subscriptions and event streams open as it may.": (
        "Der Aufrufer hat so viele Sockets, Abonnements und Ereignisströme offen, wie er darf."
    ),
    "The market cannot be used now": "Der Markt ist gerade nicht nutzbar",
    "The market cannot be used, or its page has changed; nothing was clicked.": (
        "Der Markt ist nicht nutzbar, oder seine Seite hat sich geändert; nichts wurde geklickt."
    ),
    "Temporarily unavailable": "Vorübergehend nicht verfügbar",
    "Something on our side cannot be used now.": (
        "Etwas auf unserer Seite ist gerade nicht nutzbar."
    ),
    "A stored file is damaged": "Eine gespeicherte Datei ist beschädigt",
    "What the store holds is not what was kept there; it is not used.": (
        "Was der Speicher enthält, ist nicht das, was dort abgelegt wurde; es wird nicht verwendet."
    ),
    "Storage is unavailable": "Der Speicher ist nicht verfügbar",
    "The database, or where photos are kept, cannot be used now; nothing was acknowledged.": (
        "Die Datenbank, oder wo Fotos liegen, ist gerade nicht nutzbar; nichts wurde bestätigt."
    ),
    "The stored session cannot be opened": "Die gespeicherte Sitzung lässt sich nicht öffnen",
    "The stored sessions cannot be used as they are; nothing was overwritten.": (
        "Die gespeicherten Sitzungen sind so nicht zu verwenden; nichts wurde überschrieben."
    ),
    "The file, or one entry of it, is not what was written.": (
        "Die Datei, oder ein Eintrag darin, ist nicht das, was geschrieben wurde."
    ),
    "The entry was sealed with a key that SECRET_KEY does not hold.": (
        "Der Eintrag wurde mit einem Schlüssel versiegelt, der nicht in SECRET_KEY steht."
    ),
    "The data folder is in use": "Der Datenordner ist in Gebrauch",
    "Another process works on this SQLite database.": (
        "Ein anderer Prozess arbeitet an dieser SQLite-Datenbank."
    ),
    "What to do stands in the answer's <code>detail</code>. Decide by its <code>code</code>; "
    "the words may change.": (
        "Was zu tun ist, steht im Feld <code>detail</code> der Antwort. Entscheiden Sie nach "
        "ihrem <code>code</code>; die Worte können sich ändern."
    ),
    "The key or token lacks a scope": ("Dem Schlüssel oder Token fehlt ein Bereich"),
    "The key or token may not do this; `scope` among the members names what it lacks.": (
        "Der Schlüssel oder das Token darf das nicht; `scope` nennt, was fehlt."
    ),
    "The account's turn was lost": ("Das Konto wurde einem anderen überlassen"),
    "The database server dropped the account's lock, and another worker has taken it.": (
        "Der Datenbankserver hat die Sperre des Kontos fallen lassen, und ein anderer Prozess "
        "hat sie genommen."
    ),
}
