"""German: what is wrong with an input."""

from typing import Final

TEXTS: Final = {
    "{}: {}": "{0}: {1:must}",
    "Value error, {}": "{0:must}",
    "Field required": "dieses Feld fehlt",
    "Input should be a valid string": "muss ein gültiger Text sein",
    "Input should be a valid string, unable to parse raw data as a unicode string": (
        "muss ein gültiger Text in Unicode sein"
    ),
    "String should have at least {} character": "muss mindestens {0} Zeichen haben",
    "String should have at least {} characters": "muss mindestens {0} Zeichen haben",
    "String should have at most {} characters": "darf höchstens {0} Zeichen haben",
    "Tuple should have at most {} items after validation, not {}": (
        "darf höchstens {0} Einträge haben, nicht {1}"
    ),
    "Dictionary should have at least {} item after validation, not {}": (
        "muss mindestens {0} Eintrag haben, nicht {1}"
    ),
    "Dictionary should have at most {} items after validation, not {}": (
        "darf höchstens {0} Einträge haben, nicht {1}"
    ),
    "Dictionary should have at most {} items after validation, not more": (
        "darf höchstens {0} Einträge haben, nicht mehr"
    ),
    "Input should be a valid tuple": "muss eine gültige Liste sein",
    "Input should be a valid dictionary": "muss ein gültiges Objekt sein",
    "Input should be a valid dictionary or instance of {}": (
        "muss ein gültiges Objekt oder {0} sein"
    ),
    "Input should be a valid boolean": "muss wahr oder falsch sein",
    "Decimal input should be an integer, float, string or Decimal object": (
        "muss eine Zahl oder ein Text mit einer Dezimalzahl sein"
    ),
    "Input should be greater than {}": "muss größer als {0} sein",
    "Input should be less than or equal to Decimal('{}')": "darf höchstens {0} sein",
    "give a number such as 35 or a decimal string such as '35.50'": (
        "geben Sie eine Zahl wie 35 oder einen Text wie '35.50' an"
    ),
    "reads two ways, as {} and as {}: write {} or {}": (
        "ist auf zwei Arten zu lesen, als {0} oder als {1}: schreiben Sie {2} oder {3}"
    ),
    "write more than blanks": "mehr als Leerzeichen angeben",
    "give the whole user agent of the browser": "den ganzen User-Agent des Browsers angeben",
    "give a moment such as 2026-05-01T12:00:00Z": (
        "einen Zeitpunkt wie 2026-05-01T12:00:00Z angeben"
    ),
    "there is no such day": "diesen Tag gibt es nicht",
    "name a market by its host, as in www.vinted.fr": (
        "einen Markt mit seinem Host nennen, etwa www.vinted.fr"
    ),
    "give a size from 0 to 9999": "eine Größe von 0 bis 9999 angeben",
    "name at most 5 colours, each with at most 38 characters": (
        "höchstens 5 Farben mit je höchstens 38 Zeichen nennen"
    ),
    "answer with a text or a number of at most 15 digits": (
        "mit einem Text oder einer Zahl von höchstens 15 Ziffern antworten"
    ),
    "use at most two decimals": "verwenden Sie höchstens zwei Nachkommastellen",
    "use 1 to 64 letters, digits, dots, dashes or underscores": (
        "verwenden Sie 1 bis 64 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche"
    ),
    "account: use 1 to 64 letters, digits, dots, dashes or underscores": (
        "account: Verwenden Sie 1 bis 64 Buchstaben, Ziffern, Punkte, Binde- oder Unterstriche"
    ),
    "remove the control characters": "entfernen Sie die Steuerzeichen",
    "remove the broken characters: this is not valid Unicode": (
        "entfernen Sie die beschädigten Zeichen: Das ist kein gültiges Unicode"
    ),
    "after: give the cursor of a job of this list": (
        "after: Geben Sie den Cursor eines Auftrags dieser Liste an"
    ),
    "first: from 1 to {}": "first: von 1 bis {0}",
    "wait_seconds: from 0 to {}": "wait_seconds: von 0 bis {0}",
    "Give a code such as 'EUR'.": "Geben Sie einen Code wie 'EUR' an.",
    "Give a decimal such as 35 or '35.50'.": "Geben Sie eine Dezimalzahl wie 35 oder '35.50' an.",
    "Give a moment such as '2026-05-01T12:00:00Z'.": (
        "Geben Sie einen Zeitpunkt wie '2026-05-01T12:00:00Z' an."
    ),
    "Send the file as a part of a multipart request.": (
        "Senden Sie die Datei als Teil einer Multipart-Anfrage."
    ),
    "not an address": "keine Adresse",
    "a market's address holds no user": "die Adresse eines Marktes enthält keinen Benutzer",
    "neither a host of the marketplace nor loopback": (
        "weder ein Host des Marktplatzes noch Loopback"
    ),
    "only sessions for {} are used here": "hier werden nur Sitzungen für {0} verwendet",
    "a loopback market is only used as VINTED_BASE_URL": (
        "ein Markt auf Loopback wird nur als VINTED_BASE_URL verwendet"
    ),
    "photos: at most {} photos": "photos: höchstens {0} Fotos",
    "Give the listing's own address, such as {}.": (
        "Geben Sie die Adresse der Anzeige selbst an, etwa {0}."
    ),
    "Send the listing's address, or notThere: true.": (
        "Senden Sie die Adresse des Artikels oder notThere: true."
    ),
    "Send the finding alone.": ("Senden Sie nur das, was Sie gefunden haben."),
}
