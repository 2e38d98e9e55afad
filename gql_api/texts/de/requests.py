"""German: what is wrong with a request, a photo or a search."""

from typing import Final

TEXTS: Final = {
    "Send JSON with the header Content-Type: application/json.": (
        "Senden Sie JSON mit dem Header Content-Type: application/json."
    ),
    "Send a JSON object, in braces.": "Senden Sie ein JSON-Objekt, in geschweiften Klammern.",
    "The JSON gives a member twice: send each member once.": (
        "Das JSON nennt ein Element zweimal: Senden Sie jedes Element nur einmal."
    ),
    "The JSON holds a number of thousands of digits.": (
        "Das JSON enthält eine Zahl mit Tausenden von Ziffern."
    ),
    "The JSON is nested too deeply: send a flat object.": (
        "Das JSON ist zu tief verschachtelt: Senden Sie ein flaches Objekt."
    ),
    "The body is not UTF-8: encode it as UTF-8.": (
        "Der Inhalt ist kein UTF-8: Kodieren Sie ihn als UTF-8."
    ),
    "The body is not JSON: {} at line {}, column {}.": (
        "Der Inhalt ist kein JSON: {0} in Zeile {1}, Spalte {2}."
    ),
    "{} is not JSON: send a number.": "{0} ist kein JSON: Senden Sie eine Zahl.",
    "The form cannot be read: {}": "Das Formular ist nicht lesbar: {0}",
    "The form's names cannot be read in its charset: send UTF-8.": (
        "Die Namen des Formulars sind in seinem Zeichensatz nicht lesbar: Senden Sie UTF-8."
    ),
    "Send at most {} bytes in one request.": (
        "Senden Sie höchstens {0:number} Bytes in einer Anfrage."
    ),
    "This is not HTTP/1.1 as RFC 9112 has it.": "Das ist kein HTTP/1.1 nach RFC 9112.",
    "Send at most 64 KB and 100 fields before the body.": (
        "Senden Sie vor dem Inhalt höchstens 64 KB und 100 Felder."
    ),
    "The chunks and trailers are longer than the body in them.": (
        "Die Blöcke und Schlussfelder sind länger als der Inhalt darin."
    ),
    "Too many requests were sent before their answers.": (
        "Zu viele Anfragen wurden vor ihren Antworten gesendet."
    ),
    "The address is too long: send what it holds in a body.": (
        "Die Adresse ist zu lang: Senden Sie ihren Inhalt als Daten."
    ),
    "The request did not arrive in time: send it again.": (
        "Die Anfrage kam nicht rechtzeitig an: Senden Sie sie noch einmal."
    ),
    "No path has this method: use GET, HEAD, POST, DELETE or OPTIONS.": (
        "Kein Pfad hat diese Methode: Verwenden Sie GET, HEAD, POST, DELETE oder OPTIONS."
    ),
    "Send the body with a Content-Length, or in chunks without compression.": (
        "Senden Sie den Inhalt mit Content-Length oder in Blöcken ohne Kompression."
    ),
    "Send the body without Content-Encoding: compressed ones are not read.": (
        "Senden Sie den Inhalt ohne Content-Encoding: Komprimiertes wird nicht gelesen."
    ),
    "Send HTTP/1.1.": "Senden Sie HTTP/1.1.",
    "There are too many connections.": "Es gibt zu viele Verbindungen.",
    "There are too many open sockets.": "Es sind zu viele Sockets offen.",
    "There are too many open event streams.": "Es sind zu viele Ereignisströme offen.",
    "Send a body without the field Upgrade.": "Senden Sie einen Inhalt ohne das Feld Upgrade.",
    "Ask for a path: it begins with a slash.": (
        "Fragen Sie nach einem Pfad: Er beginnt mit einem Schrägstrich."
    ),
    "The address and the field Host name two services: this is no proxy.": (
        "Die Adresse und das Feld Host nennen zwei Dienste: Dies ist kein Proxy."
    ),
    "Send the field Host once.": "Senden Sie das Feld Host genau einmal.",
    "There are {} bytes.": "Es sind {0} Bytes.",
    "There is nothing at this path: see /docs.": "Unter diesem Pfad gibt es nichts: siehe /docs.",
    "Use {}.": "Verwenden Sie {0}.",
    "Use GET.": "Verwenden Sie GET.",
    "Use GET or POST.": "Verwenden Sie GET oder POST.",
    "This is answered as {}: accept it.": "Die Antwort kommt als {0}: Akzeptieren Sie das.",
    "This is answered as application/json or application/graphql-response+json: accept one of "
    "them.": (
        "Die Antwort kommt als application/json oder application/graphql-response+json: "
        "Akzeptieren Sie eines davon."
    ),
    "Send the id of an event of this job.": "Senden Sie die Id eines Ereignisses dieses Auftrags.",
    "Send a query.": "Senden Sie eine Abfrage.",
    "Send one operation, as a JSON object.": "Senden Sie eine Operation, als JSON-Objekt.",
    "Send mutations by POST.": "Senden Sie Mutationen mit POST.",
    "Subscribe over a WebSocket with the protocol graphql-transport-ws, or accept "
    "text/event-stream.": (
        "Abonnieren Sie über einen WebSocket mit dem Protokoll graphql-transport-ws, oder nehmen "
        "Sie text/event-stream an."
    ),
    "Send the operation as application/json, or as multipart with files.": (
        "Senden Sie die Operation als application/json, mit Dateien als multipart."
    ),
    "Add the header GraphQL-Require-Preflight to multipart requests.": (
        "Fügen Sie Multipart-Anfragen den Header GraphQL-Require-Preflight hinzu."
    ),
    "Send the text parts operations and map before the files.": (
        "Senden Sie die Textteile operations und map vor den Dateien."
    ),
    "The map must give lists of paths.": "Der Teil map muss Listen von Pfaden angeben.",
    "The map does not fit the operations and files.": (
        "Der Teil map passt nicht zu den Operationen und Dateien."
    ),
    "{} must be {}.": "{0} muss {1:must} sein.",
    "a string": "ein Text",
    "an object": "ein Objekt",
    "Name the operation: the document holds several.": (
        "Nennen Sie die Operation: Das Dokument enthält mehrere."
    ),
    "The operation is too large: {}.": "Die Operation ist zu groß: {0}.",
    "The document is nested too deeply.": "Das Dokument ist zu tief verschachtelt.",
    "The document holds a number of thousands of digits.": (
        "Das Dokument enthält eine Zahl mit Tausenden von Ziffern."
    ),
    "The idempotency key {}.": "Der Idempotenzschlüssel {0:must}.",
    "is empty: leave it out or send a UUID": (
        "ist leer: Lassen Sie ihn weg, oder senden Sie eine UUID"
    ),
    "is longer than {} characters: send a UUID": "ist länger als {0} Zeichen: Senden Sie eine UUID",
    "is given more than once: send one": "ist mehr als einmal angegeben: Senden Sie einen",
    "is empty or malformed: send printable characters such as a UUID": (
        "ist leer oder falsch gebildet: Senden Sie druckbare Zeichen, etwa eine UUID"
    ),
    "This Idempotency-Key was used with another request. Use a new key for a new request.": (
        "Dieser Idempotency-Key wurde mit einer anderen Anfrage verwendet. Verwenden Sie für "
        "eine neue Anfrage einen neuen Schlüssel."
    ),
    "The request with this key is still running: follow the job, or repeat the call later.": (
        "Die Anfrage mit diesem Schlüssel läuft noch: Folgen Sie dem Auftrag, oder wiederholen "
        "Sie den Aufruf später."
    ),
    "At most {} per minute: try again in {} seconds.": (
        "Höchstens {0} pro Minute: Versuchen Sie es in {1} Sekunden noch einmal."
    ),
    "You have {} sockets, subscriptions and event streams open, the most at once: close some of "
    "them first.": (
        "Sie haben {0} Sockets, Abonnements und Ereignisströme offen, mehr gehen nicht auf einmal: "
        "Schließen Sie zuerst einige."
    ),
    "Send the photo as multipart/form-data, in the field file.": (
        "Senden Sie das Foto als multipart/form-data, im Feld file."
    ),
    "Send the photo as a file in the field {}.": "Senden Sie das Foto als Datei im Feld {0}.",
    "{} is empty: choose the photo again.": "{0} ist leer: Wählen Sie das Foto noch einmal aus.",
    "{} is not a photo: send JPEG, PNG, WebP, GIF or HEIC.": (
        "{0} ist kein Foto: Senden Sie JPEG, PNG, WebP, GIF oder HEIC."
    ),
    "{} is damaged or cut off and cannot be decoded: export it again and retry.": (
        "{0} ist beschädigt oder abgeschnitten und lässt sich nicht dekodieren: Exportieren Sie "
        "es neu, und versuchen Sie es noch einmal."
    ),
    "{} is larger than {} MB: send a smaller version.": (
        "{0} ist größer als {1} MB: Senden Sie eine kleinere Fassung."
    ),
    "{} has more than {} megapixels: send a smaller version.": (
        "{0} hat mehr als {1} Megapixel: Senden Sie eine kleinere Fassung."
    ),
    "{} would take too long to decode: export it as an ordinary JPEG.": (
        "{0} zu dekodieren würde zu lange dauern: Exportieren Sie es als gewöhnliches JPEG."
    ),
    "There is no photo with this id.": "Es gibt kein Foto mit dieser Id.",
    "There is no photo {}. Upload it again and use the temp_id of the answer.": (
        "Es gibt kein Foto {0}. Laden Sie es noch einmal hoch und verwenden Sie die temp_id der "
        "Antwort."
    ),
    "The photo belongs to job {}: cancel that job first.": (
        "Das Foto gehört zum Auftrag {0}: Brechen Sie zuerst diesen Auftrag ab."
    ),
    "The file of photo {} is gone: upload the photo again.": (
        "Die Datei des Fotos {0} ist weg: Laden Sie das Foto noch einmal hoch."
    ),
    "There is no picture with this id.": "Es gibt kein Bild mit dieser Id.",
    "first: send a whole number.": "first: Senden Sie eine ganze Zahl.",
    "Suggestions are there for {}.": "Vorschläge gibt es für {0}.",
    "No category with this id takes a listing, as far as is known here: take an id of the "
    "category suggestions.": (
        "Keine Kategorie mit dieser Id nimmt eine Anzeige auf, soweit hier bekannt ist: Nehmen "
        "Sie eine Id aus den Vorschlägen für Kategorien."
    ),
    "Name the category: sizes depend on it.": (
        "Nennen Sie die Kategorie: Die Größen hängen von ihr ab."
    ),
    "No error has this code: see docs/errors.md.": (
        "Kein Fehler hat diesen Code: siehe docs/errors.md."
    ),
    "The JSON holds half of a surrogate pair: send whole characters.": (
        "Das JSON enthält die Hälfte eines Ersatzpaars: Senden Sie ganze Zeichen."
    ),
}
