"""The columns of the service's tables; how a time is kept in one is `instants`'."""

from typing import Final

import sqlalchemy as sa

from gql_api.db.instants import Instant

VERSION_TABLE: Final = "fripier_version"
"""Not alembic's usual name: a PostgreSQL database may be another application's as well."""

metadata = sa.MetaData()


jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("kind", sa.String(16), nullable=False),
    # Named inside the service: behind its owner, unless that is the operator.
    sa.Column("account", sa.String(128), nullable=False),
    sa.Column("origin", sa.String(200), nullable=False),
    sa.Column("state", sa.String(32), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("prepare_id", sa.String(64), sa.ForeignKey("jobs.id")),
    sa.Column("prepare_revision", sa.Integer),
    sa.Column("step", sa.String(32)),
    sa.Column("percent", sa.Integer, nullable=False, default=0),
    sa.Column("slot_at", Instant),
    # When the state ends by itself: the run's deadline, or the end of the yes that is awaited.
    sa.Column("expires_at", Instant),
    sa.Column("last_seq", sa.Integer, nullable=False, default=0),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("updated_at", Instant, nullable=False),
    sa.Column("approved_by", sa.String(200)),
    sa.Column("owner", sa.String(32), nullable=False, server_default=""),
    # The row that it came from: no foreign key, since an import may go before its jobs.
    sa.Column("import_id", sa.String(64)),
    sa.Column("import_line", sa.Integer),
    sa.Index("jobs_by_account", "account", "state"),
    sa.Index("jobs_by_owner", "owner", "created_at"),
    sa.Index("jobs_by_age", "created_at"),
    sa.Index("jobs_by_preparation", "prepare_id"),
)

