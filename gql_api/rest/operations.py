"""Every operation of REST: its path, what does it, its rules, what it takes and answers with.

What is done is `actions`', how the rules are kept `routes`'. What the OpenAPI document says of each
is `openapi`'s.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import BaseModel
from starlette.responses import Response

from gql_api.domain.inputs import (
    AccountInput,
    AnswersInput,
    DefaultsInput,
    PrepareInput,
    PublishInput,
    ResolveInput,
    SessionInput,
)
from gql_api.rest import (
    actions,
    drafting,
    imports,
    models,
    monitoring,
    photo_models,
    receipts,
    suggestions,
)
from gql_api.rest.console_session import ConsoleSession, SignInInput
from gql_api.rest.parameters import (
    ACCOUNT,
    ACCOUNT_PATH,
    ACCOUNT_QUERY,
    AFTER,
    ID,
    KEY,
    LEAVE,
    ONLY_ACCOUNT,
    PAGE,
    PICTURES,
    PREFER,
    SEEN,
    STATE,
    WANTED,
)
from gql_api.rest.schemas import Schema as Json
from gql_api.security.jws import KeySet

_SITE: Final = (409, 502, 504)
_JPEG: Final = ("image/jpeg",)
_KEY_SETS: Final = (receipts.JWK_SET, receipts.JSON)
_PICTURE: Final[Mapping[int, type[Any] | None]] = {200: None, 206: None, 304: None}
_NO_PICTURE: Final = (404, 412, 416)


@dataclass(frozen=True, slots=True)
class Operation:
    """One method of one path. `replies` maps a status to the type of its answer.

    A stream has `events`: by the name of each the type of its data.
    `rate` names its limiter; without one its requests are counted as operations, unless it is there
    for everybody. One that is there `always` is answered by a process that does not run, too.
    """

    method: str
    path: str
    action: Callable[[actions.Call], Awaitable[Response]]
    name: str
    summary: str
    replies: Mapping[int, type[Any] | None]
    refusals: tuple[int, ...] = ()
    body: type[BaseModel] | None = None
    form: str | None = None
    parameters: tuple[Json, ...] = ()
    media: tuple[str, ...] = (receipts.JSON,)
    public: bool = False
    rate: str | None = None
    signed: bool = False
    always: bool = False
    events: Mapping[str, type[Any]] = field(default_factory=dict)


OPERATIONS: Final = (
    Operation("POST", "/vinted/auth/session", actions.save_session, "saveSession",
              "Save a seller's session", {200: models.SavedSession}, (409, 415, 502, 504),
              body=SessionInput, parameters=(ACCOUNT,)),
    Operation("DELETE", "/vinted/auth/session", actions.forget_session, "forgetSession",
              "Forget a session", {200: models.Forgotten}, parameters=(ACCOUNT, ACCOUNT_QUERY)),
    Operation("GET", "/vinted/auth/check", actions.check_session, "checkSession",
              "Ask the site whose session it is", {200: models.Session},
              parameters=(ACCOUNT, ACCOUNT_QUERY)),
    Operation("POST", "/vinted/auth/resume", actions.resume_account, "resumeAccount",
              "Say that a challenge is solved: one look at the site", {200: models.Session},
              (409, 415, 502, 504), body=AccountInput, parameters=(ACCOUNT,), rate="prepares"),
    Operation("DELETE", "/vinted/accounts/{account}", actions.forget_account, "forgetAccount",
              "Forget everything of an account", {200: models.ForgottenAccount}, (404, 409),
              parameters=(ACCOUNT_PATH,), rate="prepares"),
    Operation("POST", "/vinted/photos/upload", actions.upload_photo, "uploadPhoto",
              "Upload a photo", {200: photo_models.UploadedPhoto}, (415,), form="file",
              rate="uploads"),
    Operation("GET", "/vinted/photos", actions.photos, "photos", "See which photos are kept",
              {200: photo_models.Photos}, parameters=PAGE),
    Operation("GET", "/vinted/photos/{id}", actions.photo, "photo", "See a photo", _PICTURE,
              _NO_PICTURE, parameters=SEEN, media=_JPEG, signed=True),
    Operation("DELETE", "/vinted/photos/{id}", actions.delete_photo, "deletePhoto",
              "Delete a photo", {200: models.Done}, (404, 409, 412), parameters=(ID, WANTED)),
    Operation("POST", "/vinted/listings/prepare", actions.prepare, "prepareListing",
              "Fill the form, publish nothing", {200: models.Prepared, 202: models.Accepted},
              (404, 415, 422, *_SITE), body=PrepareInput, parameters=(KEY, ACCOUNT, PREFER),
              rate="prepares"),
    Operation("POST", "/vinted/listings/check", actions.check_listing, "checkListing",
              "What prepare would refuse of a listing, and advise", {200: models.ListingCheck},
              (404, 409, 415), body=PrepareInput, parameters=(ACCOUNT,)),
    Operation("POST", "/vinted/listings/publish", actions.publish, "publishListing",
              "Publish what was approved", {200: models.Published, 202: models.Accepted},
              (404, 415, 422, *_SITE), body=PublishInput, parameters=(KEY, ACCOUNT, PREFER),
              rate="publish"),
    Operation("GET", "/vinted/jobs", actions.jobs, "jobs", "See the jobs, newest first",
              {200: models.Jobs}, parameters=(*ONLY_ACCOUNT, STATE, *PAGE)),
    Operation("GET", "/vinted/jobs/{id}", actions.job, "job", "See a job", {200: models.Job},
              (404,), parameters=(ID,)),
    Operation("DELETE", "/vinted/jobs/{id}", actions.cancel, "cancelJob",
              "Cancel a job before the click", {200: models.Job}, (404, 409), parameters=(ID,)),
    Operation("GET", "/vinted/jobs/{id}/events", actions.events, "jobEvents", "Follow a job",
              {200: None, 204: None}, (404,), parameters=(ID, AFTER, PICTURES),
              media=("text/event-stream",),
              events={"progress": models.Event, "picture": models.LivePicture}),
    Operation("POST", "/vinted/jobs/{id}/answers", actions.answer, "answerQuestions",
              "Answer a job's questions", {200: models.Prepared, 202: models.Accepted},
              (404, 415, *_SITE), body=AnswersInput, parameters=(ID, PREFER), rate="prepares"),
    Operation("GET", "/vinted/jobs/{id}/options", actions.options, "options",
              "Search a field's list, as the job's form has shown it", {200: suggestions.Options},
              (404, *_SITE), parameters=(ID, *suggestions.SEARCH_PARAMETERS)),
    Operation("POST", "/vinted/jobs/{id}/resolve", actions.resolve, "resolveJob",
              "Say what became of an unknown outcome", {200: models.Job}, (404, 409, 415),
              body=ResolveInput, parameters=(ID,)),
    Operation("GET", "/vinted/jobs/{id}/picture", actions.job_picture, "jobPicture",
              "See the filled form", _PICTURE, _NO_PICTURE, parameters=SEEN, media=_JPEG,
              signed=True),
    Operation("GET", "/vinted/jobs/{id}/receipt", actions.receipt, "receipt",
              "The signed receipt of a publish; as application/jose its text alone",
              {200: receipts.SignedReceipt}, (404,), parameters=(ID,),
              media=(receipts.JSON, receipts.JOSE)),
    Operation("GET", "/vinted/pictures/{id}", actions.picture, "picture",
              "See a picture that a receipt names", _PICTURE, _NO_PICTURE, parameters=SEEN,
              media=_JPEG, signed=True),
    Operation("GET", "/vinted/live/{id}", actions.live_picture, "livePicture",
              "See the form while it is filled, for some seconds", {200: None}, (404,),
              parameters=(ID, LEAVE), media=_JPEG, signed=True),
    Operation("GET", "/.well-known/jwks.json", actions.receipt_keys, "receiptKeys",
              "The keys that check receipts", {200: KeySet}, media=_KEY_SETS, public=True),
    Operation("GET", "/vinted/receipts/jwks.json", actions.receipt_keys, "receiptKeysAlias",
              "The same keys, where a host application serves a key set of its own", {200: KeySet},
              media=_KEY_SETS, public=True),
    Operation("GET", "/vinted/aliases", actions.aliases, "aliases",
              "What an account's answers have taught", {200: models.Aliases},
              parameters=(ACCOUNT, ACCOUNT_QUERY)),
    Operation("DELETE", "/vinted/aliases/{id}", actions.forget_alias, "forgetAlias",
              "Forget an alias", {200: models.Done}, (404,), parameters=(ID,)),
    Operation("GET", "/vinted/suggest/{field}", actions.suggest, "suggest",
              "What a text may become, while typing", {200: suggestions.Suggestions}, (404,),
              parameters=suggestions.PARAMETERS),
    Operation("GET", "/vinted/markets", actions.markets, "markets", "The site's markets",
              {200: suggestions.Markets}),
    Operation("POST", "/vinted/jobs/{id}/renew", imports.renew, "renewListing",
              "Prepare the same content again: new picture, new token",
              {200: models.Prepared, 202: models.Accepted}, (404, *_SITE),
              parameters=(ID, PREFER), rate="prepares"),
    Operation("GET", "/vinted/jobs/{id}/copy", drafting.copy, "copyListing",
              "What was said of a listing, to prepare another like it", {200: drafting.Copied},
              (404,), parameters=(ID,)),
    Operation("GET", "/vinted/accounts/{account}/defaults", drafting.defaults, "accountDefaults",
              "What an account's listings have where it was left out", {200: drafting.Defaults},
              parameters=(ACCOUNT_PATH,)),
    Operation("PUT", "/vinted/accounts/{account}/defaults", drafting.set_defaults,
              "setAccountDefaults", "Set what an account's listings have where it was left out",
              {200: drafting.Defaults}, (415,), body=DefaultsInput, parameters=(ACCOUNT_PATH,)),
    Operation("POST", "/vinted/imports", imports.bring, "importListings",
              "Import listings from a file; nothing is published", {200: imports.Import},
              (404, 413, 415, 422), form="import", rate="uploads",
              parameters=(KEY, ACCOUNT, ACCOUNT_QUERY, imports.MARKET, imports.CHECK, imports.HOLD,
                          imports.AGAIN)),
    Operation("GET", "/vinted/imports/template", imports.download, "importTemplate",
              "The table to fill in, in the caller's language", {200: None},
              parameters=(imports.FORMAT,), media=imports.MEDIA, public=True),
    Operation("GET", "/vinted/imports", imports.every, "imports", "See the imports, newest first",
              {200: imports.Imports}, parameters=(*ONLY_ACCOUNT, *PAGE)),
    Operation("GET", "/vinted/imports/{id}", imports.one, "import", "See an import and its rows",
              {200: imports.Import}, (404,), parameters=(ID, *imports.ROWS_OF)),
    Operation("DELETE", "/vinted/imports/{id}", imports.cancel, "cancelImport",
              "Leave every row out that is not published", {200: imports.Import}, (404,),
              parameters=(ID,)),
    Operation("POST", "/vinted/imports/{id}/approve", imports.approve, "approveImportRows",
              "Let rows be prepared, in this order", {200: imports.Import}, (404, 409, 415),
              body=imports.LinesInput, parameters=(ID,)),
    Operation("POST", "/vinted/imports/{id}/skip", imports.skip, "skipImportRows",
              "Leave rows out", {200: imports.Import}, (404, 409, 415), body=imports.SkipInput,
              parameters=(ID,)),
    Operation("GET", "/vinted/imports/{id}/events", imports.events, "importEvents",
              "Follow an import", {200: None, 204: None}, (404,),
              parameters=(ID, imports.LAST_SEEN), media=("text/event-stream",),
              events={"import": imports.ImportChange}),
    Operation("GET", "/health", actions.health, "health",
              "Whether the process lives, and its parts", {200: models.Health}, public=True,
              always=True),
    Operation("GET", "/ready", actions.ready, "ready", "Whether it can work, check by check",
              {200: monitoring.Readiness, 503: monitoring.Readiness}, public=True),
    Operation("GET", "/stats", actions.stats, "stats", "Counts", {200: monitoring.Stats}),
    Operation("GET", "/metrics", actions.metrics, "metrics", "The figures for Prometheus",
              {200: None}, media=monitoring.PAGES),
    Operation("GET", "/console/session", actions.look_at_console, "consoleSession",
              "Whether this browser is signed in to the console", {200: ConsoleSession}, (503,),
              public=True),
    Operation("POST", "/console/session", actions.sign_in, "signIn",
              "Give the console a key once; its own page alone may", {200: ConsoleSession},
              (429, 503), body=SignInInput, public=True),
    Operation("DELETE", "/console/session", actions.sign_out, "signOut",
              "Sign this browser out of the console", {200: ConsoleSession}, (503,), public=True),
    Operation("POST", "/api/v1/ingest/upload", actions.ingest, "ingest", "Upload several photos",
              {200: photo_models.UploadedPhotos}, (415,), form="files", rate="uploads"),
    Operation("POST", "/ingest/upload", actions.ingest, "ingestAlias", "Upload several photos",
              {200: photo_models.UploadedPhotos}, (415,), form="files", rate="uploads"),
)  # fmt: skip
"""Every operation, in the order in which a seller needs them."""
