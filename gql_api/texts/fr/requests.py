"""French: what is wrong with a request as a whole, with its keys, and with a photo."""

from typing import Final

TEXTS: Final = {
    # JSON and forms
    "Send JSON with the header Content-Type: application/json.": (
        "Envoyez du JSON avec l'en-tête Content-Type: application/json."
    ),
    "Send a JSON object, in braces.": "Envoyez un objet JSON, entre accolades.",
    "The JSON gives a member twice: send each member once.": (
        "Le JSON donne deux fois le même membre : envoyez chaque membre une seule fois."
    ),
    "The JSON holds a number of thousands of digits.": (
        "Le JSON contient un nombre de plusieurs milliers de chiffres."
    ),
    "The JSON is nested too deeply: send a flat object.": (
        "Le JSON est trop imbriqué : envoyez un objet plat."
    ),
    "The body is not UTF-8: encode it as UTF-8.": (
        "Le corps n'est pas en UTF-8 : encodez-le en UTF-8."
    ),
    "The body is not JSON: {} at line {}, column {}.": (
        "Le corps n'est pas du JSON : {0}, ligne {1}, colonne {2}."
    ),
    "{} is not JSON: send a number.": "{0} n'est pas du JSON : envoyez un nombre.",
    "The form cannot be read: {}": "Le formulaire ne peut pas être lu : {0}",
    "The form's names cannot be read in its charset: send UTF-8.": (
        "Les noms du formulaire sont illisibles dans son jeu de caractères : envoyez de l'UTF-8."
    ),
    "Send at most {} bytes in one request.": (
        "Envoyez au plus {0:number} octets en une seule requête."
    ),
    # The connection
    "This is not HTTP/1.1 as RFC 9112 has it.": "Ce n'est pas du HTTP/1.1 au sens de la RFC 9112.",
    "Send at most 64 KB and 100 fields before the body.": (
        "Envoyez au plus 64 Ko et 100 champs avant le corps."
    ),
    "The chunks and trailers are longer than the body in them.": (
        "Les blocs et champs de fin sont plus longs que le corps qu'ils portent."
    ),
    "Too many requests were sent before their answers.": (
        "Trop de requêtes ont été envoyées avant leurs réponses."
    ),
    "The address is too long: send what it holds in a body.": (
        "L'adresse est trop longue : envoyez son contenu dans un corps."
    ),
    "The request did not arrive in time: send it again.": (
        "La requête n'est pas arrivée à temps : renvoyez-la."
    ),
    "No path has this method: use GET, HEAD, POST, DELETE or OPTIONS.": (
        "Aucune adresse n'a cette méthode : utilisez GET, HEAD, POST, DELETE ou OPTIONS."
    ),
    "Send the body with a Content-Length, or in chunks without compression.": (
        "Envoyez le corps avec Content-Length, ou par blocs sans compression."
    ),
    "Send the body without Content-Encoding: compressed ones are not read.": (
        "Envoyez le corps sans Content-Encoding : un corps compressé n'est pas lu."
    ),
    "Send HTTP/1.1.": "Envoyez du HTTP/1.1.",
    "There are too many connections.": "Il y a trop de connexions.",
    "There are too many open sockets.": "Il y a trop de sockets ouverts.",
    "There are too many open event streams.": "Il y a trop de flux d'événements ouverts.",
    "Send a body without the field Upgrade.": "Envoyez un corps sans le champ Upgrade.",
    "Ask for a path: it begins with a slash.": (
        "Demandez un chemin : il commence par une barre oblique."
    ),
    "The address and the field Host name two services: this is no proxy.": (
        "L'adresse et le champ Host nomment deux services : ceci n'est pas un proxy."
    ),
    "Send the field Host once.": "Envoyez le champ Host une seule fois.",
    "There are {} bytes.": "Il y a {0} octets.",
    # Paths, methods, types
    "There is nothing at this path: see /docs.": "Il n'y a rien à cette adresse : voyez /docs.",
    "Use {}.": "Utilisez {0}.",
    "Use GET.": "Utilisez GET.",
    "Use GET or POST.": "Utilisez GET ou POST.",
    "This is answered as {}: accept it.": "La réponse est de type {0} : acceptez-le.",
    "This is answered as application/json or application/graphql-response+json: accept one of "
    "them.": (
        "La réponse est de type application/json ou application/graphql-response+json : acceptez "
        "l'un des deux."
    ),
    "Send the id of an event of this job.": ("Envoyez le numéro d'un événement de cette tâche."),
    "The JSON holds half of a surrogate pair: send whole characters.": (
        "Le JSON contient la moitié d'une paire de substitution : envoyez des caractères entiers."
    ),
    # GraphQL
    "Send a query.": "Envoyez une requête (query).",
    "Send one operation, as a JSON object.": "Envoyez une seule opération, en objet JSON.",
    "Send mutations by POST.": "Envoyez les mutations par POST.",
    "Subscribe over a WebSocket with the protocol graphql-transport-ws, or accept "
    "text/event-stream.": (
        "Abonnez-vous par un WebSocket avec le protocole graphql-transport-ws, ou acceptez "
        "text/event-stream."
    ),
    "Send the operation as application/json, or as multipart with files.": (
        "Envoyez l'opération en application/json, ou en multipart avec des fichiers."
    ),
    "Add the header GraphQL-Require-Preflight to multipart requests.": (
        "Ajoutez l'en-tête GraphQL-Require-Preflight aux requêtes multipart."
    ),
    "Send the text parts operations and map before the files.": (
        "Envoyez les parties de texte operations et map avant les fichiers."
    ),
    "The map must give lists of paths.": "La partie map doit donner des listes de chemins.",
    "The map does not fit the operations and files.": (
        "La partie map ne va pas avec les opérations et les fichiers."
    ),
    "{} must be {}.": "{0} doit être {1:must}.",
    "a string": "un texte",
    "an object": "un objet",
    "Name the operation: the document holds several.": (
        "Nommez l'opération : le document en contient plusieurs."
    ),
    "The operation is too large: {}.": "L'opération est trop grande : {0}.",
    "The document is nested too deeply.": "Le document est trop imbriqué.",
    "The document holds a number of thousands of digits.": (
        "Le document contient un nombre de plusieurs milliers de chiffres."
    ),
    # Idempotency and limits
    "The idempotency key {}.": "La clé d'idempotence {0:must}.",
    "is empty: leave it out or send a UUID": "est vide : ne l'envoyez pas, ou envoyez un UUID",
    "is longer than {} characters: send a UUID": ("dépasse {0} caractères : envoyez un UUID"),
    "is given more than once: send one": "est donnée plusieurs fois : n'en envoyez qu'une",
    "is empty or malformed: send printable characters such as a UUID": (
        "est vide ou mal formée : envoyez des caractères imprimables, un UUID par exemple"
    ),
    "This Idempotency-Key was used with another request. Use a new key for a new request.": (
        "Cette clé d'idempotence a servi à une autre demande. Prenez une nouvelle clé pour une "
        "nouvelle demande."
    ),
    "The request with this key is still running: follow the job, or repeat the call later.": (
        "La demande qui a cette clé est encore en cours : suivez la tâche, ou répétez l'appel "
        "plus tard."
    ),
    "Send the finding alone.": "Envoyez le constat (finding) seul.",
    "Send the listing's address, or notThere: true.": (
        "Envoyez l'adresse de l'annonce, ou not_there: true."
    ),
    "No error has this code: see docs/errors.md.": (
        "Aucune erreur ne porte ce code : voir docs/errors.md."
    ),
    "At most {} per minute: try again in {} seconds.": (
        "Au plus {0} par minute : réessayez dans {1} secondes."
    ),
    "You have {} sockets, subscriptions and event streams open, the most at once: close some of "
    "them first.": (
        "Vous avez {0} sockets, abonnements et flux d'événements ouverts, le maximum à la fois : "
        "fermez-en d'abord."
    ),
    # Photos
    "Send the photo as multipart/form-data, in the field file.": (
        "Envoyez la photo en multipart/form-data, dans le champ file."
    ),
    "Send the photo as a file in the field {}.": (
        "Envoyez la photo comme fichier, dans le champ {0}."
    ),
    "{} is empty: choose the photo again.": "{0} est vide : choisissez de nouveau la photo.",
    "{} is not a photo: send JPEG, PNG, WebP, GIF or HEIC.": (
        "{0} n'est pas une photo : envoyez du JPEG, PNG, WebP, GIF ou HEIC."
    ),
    "{} is damaged or cut off and cannot be decoded: export it again and retry.": (
        "{0} est abîmée ou tronquée et ne peut pas être lue : exportez-la de nouveau et réessayez."
    ),
    "{} is larger than {} MB: send a smaller version.": (
        "{0} dépasse {1} Mo : envoyez une version plus petite."
    ),
    "{} has more than {} megapixels: send a smaller version.": (
        "{0} dépasse {1} mégapixels : envoyez une version plus petite."
    ),
    "{} would take too long to decode: export it as an ordinary JPEG.": (
        "{0} serait trop longue à lire : exportez-la en JPEG ordinaire."
    ),
    "There is no photo with this id.": "Aucune photo n'a cet identifiant.",
    "There is no photo {}. Upload it again and use the temp_id of the answer.": (
        "Il n'y a pas de photo {0}. Envoyez-la de nouveau et utilisez le temp_id de la réponse."
    ),
    "The photo belongs to job {}: cancel that job first.": (
        "La photo appartient à la tâche {0} : annulez d'abord cette tâche."
    ),
    "The file of photo {} is gone: upload the photo again.": (
        "Le fichier de la photo {0} a disparu : envoyez la photo de nouveau."
    ),
    "There is no picture with this id.": "Aucune image n'a cet identifiant.",
    "first: send a whole number.": "first : envoyez un nombre entier.",
    "Suggestions are there for {}.": "Des suggestions existent pour {0}.",
    "No category with this id takes a listing, as far as is known here: take an id of the category "
    "suggestions.": (
        "Pour autant qu'on sache ici, aucune catégorie de cet identifiant n'accepte d'annonce : "
        "prenez un identifiant des suggestions de catégories."
    ),
    "Name the category: sizes depend on it.": ("Indiquez la catégorie : les tailles en dépendent."),
}
