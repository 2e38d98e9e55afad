"""French: the titles of the problems, and what their pages say of them."""

from typing import Final

TEXTS: Final = {
    "Internal error": "Erreur interne",
    "Root of the tree. `code` is stable, `detail` is for people, `field` names the input.": (
        "La racine des erreurs. `code` est stable, `detail` s'adresse aux personnes, `field` "
        "nomme la donnée."
    ),
    "Invalid input": "Données non valables",
    "The request cannot be read as what it should be; `field` names the part.": (
        "La requête n'a pas la forme attendue ; `field` nomme la partie en cause."
    ),
    "Photo too large": "Photo trop grande",
    "Not a supported photo": "Photo non prise en charge",
    "Photo cannot be decoded": "Photo illisible",
    "Confirm token is not valid": "Jeton de confirmation non valable",
    "Confirm token has expired": "Jeton de confirmation expiré",
    "Malformed JSON": "JSON mal formé",
    "The bytes are no JSON that we take.": "Ce n'est pas du JSON que nous acceptons.",
    "Body too large": "Corps trop grand",
    "Method not allowed": "Méthode non autorisée",
    "Malformed request": "Requête mal formée",
    "What arrives is no HTTP that can be read in one way only.": (
        "Ce qui arrive n'est pas du HTTP qui se lise d'une seule façon."
    ),
    "Request head too large": "En-tête de requête trop grand",
    "Address too long": "Adresse trop longue",
    "Request took too long": "Requête trop lente",
    "Method not known": "Méthode inconnue",
    "Transfer coding not known": "Codage de transfert inconnu",
    "HTTP version not supported": "Version de HTTP non prise en charge",
    "Too many connections": "Trop de connexions",
    "Range not satisfiable": "Plage hors du fichier",
    "Not acceptable": "Type de réponse non accepté",
    "Unsupported media type": "Type de contenu non pris en charge",
    "Authentication needed": "Authentification nécessaire",
    "Who calls is not known.": "On ne sait pas qui appelle.",
    "No usable session": "Pas de session utilisable",
    "The account has no usable session; save one.": (
        "Le compte n'a pas de session utilisable ; enregistrez-en une."
    ),
    "The session is not usable": "La session n'est pas utilisable",
    "The given session is a guest's or has expired; the stored one stays.": (
        "La session donnée est celle d'un visiteur ou a expiré ; celle qui était enregistrée reste."
    ),
    "Not allowed": "Non autorisé",
    "Publishing is switched off": "La publication est désactivée",
    "Not found": "Introuvable",
    "A file that a row names is neither here nor in the store behind it.": (
        "Un fichier attendu n'est ni ici ni dans le stockage."
    ),
    "Conflict": "Conflit",
    "The state of the job, account or market does not allow it.": (
        "L'état de la tâche, du compte ou du site ne le permet pas."
    ),
    "Idempotency key used with another request": "Clé d'idempotence utilisée pour autre chose",
    "Too many requests": "Trop de requêtes",
    "Too many open streams": "Trop de flux ouverts",
    "The caller has as many sockets, subscriptions and event streams open as it may.": (
        "L'appelant a autant de sockets, d'abonnements et de flux d'événements ouverts qu'il peut."
    ),
    "The market cannot be used now": "Le site est inutilisable en ce moment",
    "The market cannot be used, or its page has changed; nothing was clicked.": (
        "Le site est inutilisable, ou sa page a changé ; rien n'a été cliqué."
    ),
    "Temporarily unavailable": "Indisponible pour le moment",
    "The account's turn was lost": "Le tour du compte a été perdu",
    "The database server dropped the account's lock, and another worker has taken it.": (
        "Le serveur de base de données a lâché le verrou du compte, et un autre processus l'a pris."
    ),
    "The database was away, and another worker has the account: try again.": (
        "La base de données était absente, et un autre processus a le compte : réessayez."
    ),
    "Something on our side cannot be used now.": (
        "Quelque chose de notre côté est inutilisable en ce moment."
    ),
    "A stored file is damaged": "Un fichier enregistré est abîmé",
    "What the store holds is not what was kept there; it is not used.": (
        "Ce que contient le stockage n'est pas ce qui y a été mis ; on ne l'utilise pas."
    ),
    "Storage is unavailable": "Le stockage est indisponible",
    "The database, or where photos are kept, cannot be used now; nothing was acknowledged.": (
        "La base de données ou le stockage des photos est inutilisable ; rien n'a été accepté."
    ),
    "The stored session cannot be opened": "La session enregistrée ne peut pas être ouverte",
    "The stored sessions cannot be used as they are; nothing was overwritten.": (
        "Les sessions enregistrées sont inutilisables telles quelles ; rien n'a été écrasé."
    ),
    "The file, or one entry of it, is not what was written.": (
        "Le fichier, ou l'une de ses entrées, n'est pas ce qui a été écrit."
    ),
    "The entry was sealed with a key that SECRET_KEY does not hold.": (
        "L'entrée a été scellée avec une clé que SECRET_KEY ne contient pas."
    ),
    "The data folder is in use": "Le dossier de données est déjà utilisé",
    "Another process works on this SQLite database.": (
        "Un autre processus travaille sur cette base SQLite."
    ),
    # The page of a code
    "What to do stands in the answer's <code>detail</code>. Decide by its <code>code</code>; the "
    "words may change.": (
        "Ce qu'il faut faire se trouve dans le <code>detail</code> de la réponse. Fiez-vous à son "
        "<code>code</code> ; les mots peuvent changer."
    ),
}