aliases = sa.Table(
    "aliases",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("account", sa.String(128), nullable=False),
    sa.Column("field", sa.String(64), nullable=False),
    # The words as they are compared, and as they were written.
    sa.Column("words", sa.String(400), nullable=False),
    sa.Column("written", sa.String(400), nullable=False),
    sa.Column("options", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.UniqueConstraint("account", "field", "words", name="aliases_by_words"),
)

runs = sa.Table(
    "runs",
    metadata,
    sa.Column("job_id", sa.String(64), sa.ForeignKey("jobs.id"), primary_key=True),
    sa.Column("revision", sa.Integer, primary_key=True),
    sa.Column("dry_run", sa.Boolean, nullable=False),
    sa.Column("listing", sa.Text, nullable=False),
    sa.Column("result", sa.Text),
    sa.Column("state", sa.String(32)),
    # The W3C `traceparent` of the request that asked for this run.
    sa.Column("trace", sa.String(64)),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("job_id", sa.String(64), sa.ForeignKey("jobs.id"), primary_key=True),
    sa.Column("seq", sa.Integer, primary_key=True),
    sa.Column("event", sa.Text, nullable=False),
)

option_lists = sa.Table(
    "option_lists",
    metadata,
    # What the job's latest form has shown, to be searched: JSON, compressed.
    sa.Column("job_id", sa.String(64), sa.ForeignKey("jobs.id"), primary_key=True),
    sa.Column("field", sa.String(200), primary_key=True),
    sa.Column("language", sa.String(16), nullable=False),
    sa.Column("options", sa.LargeBinary, nullable=False),
)

keys = sa.Table(
    "idempotency_keys",
    metadata,
    sa.Column("owner", sa.String(32), primary_key=True, server_default=""),
    sa.Column("operation", sa.String(16), primary_key=True),
    sa.Column("key", sa.String(255), primary_key=True),
    sa.Column("fingerprint", sa.String(64), nullable=False),
    sa.Column("job_id", sa.String(64), sa.ForeignKey("jobs.id"), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
)

intents = sa.Table(
    "intents",
    metadata,
    sa.Column("publish_id", sa.String(64), sa.ForeignKey("jobs.id"), primary_key=True),
    sa.Column("prepare_id", sa.String(64), sa.ForeignKey("jobs.id"), nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("account", sa.String(128), nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("acting_at", Instant),
    sa.Column("closed_at", Instant),
    sa.Column("picture_id", sa.String(64)),
    sa.Column("picture_digest", sa.String(64)),
    # What a later look needs: whose wardrobe, the ids that were in it (JSON), and the draft.
    sa.Column("owner", sa.String(64)),
    sa.Column("known", sa.Text),
    sa.Column("draft_id", sa.String(64)),
    # At most one yes per approved revision is under way or carried out: the database decides.
    sa.Index(
        "one_yes_per_revision",
        "prepare_id",
        "revision",
        unique=True,
        sqlite_where=sa.text("state <> 'failed'"),
        postgresql_where=sa.text("state <> 'failed'"),
    ),
    sa.Index("intents_by_click", "acting_at"),
)

later_looks = sa.Table(
    "later_looks",
    metadata,
    sa.Column("publish_id", sa.String(64), sa.ForeignKey("jobs.id"), primary_key=True),
    sa.Column("clicked_at", Instant, nullable=False),
    sa.Column("next_at", Instant, nullable=False),
    # The oldest publish of the same content whose outcome was not known at this click.
    sa.Column("earlier_id", sa.String(64), sa.ForeignKey("jobs.id")),
    # Whether its own item is not seen yet.
    sa.Column("sought", sa.Boolean, nullable=False),
    sa.Index("later_looks_by_time", "next_at"),
)

draft_saves = sa.Table(
    "draft_saves",
    metadata,
    # One a preparation: a draft that is there is written anew, and no second one is saved.
    sa.Column("prepare_id", sa.String(64), sa.ForeignKey("jobs.id"), primary_key=True),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("account", sa.String(128), nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    # Whose drafts, and the ids of those that were there before the save (JSON).
    sa.Column("owner", sa.String(64), nullable=False),
    sa.Column("known", sa.Text, nullable=False),
    sa.Column("saving_at", Instant, nullable=False),
    sa.Column("draft_id", sa.String(64)),
    sa.Column("next_at", Instant),
    sa.Index("draft_saves_by_account", "account", "state"),
)

receipts = sa.Table(
    "receipts",
    metadata,
    # No foreign key: a receipt may outlive the job that it tells of.
    sa.Column("job_id", sa.String(64), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("owner", sa.String(32), nullable=False, server_default=""),
)

photos = sa.Table(
    "photos",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("size", sa.Integer, nullable=False),
    sa.Column("filename", sa.String(255)),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("owner", sa.String(32), nullable=False, server_default=""),
    sa.Column("one_color", sa.Boolean),
)

rests = sa.Table(
    "account_rests",
    metadata,
    sa.Column("account", sa.String(128), primary_key=True),
    sa.Column("reason", sa.String(64), nullable=False),
    sa.Column("until", Instant, nullable=False),
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("account", sa.String(128), primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("key", sa.String(64)),
    sa.Column("text", sa.Text),
)

examinations = sa.Table(
    "examinations",
    metadata,
    sa.Column("account", sa.String(128), primary_key=True),
    # When the last one began, whatever became of it; the report of the last that came to one.
    sa.Column("begun_at", Instant, nullable=False),
    sa.Column("report", sa.Text),
)

demands = sa.Table(
    "demands",
    metadata,
    # Fields that a market demanded by refusing a listing of the category without them. No account:
    # nobody can see whose refusal it was.
    sa.Column("market", sa.String(200), primary_key=True),
    sa.Column("category", sa.String(64), primary_key=True),
    sa.Column("field", sa.String(64), primary_key=True),
    sa.Column("seen_at", Instant, nullable=False),
)

forgets = sa.Table(
    "forgets",
    metadata,
    # An account that is being forgotten; none once only what it leaves in the file is to go.
    sa.Column("account", sa.String(128), primary_key=True),
    sa.Column("begun_at", Instant, nullable=False),
    # The ids of the photos and pictures whose rows are gone and whose files may not be (JSON).
    sa.Column("files", sa.Text, nullable=False),
)

forgotten_clicks = sa.Table(
    "forgotten_clicks",
    metadata,
    # A click of an account that was forgotten: no foreign key, since its job is gone.
    sa.Column("publish_id", sa.String(64), primary_key=True),
    # Of account and content, with a key, where an item of it may still come up.
    sa.Column("digest", sa.String(64)),
    sa.Column("acting_at", Instant, nullable=False),
    sa.Index("forgotten_clicks_by_time", "acting_at"),
)

rpc = sa.Table(
    "errands",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("request", sa.Text, nullable=False),
    sa.Column("answer", sa.Text),
    sa.Column("worker", sa.String(64)),
    sa.Column("created_at", Instant, nullable=False),
)

workers = sa.Table(
    "workers",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("version", sa.String(32), nullable=False),
    sa.Column("seen_at", Instant, nullable=False),
)

api_keys = sa.Table(
    "api_keys",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("name", sa.String(64), nullable=False),
    # The secret's beginning, to recognise it by, and its SHA-256; the secret itself is nowhere.
    sa.Column("hint", sa.String(16), nullable=False),
    sa.Column("digest", sa.String(64), nullable=False),
    sa.Column("scopes", sa.String(64), nullable=False),
    sa.Column("subject", sa.String(255)),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("expires_at", Instant),
    sa.Column("revoked_at", Instant),
    sa.UniqueConstraint("digest", name="api_keys_by_digest"),
)

account_defaults = sa.Table(
    "account_defaults",
    metadata,
    # What its listings have where their seller left it out (JSON).
    sa.Column("account", sa.String(128), primary_key=True),
    sa.Column("given", sa.Text, nullable=False),
    sa.Column("updated_at", Instant, nullable=False),
)

imports = sa.Table(
    "imports",
    metadata,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("account", sa.String(128), nullable=False),
    sa.Column("owner", sa.String(32), nullable=False),
    sa.Column("origin", sa.String(200), nullable=False),
    # What the file was called, for display, and its columns that say nothing of a listing (JSON).
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("unread", sa.Text, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    # SHA-256 of what was sent; the key that names the request, and what else it asked for.
    sa.Column("digest", sa.String(64)),
    sa.Column("key", sa.String(255)),
    sa.Column("asked", sa.String(64)),
    sa.Index("imports_by_key", "owner", "key", unique=True),
    sa.Index("imports_by_digest", "account", "digest"),
    sa.Index("imports_by_owner", "owner", "created_at"),
    sa.Index("imports_by_age", "created_at"),
)

import_rows = sa.Table(
    "import_rows",
    metadata,
    sa.Column(
        "import_id",
        sa.String(64),
        sa.ForeignKey("imports.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    sa.Column("line", sa.Integer, primary_key=True),
    sa.Column("account", sa.String(128), nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    # As a run's; none where the row is bad. What is wrong with it and how it was read (JSON).
    sa.Column("listing", sa.Text),
    sa.Column("problems", sa.Text, nullable=False),
    sa.Column("notes", sa.Text, nullable=False),
    # The order of approval within the account, and the earliest moment that its budget allows.
    sa.Column("position", sa.Integer),
    sa.Column("planned_at", Instant),
    # Its preparation: no foreign key, since a job may go before the import that it came from.
    sa.Column("job_id", sa.String(64)),
    sa.Column("tries", sa.Integer, nullable=False, server_default="0"),
    # What a bad row's cell said, to know it by; when something else was decided of the row.
    sa.Column("title", sa.String(200)),
    sa.Column("changed_at", Instant, nullable=False, server_default="0"),
    sa.Index("import_rows_waiting", "account", "state", "position"),
    sa.Index("import_rows_by_job", "job_id"),
)

console_sessions = sa.Table(
    "console_sessions",
    metadata,
    # SHA-256 of the id that the browser has; the id itself is nowhere.
    sa.Column("digest", sa.String(64), primary_key=True),
    # What it was begun with: a key of the settings or the provider of a token, both as a keyed
    # digest, or a managed key by the digest that its own row has.
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("credential", sa.String(64), nullable=False),
    # Whom it stands for, as was known then; of keys it is looked up again.
    sa.Column("caller", sa.String(64), nullable=False),
    sa.Column("owner", sa.String(32), nullable=False),
    sa.Column("scopes", sa.String(64), nullable=False),
    # The only name of the service that it counts at.
    sa.Column("host", sa.String(255), nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("used_at", Instant, nullable=False),
    sa.Column("expires_at", Instant, nullable=False),
    sa.Index("console_sessions_by_end", "expires_at"),
)

notices = sa.Table(
    "notices",
    metadata,
    # The id that a receiver knows it by, the same at every try and on every channel.
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("channel", sa.String(64), primary_key=True),
    sa.Column("kind", sa.String(32), nullable=False),
    # What it tells of: a job and its revision, or an import.
    sa.Column("job_id", sa.String(64), sa.ForeignKey("jobs.id")),
    sa.Column("import_id", sa.String(64), sa.ForeignKey("imports.id", ondelete="CASCADE")),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("tries", sa.Integer, nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("next_at", Instant, nullable=False),
    sa.Index("notices_by_job", "job_id"),
    sa.Index("notices_by_import", "import_id"),
    sa.Index("notices_by_time", "state", "next_at"),
)

push_devices = sa.Table(
    "push_devices",
    metadata,
    # A digest of its address, which is sealed with its keys.
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("owner", sa.String(32), nullable=False),
    # What it was subscribed with, so that it goes where that goes: see domain.caller.
    sa.Column("credential", sa.String(80), nullable=False),
    sa.Column("service", sa.String(255), nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    sa.Column("language", sa.String(8), nullable=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("renewed_at", Instant, nullable=False),
    sa.Column("given_at", Instant),
    sa.Index("push_devices_by_owner", "owner"),
)
