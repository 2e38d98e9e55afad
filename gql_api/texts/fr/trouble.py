"""French: what is wrong on our side, and what an operator does about it."""

from typing import Final

TEXTS: Final = {
    "This is our fault. Try again.": "C'est notre faute. Réessayez.",
    "This is our fault. Try again, and report the request id if it stays.": (
        "C'est notre faute. Réessayez, et signalez l'identifiant de la requête si cela dure."
    ),
    # The browser and the workers
    "CHROMIUM_PATH names {}, which is not there": "CHROMIUM_PATH indique {0}, qui n'existe pas",
    "no Chromium was found; one of these gets it:\n{}": (
        "aucun Chromium n'a été trouvé ; l'un de ces moyens en fournit un :\n{0}"
    ),
    "The API and its workers have different SECRET_KEYs: give them the same.": (
        "L'API et ses workers ont des SECRET_KEY différentes : donnez-leur la même."
    ),
    "The worker failed: see its log.": "Le worker a échoué : voyez son journal.",
    "No worker with a browser answered in time. Check that a worker runs, look whether the session "
    "was saved, and try again.": (
        "Aucun worker avec un navigateur n'a répondu à temps. Vérifiez qu'un worker tourne, "
        "regardez si la session a été enregistrée, et réessayez."
    ),
    # What has to be right before work can be done
    "It did not answer in time: see what the machine is busy with.": (
        "Pas de réponse à temps : voyez ce qui occupe la machine."
    ),
    "The database takes no write: see that its disk has room, that no other program holds it and "
    "that the server runs. The log says which.": (
        "La base de données n'accepte aucune écriture : vérifiez que son disque a de la place, "
        "qu'aucun autre programme ne la tient et que le serveur tourne. Le journal le précise."
    ),
    "The store of STORAGE_URL does not answer: see that it runs and that its keys are right.": (
        "Le stockage de STORAGE_URL ne répond pas : vérifiez qu'il tourne et que ses clés sont "
        "les bonnes."
    ),
    "A stored session cannot be opened with SECRET_KEY: add the key that sealed it, after the new "
    "one and a comma, or forget that session and save it again.": (
        "Une session enregistrée ne s'ouvre pas avec SECRET_KEY : ajoutez la clé qui l'a scellée, "
        "après la nouvelle et une virgule, ou effacez cette session et enregistrez-la de nouveau."
    ),
    "The disk of DATA_DIR has almost no room left: make room.": (
        "Le disque de DATA_DIR n'a presque plus de place : libérez-en."
    ),
    "The browser that was found does not run: start it by hand with --version, which names what "
    "is missing.": (
        "Le navigateur trouvé ne démarre pas : lancez-le à la main avec --version, ce qui nomme "
        "ce qui manque."
    ),
    "No worker runs, so that jobs would only wait: start one with `fripier worker`.": (
        "Aucun worker ne tourne, et les tâches ne feraient qu'attendre : lancez-en un avec "
        "`fripier worker`."
    ),
    "This worker has lost its lock on the PostgreSQL server and does not click: see that the "
    "server runs and can be reached.": (
        "Ce worker a perdu son verrou sur le serveur PostgreSQL et ne clique pas : vérifiez que "
        "le serveur tourne et qu'il est joignable."
    ),
    "the disk of the PostgreSQL server is full. Make room there": (
        "le disque du serveur PostgreSQL est plein. Libérez-y de la place"
    ),
    "the PostgreSQL server has no connection left. Raise its max_connections": (
        "le serveur PostgreSQL n'a plus de connexion libre. Augmentez son max_connections"
    ),
    "the PostgreSQL server takes no writes. Check that DATABASE_URL names the primary": (
        "le serveur PostgreSQL n'accepte aucune écriture. Vérifiez que DATABASE_URL nomme le "
        "serveur principal"
    ),
    # Where files are kept
    "{} is not in the data folder.": "{0} n'est pas dans le dossier de données.",
    "{} is not in the store as it was kept: restore it there, or upload the photo again.": (
        "{0} n'est plus dans le stockage tel qu'il y a été mis : restaurez-le, ou envoyez la "
        "photo de nouveau."
    ),
    "{} has {} bytes in the store, more than anything that is kept there ({}).": (
        "{0} a {1} octets dans le stockage, plus que tout ce qui y est gardé ({2})."
    ),
    "The store holds no {}.": "Le stockage ne contient pas {0}.",
    "The store of photos and pictures cannot be used now, nothing was kept: check STORAGE_URL, its "
    "network and its keys, then try again.": (
        "Le stockage des photos et des images est inutilisable en ce moment, rien n'a été gardé : "
        "vérifiez STORAGE_URL, son réseau et ses clés, puis réessayez."
    ),
    "The data folder cannot be written, nothing was kept: check that its disk has room and that it "
    "is not read-only.": (
        "Impossible d'écrire dans le dossier de données, rien n'a été gardé : vérifiez que le "
        "disque a de la place et n'est pas en lecture seule."
    ),
    # The database
    "The database cannot be used now, nothing was kept: {}, then try again.": (
        "La base de données est inutilisable en ce moment, rien n'a été gardé : {0:say}, puis "
        "réessayez."
    ),
    "another program holds the database file. Close that program": (
        "un autre programme occupe le fichier de la base. Fermez ce programme"
    ),
    "the disk is full, or a quota or size limit is reached. Make room": (
        "le disque est plein, ou un quota ou une limite de taille est atteint. Faites de la place"
    ),
    "the disk cannot be written, or a quota or size limit is reached. Make room": (
        "impossible d'écrire sur le disque, ou un quota ou une limite de taille est atteint. "
        "Faites de la place"
    ),
    "the data folder is read-only. Make it writable": (
        "le dossier de données est en lecture seule. Rendez-le modifiable"
    ),
    "the file cannot be opened. Check DATA_DIR and who may write there": (
        "le fichier ne peut pas être ouvert. Vérifiez DATA_DIR et qui peut y écrire"
    ),
    "the file is damaged. Stop the service and restore a backup": (
        "le fichier est abîmé. Arrêtez le service et restaurez une sauvegarde"
    ),
    "the file is none of ours, or damaged. Restore a backup": (
        "le fichier n'est pas le nôtre, ou il est abîmé. Restaurez une sauvegarde"
    ),
    "the server cannot be reached. Check that PostgreSQL runs, and DATABASE_URL": (
        "le serveur est injoignable. Vérifiez que PostgreSQL tourne, et DATABASE_URL"
    ),
    "it answers with an error. Look at the log": (
        "elle répond par une erreur. Regardez le journal"
    ),
    # The sealed sessions
    "The session of account {} was sealed with another key. Put that key back into SECRET_KEY, "
    "after the new one and a comma; if it is lost, forget the session and save it again.": (
        "La session du compte {0} a été scellée avec une autre clé. Remettez cette clé dans "
        "SECRET_KEY, après la nouvelle et une virgule ; si elle est perdue, effacez la session et "
        "enregistrez-la de nouveau."
    ),
    "The stored session of account {} is damaged and was left as it is. Restore the file from a "
    "backup, or forget the session and save it again.": (
        "La session enregistrée du compte {0} est abîmée et a été laissée telle quelle. Restaurez "
        "le fichier depuis une sauvegarde, ou effacez la session et enregistrez-la de nouveau."
    ),
    "{} is damaged and was left as it is. Restore it from a backup, or move it away and save the "
    "sessions again.": (
        "{0} est abîmé et a été laissé tel quel. Restaurez-le depuis une sauvegarde, ou "
        "déplacez-le et enregistrez de nouveau les sessions."
    ),
}
