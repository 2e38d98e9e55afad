"""German: what is wrong on our side, and what an operator does about it."""

from typing import Final

TEXTS: Final = {
    "This is our fault. Try again.": "Das ist unser Fehler. Versuchen Sie es noch einmal.",
    "This is our fault. Try again, and report the request id if it stays.": (
        "Das ist unser Fehler. Versuchen Sie es noch einmal, und melden Sie die Id der Anfrage, "
        "wenn er bleibt."
    ),
    "CHROMIUM_PATH names {}, which is not there": "CHROMIUM_PATH nennt {0}, doch dort ist nichts",
    "no Chromium was found; one of these gets it:\n{}": (
        "kein Chromium wurde gefunden; eines hiervon beschafft es:\n{0}"
    ),
    "The API and its workers have different SECRET_KEYs: give them the same.": (
        "Die API und ihre Worker haben verschiedene SECRET_KEYs: Geben Sie ihnen denselben."
    ),
    "The worker failed: see its log.": "Der Worker ist gescheitert: siehe sein Log.",
    "No worker with a browser answered in time. Check that a worker runs, look whether the "
    "session was saved, and try again.": (
        "Kein Worker mit einem Browser antwortete rechtzeitig. Prüfen Sie, ob ein Worker läuft, "
        "sehen Sie nach, ob die Sitzung gespeichert wurde, und versuchen Sie es noch einmal."
    ),
    "{} is not in the data folder.": "{0} ist nicht im Datenordner.",
    "{} is not in the store as it was kept: restore it there, or upload the photo again.": (
        "{0} ist nicht so im Speicher, wie es abgelegt wurde: Stellen Sie es dort wieder her, "
        "oder laden Sie das Foto noch einmal hoch."
    ),
    "{} has {} bytes in the store, more than anything that is kept there ({}).": (
        "{0} hat im Speicher {1} Bytes, mehr als alles, was dort abgelegt wird ({2})."
    ),
    "The store holds no {}.": "Der Speicher enthält kein {0}.",
    "The store of photos and pictures cannot be used now, nothing was kept: check STORAGE_URL, "
    "its network and its keys, then try again.": (
        "Der Speicher für Fotos und Bilder ist gerade nicht nutzbar, nichts wurde behalten: "
        "Prüfen Sie STORAGE_URL, das Netz und die Schlüssel dazu, und versuchen Sie es noch "
        "einmal."
    ),
    "The data folder cannot be written, nothing was kept: check that its disk has room and that "
    "it is not read-only.": (
        "In den Datenordner lässt sich nicht schreiben, nichts wurde behalten: Prüfen Sie, dass "
        "der Datenträger Platz hat und nicht schreibgeschützt ist."
    ),
    "The database cannot be used now, nothing was kept: {}, then try again.": (
        "Die Datenbank ist gerade nicht nutzbar, nichts wurde behalten: {0:say}, und versuchen "
        "Sie es dann noch einmal."
    ),
    "another program holds the database file. Close that program": (
        "ein anderes Programm hält die Datenbankdatei. Schließen Sie jenes Programm"
    ),
    "the disk is full, or a quota or size limit is reached. Make room": (
        "der Datenträger ist voll, oder ein Kontingent oder eine Größengrenze ist erreicht. "
        "Schaffen Sie Platz"
    ),
    "the disk cannot be written, or a quota or size limit is reached. Make room": (
        "auf den Datenträger lässt sich nicht schreiben, oder ein Kontingent oder eine "
        "Größengrenze ist erreicht. Schaffen Sie Platz"
    ),
    "the data folder is read-only. Make it writable": (
        "der Datenordner ist schreibgeschützt. Machen Sie ihn beschreibbar"
    ),
    "the file cannot be opened. Check DATA_DIR and who may write there": (
        "die Datei lässt sich nicht öffnen. Prüfen Sie DATA_DIR, und wer dort schreiben darf"
    ),
    "the file is damaged. Stop the service and restore a backup": (
        "die Datei ist beschädigt. Halten Sie den Dienst an und stellen Sie eine Sicherung "
        "wieder her"
    ),
    "the file is none of ours, or damaged. Restore a backup": (
        "die Datei ist keine von uns oder beschädigt. Stellen Sie eine Sicherung wieder her"
    ),
    "the server cannot be reached. Check that PostgreSQL runs, and DATABASE_URL": (
        "der Server ist nicht erreichbar. Prüfen Sie, ob PostgreSQL läuft, und DATABASE_URL"
    ),
    "it answers with an error. Look at the log": (
        "sie antwortet mit einem Fehler. Sehen Sie ins Log"
    ),
    "The session of account {} was sealed with another key. Put that key back into SECRET_KEY, "
    "after the new one and a comma; if it is lost, forget the session and save it again.": (
        "Die Sitzung des Kontos {0} wurde mit einem anderen Schlüssel versiegelt. Setzen Sie "
        "jenen Schlüssel wieder in SECRET_KEY, nach dem neuen und einem Komma; ist er verloren, "
        "vergessen Sie die Sitzung und speichern Sie sie neu."
    ),
    "The stored session of account {} is damaged and was left as it is. Restore the file from a "
    "backup, or forget the session and save it again.": (
        "Die gespeicherte Sitzung des Kontos {0} ist beschädigt und wurde gelassen, wie sie "
        "ist. Stellen Sie die Datei aus einer Sicherung wieder her, oder vergessen Sie die "
        "Sitzung und speichern Sie sie neu."
    ),
    "{} is damaged and was left as it is. Restore it from a backup, or move it away and save "
    "the sessions again.": (
        "{0} ist beschädigt und wurde gelassen, wie es ist. Stellen Sie es aus einer Sicherung "
        "wieder her, oder legen Sie es beiseite und speichern Sie die Sitzungen neu."
    ),
    "The database was away, and another worker has the account: try again.": (
        "Die Datenbank war nicht erreichbar, und ein anderer Prozess hat das Konto: Versuchen "
        "Sie es noch einmal."
    ),
    "It did not answer in time: see what the machine is busy with.": (
        "Es hat nicht rechtzeitig geantwortet: Sehen Sie nach, womit die Maschine beschäftigt ist."
    ),
    "The database takes no write: see that its disk has room, that no other program holds it "
    "and that the server runs. The log says which.": (
        "Die Datenbank nimmt nichts an: Sorgen Sie dafür, dass ihre Platte Platz hat, dass "
        "kein anderes Programm sie festhält und dass der Server läuft. Das Protokoll sagt, was "
        "davon fehlt."
    ),
    "The store of STORAGE_URL does not answer: see that it runs and that its keys are right.": (
        "Der Speicher von STORAGE_URL antwortet nicht: Sehen Sie nach, ob er läuft und ob "
        "seine Schlüssel stimmen."
    ),
    "A stored session cannot be opened with SECRET_KEY: add the key that sealed it, after the "
    "new one and a comma, or forget that session and save it again.": (
        "Eine gespeicherte Sitzung lässt sich mit SECRET_KEY nicht öffnen: Fügen Sie den "
        "Schlüssel, der sie versiegelt hat, nach dem neuen und einem Komma hinzu, oder löschen "
        "Sie die Sitzung und speichern Sie sie neu."
    ),
    "The disk of DATA_DIR has almost no room left: make room.": (
        "Die Platte von DATA_DIR hat fast keinen Platz mehr: Schaffen Sie Platz."
    ),
    "The browser that was found does not run: start it by hand with --version, which names "
    "what is missing.": (
        "Der gefundene Browser läuft nicht: Starten Sie ihn von Hand mit --version, dann nennt "
        "er, was fehlt."
    ),
    "No worker runs, so that jobs would only wait: start one with `fripier worker`.": (
        "Es läuft kein Worker, Aufträge würden nur warten: Starten Sie einen mit `fripier worker`."
    ),
    "This worker has lost its lock on the PostgreSQL server and does not click: see that the "
    "server runs and can be reached.": (
        "Dieser Worker hat seine Sperre auf dem PostgreSQL-Server verloren und klickt nicht: "
        "Sehen Sie nach, ob der Server läuft und erreichbar ist."
    ),
    "the disk of the PostgreSQL server is full. Make room there": (
        "die Platte des PostgreSQL-Servers ist voll. Schaffen Sie dort Platz"
    ),
    "the PostgreSQL server has no connection left. Raise its max_connections": (
        "der PostgreSQL-Server hat keine Verbindung mehr frei. Erhöhen Sie dort max_connections"
    ),
    "the PostgreSQL server takes no writes. Check that DATABASE_URL names the primary": (
        "der PostgreSQL-Server nimmt nichts an. Prüfen Sie, ob DATABASE_URL den führenden "
        "Server nennt"
    ),
}
