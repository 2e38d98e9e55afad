"""German: when each code of docs/errors.md is said, and what to do; shown on its page."""

from typing import Final

TEXTS: Final = {
    "A person said that the challenge is solved, and the site does not know the session as a "
    "member's, or shows a challenge again; `state`, `obstacle` and `resting_until` say what it "
    "met.": (
        "Jemand hat gesagt, die Prüfung sei gelöst, doch die Seite kennt die Sitzung nicht als "
        "die eines Mitglieds oder zeigt wieder eine; `state`, `obstacle` und `resting_until` "
        "sagen, was da war."
    ),
    "Solve it, or save a fresh session, and say so again.": (
        "Lösen Sie sie oder speichern Sie eine frische Sitzung, und sagen Sie es noch einmal."
    ),
    "Status in HTTP": "Status in HTTP",
    "Said when": "Gesagt, wenn",
    "What to do": "Was zu tun ist",
    "Use a new key for a new request.": (
        "Verwenden Sie für eine neue Anfrage einen neuen Schlüssel."
    ),
    "Use one that may.": "Verwenden Sie einen Schlüssel oder ein Token, das es darf.",
    "Use the newest token.": "Verwenden Sie das neueste Token.",
    "Nothing to do.": "Nichts zu tun.",
    "A member is wrong; `field` and `errors` name it.": (
        "Ein Element ist falsch; `field` und `errors` nennen es."
    ),
    "Correct it.": "Korrigieren Sie es.",
    "The body is not JSON.": "Der Inhalt ist kein JSON.",
    "Send one JSON object.": "Senden Sie ein einziges JSON-Objekt.",
    "The multipart form cannot be read.": "Das Multipart-Formular ist nicht lesbar.",
    "Send the file in the field `file`.": "Senden Sie die Datei im Feld `file`.",
    "A multipart GraphQL request comes without the header that a plain form cannot send.": (
        "Eine GraphQL-Anfrage als Multipart kommt ohne den Header, den ein einfaches Formular "
        "nicht senden kann."
    ),
    "Add `GraphQL-Require-Preflight: 1`.": "Fügen Sie `GraphQL-Require-Preflight: 1` hinzu.",
    "The operation selects too much.": "Die Operation fragt nach zu vielem.",
    "Ask for less at a time.": "Fragen Sie nach weniger auf einmal.",
    "The key is empty, longer than 255 characters, or sent twice.": (
        "Der Schlüssel ist leer, länger als 255 Zeichen oder zweimal gesendet."
    ),
    "Send one key.": "Senden Sie einen Schlüssel.",
    "The key was used with another body.": (
        "Der Schlüssel wurde mit einem anderen Inhalt verwendet."
    ),
    "The first request with this key still runs.": (
        "Die erste Anfrage mit diesem Schlüssel läuft noch."
    ),
    "Follow `job_id`, or repeat later.": "Folgen Sie `job_id`, oder wiederholen Sie sie später.",
    "The token is not one of ours.": "Das Token ist keines von unseren.",
    "Prepare again.": "Bereiten Sie das Inserat neu vor.",
    "The yes is older than `CONFIRM_TTL_SECONDS`.": (
        "Das Ja ist älter als `CONFIRM_TTL_SECONDS` Sekunden."
    ),
    "The market is none of the marketplace's hosts.": (
        "Der Markt ist keiner der Hosts des Marktplatzes."
    ),
    "Name one of them.": "Nennen Sie einen davon.",
    "There is nothing at this path.": "Unter diesem Pfad gibt es nichts.",
    "See `/openapi.json`.": "Siehe `/openapi.json`.",
    "No job has this id.": "Kein Auftrag hat diese Id.",
    "No photo has this id, or its file is gone.": (
        "Kein Foto hat diese Id, oder seine Datei ist weg."
    ),
    "Upload it again.": "Laden Sie es noch einmal hoch.",
    "The job has no receipt: it clicked nothing, or its outcome is not stored yet.": (
        "Der Auftrag hat keinen Beleg: Er hat nichts geklickt, oder sein Ergebnis ist noch "
        "nicht gespeichert."
    ),
    "Follow the job.": "Folgen Sie dem Auftrag.",
    "No alias has this id, or it was forgotten already.": (
        "Kein Alias hat diese Id, oder er wurde schon vergessen."
    ),
    "No picture has this id.": "Kein Bild hat diese Id.",
    "The path has no such method; see `Allow`.": (
        "Der Pfad hat diese Methode nicht; siehe `Allow`."
    ),
    "The answer's type is not accepted.": "Der Typ der Antwort wird nicht angenommen.",
    "Accept it.": "Nehmen Sie ihn an.",
    "The body is too large.": "Der Inhalt ist zu groß.",
    "The Content-Type is wrong, or the body is compressed.": (
        "Der Content-Type ist falsch, oder der Inhalt ist komprimiert."
    ),
    "Send JSON, or a multipart form for photos.": (
        "Senden Sie JSON, für Fotos ein Multipart-Formular."
    ),
    "Too many requests in a minute: publishes, preparations and uploads over all callers, "
    "operations of this caller (`OPERATIONS_PER_MINUTE`).": (
        "Zu viele Anfragen in einer Minute: Veröffentlichungen, Vorbereitungen und Uploads "
        "aller Aufrufer, Operationen dieses Aufrufers (`OPERATIONS_PER_MINUTE`)."
    ),
    "Come back after `Retry-After`.": "Kommen Sie nach `Retry-After` wieder.",
    "The caller has `STREAMS_PER_CALLER` sockets, subscriptions and event streams open.": (
        "Der Aufrufer hat `STREAMS_PER_CALLER` Sockets, Abonnements und Ereignisströme offen."
    ),
    "Close some of them, then open the new one.": (
        "Schließen Sie einige, dann öffnen Sie den neuen."
    ),
    "The account has published its listings of the day.": (
        "Das Konto hat seine Inserate des Tages veröffentlicht."
    ),
    "More than 25 MB, or too many pixels.": "Mehr als 25 MB, oder zu viele Pixel.",
    "Send a smaller one.": "Senden Sie ein kleineres.",
    "Not a JPEG, PNG, WebP, GIF or HEIC.": "Weder JPEG noch PNG, WebP, GIF oder HEIC.",
    "Convert it.": "Wandeln Sie es um.",
    "It cannot be decoded to its end.": "Es lässt sich nicht bis zum Ende lesen.",
    "Export it again.": "Exportieren Sie es noch einmal.",
    "A job needs it.": "Ein Auftrag braucht es.",
    "Cancel that job first.": "Brechen Sie zuerst diesen Auftrag ab.",
    "A key is needed, or the one sent is not valid.": (
        "Ein Schlüssel ist nötig, oder der gesendete gilt nicht."
    ),
    "Send `Authorization: Bearer <key>`.": "Senden Sie `Authorization: Bearer <key>`.",
    "The identity provider's token has expired.": (
        "Das Token des Identitätsanbieters ist abgelaufen."
    ),
    "Refresh it, or sign in again.": "Erneuern Sie es, oder melden Sie sich neu an.",
    "The token is not one of the provider's, or is meant for another service.": (
        "Das Token ist keines des Anbieters, oder für einen anderen Dienst bestimmt."
    ),
    "Sign in again; see [security](security.md).": (
        "Melden Sie sich neu an; siehe [security](security.md)."
    ),
    "The provider does not answer, and the token's key is not known.": (
        "Der Anbieter antwortet nicht, und der Schlüssel des Tokens ist nicht bekannt."
    ),
    "The key or token may not do this; `scope` names what it lacks.": (
        "Der Schlüssel oder das Token darf das nicht; `scope` nennt, was fehlt."
    ),
    "The address of a photo or picture was good for a while only.": (
        "Die Adresse eines Fotos oder Bildes galt nur eine Zeit lang."
    ),
    "Ask for the photo or job again.": "Fragen Sie noch einmal nach dem Foto oder Auftrag.",
    "Not allowed.": "Nicht erlaubt.",
    "The Host header names no name of ours.": "Der Host-Header nennt keinen unserer Namen.",
    "Add it to `ALLOWED_HOSTS`.": "Fügen Sie ihn `ALLOWED_HOSTS` hinzu.",
    "A page of another origin calls.": "Eine Seite eines anderen Ursprungs ruft auf.",
    "Add it to `CORS_ORIGINS`.": "Fügen Sie ihn `CORS_ORIGINS` hinzu.",
    "`PUBLISH_ENABLED=false`.": "`PUBLISH_ENABLED=false`.",
    "The account has no session.": "Das Konto hat keine Sitzung.",
    "Save one.": "Speichern Sie eine.",
    "What was pasted is no session.": "Was eingefügt wurde, ist keine Sitzung.",
    "Copy the whole Cookie header of a signed-in page.": (
        "Kopieren Sie den ganzen Cookie-Header einer Seite, auf der Sie angemeldet sind."
    ),
    "The site treats it as a guest's, or its end has passed.": (
        "Die Website behandelt sie als die eines Gastes, oder ihr Ende ist vorbei."
    ),
    "Save a fresh one.": "Speichern Sie eine neue.",
    "The session belongs to another market, or the site sent it on to one.": (
        "Die Sitzung gehört zu einem anderen Markt, oder die Website leitete sie zu einem weiter."
    ),
    "Name its host, or save one of this market.": (
        "Nennen Sie dessen Host, oder speichern Sie eine dieses Marktes."
    ),
    "The token or job belongs to another account.": (
        "Das Token oder der Auftrag gehört zu einem anderen Konto."
    ),
    "Name the right account.": "Nennen Sie das richtige Konto.",
    "The page shows another member than the session's. Nothing was filled.": (
        "Die Seite zeigt ein anderes Mitglied als das der Sitzung. Nichts wurde ausgefüllt."
    ),
    "Save the right session.": "Speichern Sie die richtige Sitzung.",
    "The account rests after a challenge.": "Das Konto ruht nach einer Prüfung.",
    "Solve it in your own browser; come back later.": (
        "Lösen Sie sie in Ihrem eigenen Browser; kommen Sie später wieder."
    ),
    "Too many jobs of the account wait, or one works and a walk or a further look has to wait.": (
        "Zu viele Aufträge des Kontos warten, oder einer arbeitet, und ein Blick auf die Seite "
        "muss warten."
    ),
    "Only a job whose outcome is unknown is resolved, or looked up again; a preparation is "
    "resolved as long as its draft may be there, whatever else it came to.": (
        "Nur ein Auftrag mit unbekanntem Ausgang wird entschieden oder noch einmal nachgesehen; "
        "eine Vorbereitung wird entschieden, solange ihr Entwurf da sein kann, was immer sonst "
        "aus ihr wurde."
    ),
    "Wait or cancel some.": "Warten Sie, oder brechen Sie einige ab.",
    "The sell page was examined for this account within the last day.": (
        "Die Verkaufsseite wurde für dieses Konto innerhalb des letzten Tages untersucht."
    ),
    "Look at the latest report, or force another walk.": (
        "Sehen Sie den letzten Bericht an, oder verlangen Sie noch einen Gang."
    ),
    "The preparation was corrected after the token was given.": (
        "Die Vorbereitung wurde korrigiert, nachdem das Token vergeben war."
    ),
    "The preparation was cancelled.": "Die Vorbereitung wurde abgebrochen.",
    "A publish with this token runs.": "Eine Veröffentlichung mit diesem Token läuft.",
    "Wait for it.": "Warten Sie darauf.",
    "The token was used; `job_id` names the job.": (
        "Das Token ist verbraucht; `job_id` nennt den Auftrag."
    ),
    "The site refused this listing after the click, or the page was about to send another one.": (
        "Die Website hat dieses Inserat nach dem Klick abgelehnt, oder die Seite wollte ein "
        "anderes senden."
    ),
    "Correct the preparation and use its new token.": (
        "Korrigieren Sie die Vorbereitung, und verwenden Sie ihr neues Token."
    ),
    "An earlier publish may have gone through.": (
        "Eine frühere Veröffentlichung ist vielleicht gelungen."
    ),
    "Look, then `resolve`.": "Sehen Sie nach, dann `resolve`.",
    "The preparation is under way.": "Die Vorbereitung läuft.",
    "There is nothing to cancel.": "Es gibt nichts abzubrechen.",
    "The job was cancelled while it was waited for.": (
        "Der Auftrag wurde abgebrochen, während auf ihn gewartet wurde."
    ),
    "The yes, or the answers, did not come in time.": (
        "Das Ja, oder die Antworten, kamen nicht rechtzeitig."
    ),
    "The click has been made.": "Der Klick ist gemacht.",
    "Wait for the outcome.": "Warten Sie auf das Ergebnis.",
    "The state does not allow it.": "Der Zustand erlaubt es nicht.",
    "No connection, a server error, or not the site's page.": (
        "Keine Verbindung, ein Fehler des Servers, oder nicht die Seite der Website."
    ),
    "Try again later.": "Versuchen Sie es später noch einmal.",
    "A field of the sell page was not found; the detail names it.": (
        "Ein Feld der Verkaufsseite wurde nicht gefunden; die Einzelheiten nennen es."
    ),
    "Update Fripier.": "Aktualisieren Sie Fripier.",
    "The job was not through within `JOB_DEADLINE_MINUTES` of its acceptance.": (
        "Der Auftrag war nicht innerhalb von `JOB_DEADLINE_MINUTES` Minuten nach seiner "
        "Annahme fertig."
    ),
    "The site took too long.": "Die Website brauchte zu lange.",
    "There is no Chromium; the detail says how to get one.": (
        "Es gibt kein Chromium; die Einzelheiten sagen, wie man eines bekommt."
    ),
    "Get one.": "Besorgen Sie eines.",
    "The browser ended under the job.": "Der Browser endete während des Auftrags.",
    "Try again.": "Versuchen Sie es noch einmal.",
    "No capacity now.": "Gerade kein Platz.",
    "No worker with a browser looked at the session in time.": (
        "Kein Worker mit einem Browser hat die Sitzung rechtzeitig angesehen."
    ),
    "Start a worker, or look at its log.": (
        "Starten Sie einen Worker, oder sehen Sie in sein Protokoll."
    ),
    "PostgreSQL dropped the lock of the account, and another worker took it.": (
        "PostgreSQL hat die Sperre des Kontos fallen lassen, und ein anderer Worker hat sie "
        "genommen."
    ),
    "The database, the data folder or the store of photos cannot be used. Nothing was kept.": (
        "Die Datenbank, der Datenordner oder der Speicher der Fotos ist nicht verwendbar. "
        "Nichts wurde behalten."
    ),
    "Check the disk, or `STORAGE_URL`.": "Prüfen Sie den Datenträger, oder `STORAGE_URL`.",
    "A photo in the store is not what was kept there.": (
        "Ein Foto im Speicher ist nicht das, was dort abgelegt wurde."
    ),
    "Restore it, or upload it again.": (
        "Stellen Sie es wieder her, oder laden Sie es noch einmal hoch."
    ),
    "Another Fripier works in this folder.": "Ein anderes Fripier arbeitet in diesem Ordner.",
    "Stop it, or set `DATA_DIR`.": "Beenden Sie es, oder setzen Sie `DATA_DIR`.",
    "At the start: the database is of a newer release, or holds tables that are not "
    "Fripier's. Nothing was changed.": (
        "Beim Start: Die Datenbank ist von einer neueren Version, oder enthält Tabellen, die "
        "nicht von Fripier sind. Nichts wurde geändert."
    ),
    "Start the newer release, restore the backup, or set `DATABASE_URL`.": (
        "Starten Sie die neuere Version, spielen Sie die Sicherung ein, oder setzen Sie "
        "`DATABASE_URL`."
    ),
    "The stored session cannot be opened.": "Die gespeicherte Sitzung lässt sich nicht öffnen.",
    "See the detail.": "Siehe die Einzelheiten.",
    "The file of the sessions is damaged; it was not overwritten.": (
        "Die Datei der Sitzungen ist beschädigt; sie wurde nicht überschrieben."
    ),
    "Restore it, or move it away and save again.": (
        "Stellen Sie sie wieder her, oder legen Sie sie beiseite und speichern Sie neu."
    ),
    "`SECRET_KEY` does not hold the key that sealed it.": (
        "`SECRET_KEY` enthält den Schlüssel nicht, der sie versiegelt hat."
    ),
    "Set the right key.": "Setzen Sie den richtigen Schlüssel.",
    "Our fault.": "Unser Fehler.",
    "Report the request id.": "Melden Sie die Id der Anfrage.",
    "The bytes are no HTTP/1.1 that reads in one way: `detail` says where. The connection is "
    "closed unless only the Host is wrong.": (
        "Die Bytes sind kein HTTP/1.1, das sich nur auf eine Weise lesen lässt: `detail` sagt, "
        "wo. Die Verbindung wird geschlossen, außer wenn nur der Host falsch ist."
    ),
    "A head took more than 10 seconds, or a body came too slowly; the connection is closed.": (
        "Ein Kopf brauchte mehr als 10 Sekunden, oder ein Inhalt kam zu langsam; die Verbindung "
        "wird geschlossen."
    ),
    "The address is longer than 64 KB; the connection is closed.": (
        "Die Adresse ist länger als 64 KB; die Verbindung wird geschlossen."
    ),
    "The range begins behind the end of the picture; `Content-Range` has its size.": (
        "Der Bereich beginnt hinter dem Ende des Bildes; `Content-Range` nennt dessen Größe."
    ),
    "Line and fields are more than 64 KB or 100 fields, or trailers and chunk sizes more than "
    "the body; the connection is closed.": (
        "Zeile und Felder sind mehr als 64 KB oder 100 Felder, oder Schlussfelder und Blockgrößen "
        "mehr als der Inhalt; die Verbindung wird geschlossen."
    ),
    "No path has this method.": "Kein Pfad hat diese Methode.",
    "Transfer-Encoding is another one than `chunked`.": (
        "Transfer-Encoding ist ein anderes als `chunked`."
    ),
    "Every connection or socket that the open files allow is in use.": (
        "Alle Verbindungen oder Sockets, die die offenen Dateien erlauben, sind belegt."
    ),
    "The request is not HTTP/1.0 or 1.1.": "Die Anfrage ist nicht HTTP/1.0 oder 1.1.",
    "Send what RFC 9112 says.": "Senden Sie, was RFC 9112 sagt.",
    "Send it again.": "Senden Sie sie noch einmal.",
    "Send what it holds in a body.": "Senden Sie ihren Inhalt als Daten.",
    "Ask for less.": "Fragen Sie nach weniger.",
    "Send fewer cookies and fields.": "Senden Sie weniger Cookies und Felder.",
    "Use GET, HEAD, POST, DELETE or OPTIONS.": (
        "Verwenden Sie GET, HEAD, POST, DELETE oder OPTIONS."
    ),
    "Send a Content-Length, or plain chunks.": (
        "Senden Sie ein Content-Length oder einfache Blöcke."
    ),
}
