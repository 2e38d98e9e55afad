"""French: when each code of docs/errors.md is said, and what to do; shown on its page."""

from typing import Final

TEXTS: Final = {
    "A person said that the challenge is solved, and the site does not know the session as a "
    "member's, or shows a challenge again; `state`, `obstacle` and `resting_until` say what it "
    "met.": (
        "Une personne dit avoir passé la vérification, mais le site ne reconnaît pas la session "
        "comme celle d'un membre, ou en montre une autre ; `state`, `obstacle` et `resting_until` "
        "disent ce qui a été vu."
    ),
    "Solve it, or save a fresh session, and say so again.": (
        "Passez-la, ou enregistrez une nouvelle session, puis redites-le."
    ),
    "Status in HTTP": "Statut HTTP",
    "Said when": "Dit quand",
    "What to do": "Que faire",
    "Use a new key for a new request.": "Prenez une nouvelle clé pour une nouvelle demande.",
    "Use one that may.": "Utilisez-en une ou un qui en a le droit.",
    "Use the newest token.": "Utilisez le jeton le plus récent.",
    "Nothing to do.": "Rien à faire.",
    "A member is wrong; `field` and `errors` name it.": (
        "Un membre est faux ; `field` et `errors` le nomment."
    ),
    "Correct it.": "Corrigez-le.",
    "The body is not JSON.": "Le corps n'est pas du JSON.",
    "Send one JSON object.": "Envoyez un seul objet JSON.",
    "The multipart form cannot be read.": "Le formulaire multipart ne peut pas être lu.",
    "Send the file in the field `file`.": "Envoyez le fichier dans le champ `file`.",
    "A multipart GraphQL request comes without the header that a plain form cannot send.": (
        "Une requête GraphQL multipart arrive sans l'en-tête qu'un simple formulaire ne peut "
        "pas envoyer."
    ),
    "Add `GraphQL-Require-Preflight: 1`.": "Ajoutez `GraphQL-Require-Preflight: 1`.",
    "The operation selects too much.": "L'opération demande trop de choses.",
    "Ask for less at a time.": "Demandez-en moins à la fois.",
    "The key is empty, longer than 255 characters, or sent twice.": (
        "La clé est vide, dépasse 255 caractères, ou est envoyée deux fois."
    ),
    "Send one key.": "Envoyez une seule clé.",
    "The key was used with another body.": "La clé a servi avec un autre corps.",
    "The first request with this key still runs.": (
        "La première requête avec cette clé est encore en cours."
    ),
    "Follow `job_id`, or repeat later.": "Suivez `job_id`, ou répétez plus tard.",
    "The token is not one of ours.": "Le jeton n'est pas l'un des nôtres.",
    "Prepare again.": "Préparez de nouveau.",
    "The yes is older than `CONFIRM_TTL_SECONDS`.": (
        "Le oui a plus de `CONFIRM_TTL_SECONDS` secondes."
    ),
    "The market is none of the marketplace's hosts.": (
        "Le site n'est aucun de ceux de la place de marché."
    ),
    "Name one of them.": "Nommez l'un d'eux.",
    "There is nothing at this path.": "Il n'y a rien à cette adresse.",
    "See `/openapi.json`.": "Voyez `/openapi.json`.",
    "No job has this id.": "Aucune tâche n'a cet identifiant.",
    "No photo has this id, or its file is gone.": (
        "Aucune photo n'a cet identifiant, ou son fichier a disparu."
    ),
    "Upload it again.": "Envoyez-la de nouveau.",
    "The job has no receipt: it clicked nothing, or its outcome is not stored yet.": (
        "La tâche n'a pas de reçu : elle n'a rien cliqué, ou son résultat n'est pas encore "
        "enregistré."
    ),
    "Follow the job.": "Suivez la tâche.",
    "No alias has this id, or it was forgotten already.": (
        "Aucun alias n'a cet identifiant, ou il a déjà été oublié."
    ),
    "No picture has this id.": "Aucune image n'a cet identifiant.",
    "The path has no such method; see `Allow`.": (
        "L'adresse n'a pas cette méthode ; voyez `Allow`."
    ),
    "The answer's type is not accepted.": "Le type de la réponse n'est pas accepté.",
    "Accept it.": "Acceptez-le.",
    "The body is too large.": "Le corps est trop grand.",
    "The Content-Type is wrong, or the body is compressed.": (
        "Le Content-Type est faux, ou le corps est compressé."
    ),
    "Send JSON, or a multipart form for photos.": (
        "Envoyez du JSON, ou un formulaire multipart pour les photos."
    ),
    "Too many requests in a minute: publishes, preparations and uploads over all callers, "
    "operations of this caller (`OPERATIONS_PER_MINUTE`).": (
        "Trop de requêtes en une minute : publications, préparations et envois de photos de "
        "tous les appelants, opérations de cet appelant (`OPERATIONS_PER_MINUTE`)."
    ),
    "Come back after `Retry-After`.": "Revenez après `Retry-After`.",
    "The caller has `STREAMS_PER_CALLER` sockets, subscriptions and event streams open.": (
        "L'appelant a `STREAMS_PER_CALLER` sockets, abonnements et flux d'événements ouverts."
    ),
    "Close some of them, then open the new one.": (
        "Fermez-en quelques-uns, puis ouvrez le nouveau."
    ),
    "The account has published its listings of the day.": (
        "Le compte a publié ses annonces de la journée."
    ),
    "More than 25 MB, or too many pixels.": "Plus de 25 Mo, ou trop de pixels.",
    "Send a smaller one.": "Envoyez-en une plus petite.",
    "Not a JPEG, PNG, WebP, GIF or HEIC.": "Ni JPEG, ni PNG, WebP, GIF ou HEIC.",
    "Convert it.": "Convertissez-la.",
    "It cannot be decoded to its end.": "Elle ne peut pas être lue jusqu'au bout.",
    "Export it again.": "Exportez-la de nouveau.",
    "A job needs it.": "Une tâche en a besoin.",
    "Cancel that job first.": "Annulez d'abord cette tâche.",
    "A key is needed, or the one sent is not valid.": (
        "Il faut une clé, ou celle qui a été envoyée n'est pas valable."
    ),
    "Send `Authorization: Bearer <key>`.": "Envoyez `Authorization: Bearer <key>`.",
    "The identity provider's token has expired.": "Le jeton du fournisseur d'identité a expiré.",
    "Refresh it, or sign in again.": "Renouvelez-le, ou reconnectez-vous.",
    "The token is not one of the provider's, or is meant for another service.": (
        "Le jeton n'est pas l'un de ceux du fournisseur, ou s'adresse à un autre service."
    ),
    "Sign in again; see [security](security.md).": (
        "Reconnectez-vous ; voir [security](security.md)."
    ),
    "The provider does not answer, and the token's key is not known.": (
        "Le fournisseur ne répond pas, et la clé du jeton n'est pas connue."
    ),
    "The key or token may not do this; `scope` names what it lacks.": (
        "La clé ou le jeton n'en a pas le droit ; `scope` nomme ce qui manque."
    ),
    "The address of a photo or picture was good for a while only.": (
        "L'adresse d'une photo ou d'une image ne valait que pour un temps."
    ),
    "Ask for the photo or job again.": "Redemandez la photo ou la tâche.",
    "Not allowed.": "Non autorisé.",
    "The Host header names no name of ours.": "L'en-tête Host ne nomme aucun de nos noms.",
    "Add it to `ALLOWED_HOSTS`.": "Ajoutez-le à `ALLOWED_HOSTS`.",
    "A page of another origin calls.": "Une page d'une autre origine appelle.",
    "Add it to `CORS_ORIGINS`.": "Ajoutez-la à `CORS_ORIGINS`.",
    "`PUBLISH_ENABLED=false`.": "`PUBLISH_ENABLED=false`.",
    "The account has no session.": "Le compte n'a pas de session.",
    "Save one.": "Enregistrez-en une.",
    "What was pasted is no session.": "Ce qui a été collé n'est pas une session.",
    "Copy the whole Cookie header of a signed-in page.": (
        "Copiez l'en-tête Cookie entier d'une page où vous êtes connecté."
    ),
    "The site treats it as a guest's, or its end has passed.": (
        "Le site la traite comme celle d'un visiteur, ou sa fin est passée."
    ),
    "Save a fresh one.": "Enregistrez-en une nouvelle.",
    "The session belongs to another market, or the site sent it on to one.": (
        "La session est d'un autre site, ou le site l'a renvoyée vers un autre."
    ),
    "Name its host, or save one of this market.": (
        "Nommez son hôte, ou enregistrez-en une de ce site."
    ),
    "The token or job belongs to another account.": (
        "Le jeton ou la tâche appartient à un autre compte."
    ),
    "Name the right account.": "Nommez le bon compte.",
    "The page shows another member than the session's. Nothing was filled.": (
        "La page montre un autre membre que celui de la session. Rien n'a été rempli."
    ),
    "Save the right session.": "Enregistrez la bonne session.",
    "The account rests after a challenge.": "Le compte se repose après une vérification.",
    "Solve it in your own browser; come back later.": (
        "Résolvez-la dans votre propre navigateur ; revenez plus tard."
    ),
    "Too many jobs of the account wait, or one works and a walk or a further look has to wait.": (
        "Trop de tâches du compte attendent, ou l'une travaille, et un regard sur le site doit "
        "attendre."
    ),
    "Only a job whose outcome is unknown is resolved, or looked up again; a preparation is "
    "resolved as long as its draft may be there, whatever else it came to.": (
        "Seule une tâche à l'issue inconnue est tranchée, ou vérifiée encore une fois ; une "
        "préparation est tranchée tant que son brouillon peut être là, quoi qu'elle soit devenue."
    ),
    "Wait or cancel some.": "Attendez, ou annulez-en quelques-unes.",
    "The sell page was examined for this account within the last day.": (
        "La page de vente a été examinée pour ce compte depuis moins d'un jour."
    ),
    "Look at the latest report, or force another walk.": (
        "Regardez le dernier rapport, ou demandez un examen de plus."
    ),
    "The preparation was corrected after the token was given.": (
        "La préparation a été corrigée après la remise du jeton."
    ),
    "The preparation was cancelled.": "La préparation a été annulée.",
    "A publish with this token runs.": "Une publication avec ce jeton est en cours.",
    "Wait for it.": "Attendez-la.",
    "The token was used; `job_id` names the job.": "Le jeton a servi ; `job_id` nomme la tâche.",
    "The site refused this listing after the click, or the page was about to send another one.": (
        "Le site a refusé cette annonce après le clic, ou la page allait en envoyer une autre."
    ),
    "Correct the preparation and use its new token.": (
        "Corrigez la préparation et utilisez son nouveau jeton."
    ),
    "An earlier publish may have gone through.": "Une publication précédente a peut-être abouti.",
    "Look, then `resolve`.": "Regardez, puis `resolve`.",
    "The preparation is under way.": "La préparation est en cours.",
    "There is nothing to cancel.": "Il n'y a rien à annuler.",
    "The job was cancelled while it was waited for.": (
        "La tâche a été annulée pendant qu'on l'attendait."
    ),
    "The yes, or the answers, did not come in time.": (
        "Le oui, ou les réponses, ne sont pas venus à temps."
    ),
    "The click has been made.": "Le clic a été fait.",
    "Wait for the outcome.": "Attendez le résultat.",
    "The state does not allow it.": "L'état ne le permet pas.",
    "No connection, a server error, or not the site's page.": (
        "Pas de connexion, une erreur du serveur, ou une page qui n'est pas celle du site."
    ),
    "Try again later.": "Réessayez plus tard.",
    "A field of the sell page was not found; the detail names it.": (
        "Un champ de la page de vente n'a pas été trouvé ; le détail le nomme."
    ),
    "Update Fripier.": "Mettez Fripier à jour.",
    "The job was not through within `JOB_DEADLINE_MINUTES` of its acceptance.": (
        "La tâche n'a pas abouti dans les `JOB_DEADLINE_MINUTES` minutes après son acceptation."
    ),
    "The site took too long.": "Le site a mis trop de temps.",
    "There is no Chromium; the detail says how to get one.": (
        "Il n'y a pas de Chromium ; le détail dit comment en obtenir un."
    ),
    "Get one.": "Installez-en un.",
    "The browser ended under the job.": "Le navigateur s'est arrêté pendant la tâche.",
    "Try again.": "Réessayez.",
    "No capacity now.": "Pas de place en ce moment.",
    "No worker with a browser looked at the session in time.": (
        "Aucun processus avec un navigateur n'a regardé la session à temps."
    ),
    "Start a worker, or look at its log.": (
        "Démarrez-en un (`fripier worker`), ou regardez son journal."
    ),
    "PostgreSQL dropped the lock of the account, and another worker took it.": (
        "PostgreSQL a lâché le verrou du compte, et un autre processus l'a pris."
    ),
    "The database, the data folder or the store of photos cannot be used. Nothing was kept.": (
        "La base de données, le dossier de données ou le stockage des photos est "
        "inutilisable. Rien n'a été gardé."
    ),
    "Check the disk, or `STORAGE_URL`.": "Vérifiez le disque, ou `STORAGE_URL`.",
    "A photo in the store is not what was kept there.": (
        "Une photo du stockage n'est pas ce qui y a été mis."
    ),
    "Restore it, or upload it again.": "Restaurez-la, ou envoyez-la de nouveau.",
    "Another Fripier works in this folder.": "Un autre Fripier travaille dans ce dossier.",
    "Stop it, or set `DATA_DIR`.": "Arrêtez-le, ou changez `DATA_DIR`.",
    "At the start: the database is of a newer release, or holds tables that are not "
    "Fripier's. Nothing was changed.": (
        "Au démarrage : la base de données est d'une version plus récente, ou contient des "
        "tables qui ne sont pas de Fripier. Rien n'a été changé."
    ),
    "Start the newer release, restore the backup, or set `DATABASE_URL`.": (
        "Démarrez la version plus récente, restaurez la sauvegarde, ou changez `DATABASE_URL`."
    ),
    "The stored session cannot be opened.": "La session enregistrée ne peut pas être ouverte.",
    "See the detail.": "Voyez le détail.",
    "The file of the sessions is damaged; it was not overwritten.": (
        "Le fichier des sessions est abîmé ; il n'a pas été écrasé."
    ),
    "Restore it, or move it away and save again.": (
        "Restaurez-le, ou mettez-le de côté et enregistrez de nouveau."
    ),
    "`SECRET_KEY` does not hold the key that sealed it.": (
        "`SECRET_KEY` ne contient pas la clé qui l'a scellée."
    ),
    "Set the right key.": "Donnez la bonne clé.",
    "Our fault.": "C'est notre faute.",
    "Report the request id.": "Signalez le numéro de la requête.",
    "The bytes are no HTTP/1.1 that reads in one way: `detail` says where. The connection is "
    "closed unless only the Host is wrong.": (
        "Les octets ne sont pas du HTTP/1.1 qui se lise d'une seule façon : `detail` dit où. La "
        "connexion est fermée, sauf si seul le Host est faux."
    ),
    "Send what RFC 9112 says.": "Envoyez ce que dit la RFC 9112.",
    "A head took more than 10 seconds, or a body came too slowly; the connection is closed.": (
        "Un en-tête a pris plus de 10 secondes, ou un corps est arrivé trop lentement ; la "
        "connexion est fermée."
    ),
    "Send it again.": "Renvoyez-la.",
    "The address is longer than 64 KB; the connection is closed.": (
        "L'adresse dépasse 64 Ko ; la connexion est fermée."
    ),
    "Send what it holds in a body.": "Envoyez son contenu dans un corps.",
    "The range begins behind the end of the picture; `Content-Range` has its size.": (
        "La plage commence après la fin de l'image ; `Content-Range` en donne la taille."
    ),
    "Ask for less.": "Demandez moins.",
    "Line and fields are more than 64 KB or 100 fields, or trailers and chunk sizes more than "
    "the body; the connection is closed.": (
        "La ligne et les champs dépassent 64 Ko ou 100 champs, ou les champs de fin et tailles de "
        "blocs dépassent le corps ; la connexion est fermée."
    ),
    "Send fewer cookies and fields.": "Envoyez moins de cookies et de champs.",
    "No path has this method.": "Aucune adresse n'a cette méthode.",
    "Use GET, HEAD, POST, DELETE or OPTIONS.": "Utilisez GET, HEAD, POST, DELETE ou OPTIONS.",
    "Transfer-Encoding is another one than `chunked`.": (
        "Transfer-Encoding est autre que `chunked`."
    ),
    "Send a Content-Length, or plain chunks.": "Envoyez un Content-Length, ou de simples blocs.",
    "Every connection or socket that the open files allow is in use.": (
        "Toutes les connexions ou tous les sockets que permettent les fichiers ouverts sont pris."
    ),
    "The request is not HTTP/1.0 or 1.1.": "La requête n'est pas en HTTP/1.0 ou 1.1.",
}
