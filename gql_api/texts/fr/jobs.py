"""French: what may start, what became of a job, and the yes that a publish needs."""

from typing import Final

TEXTS: Final = {
    # Jobs
    "There is no job with this id.": "Aucune tâche n'a cet identifiant.",
    "The job is over: there is nothing to cancel.": (
        "La tâche est terminée : il n'y a rien à annuler."
    ),
    "The click has been made, or the job has just come to its end: it can no longer be cancelled. "
    "Look at its outcome.": (
        "Le clic a été fait, ou la tâche vient de se terminer : elle ne peut plus être annulée. "
        "Regardez son résultat."
    ),
    "The job was cancelled: prepare the listing again.": (
        "La tâche a été annulée : préparez de nouveau l'annonce."
    ),
    "The job ended before it was confirmed: prepare the listing again.": (
        "La tâche a pris fin avant d'être confirmée : préparez de nouveau l'annonce."
    ),
    "This job has no picture: wait until its form is filled.": (
        "Cette tâche n'a pas d'image : attendez que son formulaire soit rempli."
    ),
    "This job has no receipt: only a publish whose button was about to be pressed has one, once "
    "its outcome is stored.": (
        "Cette tâche n'a pas de reçu : seule une publication dont le bouton allait être pressé en "
        "a un, une fois son résultat enregistré."
    ),
    "Only a job whose outcome is unknown is looked up again.": (
        "Seule une tâche au résultat inconnu est recherchée de nouveau."
    ),
    "The site shows something that a person has to look at, so nothing was looked up. Open your "
    "listings in your own browser.": (
        "Le site montre quelque chose qu'une personne doit regarder, rien n'a donc été "
        "recherché. Ouvrez vos annonces dans votre propre navigateur."
    ),
    "Only a job whose outcome is unknown is resolved.": (
        "Seule une tâche au résultat inconnu peut être tranchée."
    ),
    "Account {} has {} jobs waiting already. Wait for some of them, or cancel them.": (
        "Le compte {0} a déjà {1} tâches en attente. Attendez-en quelques-unes, ou annulez-les."
    ),
    "Account {} has published its {} listings of the day. The next one is possible at {} UTC.": (
        "Le compte {0} a publié ses {1} annonces du jour. La prochaine sera possible à {2} UTC."
    ),
    "There is no alias with this id.": "Aucun alias n'a cet identifiant.",
    # Examining the sell page
    "A job of account {} works in the browser now: try again later.": (
        "Une tâche du compte {0} utilise le navigateur en ce moment : réessayez plus tard."
    ),
    "As many jobs work in the browser now as may at once: try again later.": (
        "Le navigateur est occupé par autant de tâches qu'il peut en prendre à la fois : "
        "réessayez plus tard."
    ),
    "The site shows something that a person has to look at, so the walk ended there. Open the sell "
    "page in your own browser.": (
        "Le site montre quelque chose qu'une personne doit regarder, l'examen s'est donc arrêté "
        "là. Ouvrez la page de vente dans votre propre navigateur."
    ),
    "The page belongs to another member than the stored session: save the session of the right "
    "account.": (
        "La page est celle d'un autre membre que la session enregistrée : enregistrez la session "
        "du bon compte."
    ),
    "The page was examined for this account within the last day; the next time is {} UTC. Look at "
    "the latest report, or force another walk.": (
        "La page a été examinée pour ce compte il y a moins d'un jour ; la prochaine fois est à "
        "{0} UTC. Regardez le dernier rapport, ou demandez un autre examen avec force."
    ),
    "Account {} has published its {} listings of the day, so its page is not opened again today.": (
        "Le compte {0} a publié ses {1} annonces du jour : sa page n'est plus ouverte aujourd'hui."
    ),
    # Preparations
    "Only a preparation is corrected.": "Seule une préparation peut être corrigée.",
    "The preparation belongs to another account.": "La préparation est celle d'un autre compte.",
    "The preparation is under way or was cancelled: wait for it, or prepare anew.": (
        "La préparation est en cours ou a été annulée : attendez-la, ou préparez à nouveau."
    ),
    "The preparation was cancelled. Prepare the listing again.": (
        "La préparation a été annulée. Préparez de nouveau l'annonce."
    ),
    "The preparation was corrected after this confirm token was given. Look at it again and use "
    "its newest token.": (
        "La préparation a été corrigée après la remise de ce jeton de confirmation. Revoyez-la et "
        "utilisez son jeton le plus récent."
    ),
    # Publishing
    "Publishing is switched off here (PUBLISH_ENABLED=false). A dry run still works.": (
        "La publication est désactivée ici (PUBLISH_ENABLED=false). Un essai à blanc reste "
        "possible."
    ),
    "Publishing was switched off (PUBLISH_ENABLED=false) before the click.": (
        "La publication a été désactivée (PUBLISH_ENABLED=false) avant le clic."
    ),
    "Another publish of this preparation is under way or done: look at that job.": (
        "Une autre publication de cette préparation est en cours ou faite : regardez cette tâche."
    ),
    "A publish of this preparation is under way: wait for its outcome.": (
        "Une publication de cette préparation est en cours : attendez son résultat."
    ),
    "An earlier publish with this token may have gone through. Look at your listings, then say "
    "whether it is there (resolve).": (
        "Une publication précédente avec ce jeton est peut-être passée. Regardez vos annonces, "
        "puis dites si elle y est (resolve)."
    ),
    "The site refused this listing. Correct the preparation and use its new token.": (
        "Le site a refusé cette annonce. Corrigez la préparation et utilisez son nouveau jeton."
    ),
    "The page was about to send something else than this confirm token approved, and nothing was "
    "sent. Prepare the listing again and use its new token.": (
        "La page allait envoyer autre chose que ce que ce jeton de confirmation approuve, et rien "
        "n'a été envoyé. Préparez l'annonce à nouveau et utilisez son nouveau jeton."
    ),
    "This confirm token was used: look at the job that used it.": (
        "Ce jeton de confirmation a déjà servi : regardez la tâche qui l'a utilisé."
    ),
    "The confirm token belongs to another account.": (
        "Le jeton de confirmation est celui d'un autre compte."
    ),
    "The confirm token is not one of ours: prepare the listing again and use the confirm_token of "
    "that answer.": (
        "Le jeton de confirmation ne vient pas d'ici : préparez de nouveau l'annonce et utilisez "
        "le confirm_token de la réponse."
    ),
    "The confirm token has expired: prepare the listing again and use the confirm_token of that "
    "answer.": (
        "Le jeton de confirmation a expiré : préparez de nouveau l'annonce et utilisez le "
        "confirm_token de la réponse."
    ),
    # Before the click
    "The market could not be reached, or answered something else than its page. Nothing was "
    "clicked: try again later.": (
        "Le site n'a pas pu être joint, ou a répondu autre chose que sa page. Rien n'a été "
        "cliqué : réessayez plus tard."
    ),
    "The site did not take photo {} in time. Nothing was clicked: try again later, or leave it "
    "out.": (
        "Le site n'a pas pris la photo {0} à temps. Rien n'a été cliqué : réessayez plus tard, ou "
        "retirez-la."
    ),
    "The page is slow: the field {} did not come in time.{} Nothing was clicked: try again "
    "later.": (
        "La page est lente : le champ {0} n'est pas venu à temps.{1:say} Rien n'a été cliqué : "
        "réessayez plus tard."
    ),
    " It was waiting for: {}.": " Elle attendait : {0}.",
    "The market did not answer in time. Nothing was clicked: try again later.": (
        "Le site n'a pas répondu à temps. Rien n'a été cliqué : réessayez plus tard."
    ),
    "The job took longer than it may. Nothing was clicked: try again later.": (
        "La tâche a pris plus de temps que permis. Rien n'a été cliqué : réessayez plus tard."
    ),
    "The browser ended under the job. Nothing was clicked: try again.": (
        "Le navigateur s'est arrêté pendant la tâche. Rien n'a été cliqué : réessayez."
    ),
    "This is our fault. Nothing was clicked: try again, and report the job id.": (
        "C'est notre faute. Rien n'a été cliqué : réessayez, et signalez l'identifiant de la tâche."
    ),
    "The page belongs to another member than the stored session. Nothing was filled: save the "
    "session of the right account.": (
        "La page est celle d'un autre membre que la session enregistrée. Rien n'a été rempli : "
        "enregistrez la session du bon compte."
    ),
    "The sell page has changed: the field {} was not found by any of {} locators.{} Nothing was "
    "clicked: update Fripier; `fripier doctor` tells what else has changed.{}": (
        "La page de vente a changé : le champ {0} n'a été trouvé par aucun des {1} repères.{2:say} "
        "Rien n'a été cliqué : mettez Fripier à jour ; `fripier doctor` dit ce qui a changé "
        "d'autre.{3:say}"
    ),
    " Tried: {}.": " Essayés : {0}.",
    " Nearest on the page: {}.": " Au plus proche sur la page : {0}.",
    "A listing with the same title and price is for sale already: {}": (
        "Une annonce au même titre et au même prix est déjà en vente : {0}"
    ),
    "This listing may be the one: {}": "Cette annonce est peut-être la bonne : {0}",
    "Nothing was clicked: an earlier publish of the same listing (job {}) has come up.": (
        "Rien n'a été cliqué : une publication antérieure de la même annonce (tâche {0}) est "
        "apparue."
    ),
    "Nothing was clicked: an earlier publish of the same listing (job {}) may have gone through, "
    "and your wardrobe could not be read to its end. Try again later.": (
        "Rien n'a été cliqué : une publication antérieure de la même annonce (tâche {0}) a "
        "peut-être abouti, et votre dressing n'a pas pu être lu jusqu'au bout. Réessayez plus tard."
    ),
    "Nothing was clicked: an earlier publish of the same listing (job {}) may have gone through. "
    "Look at your listings, then say of that job whether it is there (resolve).": (
        "Rien n'a été cliqué : une publication antérieure de la même annonce (tâche {0}) a "
        "peut-être abouti. Regardez vos annonces, puis dites de cette tâche si elle y est "
        "(resolve)."
    ),
    "The draft may have been saved, and it is not seen yet. It is looked for for ten minutes, and "
    "nothing is saved again until it is found or you say whether it is there (resolve).": (
        "Le brouillon a peut-être été enregistré, et on ne le voit pas encore. Il est cherché "
        "pendant dix minutes, et rien n'est enregistré de nouveau tant qu'il n'est pas trouvé ou "
        "que vous n'avez pas dit s'il y est (resolve)."
    ),
    "One of these drafts may be the one that was saved: {}. Say which one it is (resolve); "
    "nothing is saved again until then.": (
        "L'un de ces brouillons est peut-être celui qui a été enregistré : {0}. Dites lequel "
        "(resolve) ; rien n'est enregistré de nouveau d'ici là."
    ),
    "A draft of the same listing may have been saved by job {}: nothing was saved again. Say of "
    "that job whether it is there (resolve).": (
        "Un brouillon de la même annonce a peut-être été enregistré par la tâche {0} : rien n'a "
        "été enregistré de nouveau. Dites de cette tâche s'il y est (resolve)."
    ),
}
