"""The order of the files, and the form of the sell page that the stand-ins of these tests draw.

The long files come first, so that the processes of a run end together; `--quick` leaves them out,
for a change in hand. `FRIPIER_STANDIN_FORM=may` runs every test on the older form, unless it says
which it means; the product never reads it.
"""

import os
from functools import cache
from typing import get_args

import pytest

from browser.standin.switches import form_switches

CHOSEN = os.environ.get("FRIPIER_STANDIN_FORM", form_switches.DEFAULT_FORM)
if CHOSEN not in get_args(form_switches.Form):
    raise ValueError(f"FRIPIER_STANDIN_FORM: {CHOSEN!r} is no form of the sell page")
form_switches.DEFAULT_FORM = CHOSEN  # type: ignore[assignment] - checked just above

LONG = (
    # Longest first; what is not here takes less than ten seconds.
    "tests/browser/test_cases.py",
    "tests/browser/inspection/test_drift.py",
    "tests/e2e/test_cluster.py",
    "tests/campaign/test_soak.py",
    "tests/browser/standin/test_switches.py",
    "tests/behaviour/test_selling.py",
    "tests/gql_api/workflows/test_reconcile.py",
    "tests/browser/test_obstacles.py",
    "tests/gql_api/workflows/test_later_looks.py",
    "tests/browser/form/test_fill.py",
    "tests/e2e/test_restart.py",
    "tests/browser/inspection/test_inspector.py",
    "tests/browser/form/test_submission.py",
    "tests/e2e/test_publishing.py",
    "tests/console/test_imports.py",
    "tests/gql_api/workflows/test_drafts.py",
    "tests/browser/test_trouble.py",
    "tests/console/test_endings.py",
    "tests/e2e/test_storage_trouble.py",
    "tests/console/test_whole_job.py",
    "tests/browser/sites/test_list_panel.py",
    "tests/e2e/test_limits.py",
    "tests/campaign/test_clicks.py",
    "tests/browser/test_lists.py",
    "tests/gql_api/console/test_console.py",
    "tests/gql_api/workflows/test_forget_account.py",
    "tests/browser/chromium/test_chromium.py",
    "tests/browser/form/test_arrival.py",
    "tests/gql_api/cli/test_bundle.py",
    "tests/browser/test_parcel_and_price.py",
    "tests/console/test_devices.py",
    "tests/browser/test_category_fields.py",
    "tests/e2e/test_doctor.py",
    "tests/browser/test_diagnoses.py",
    "tests/e2e/test_stopping.py",
    "tests/e2e/test_challenges.py",
    "tests/gql_api/workflows/test_search_page.py",
    "tests/campaign/test_campaign.py",
    "tests/gql_api/workflows/test_look_again.py",
    "tests/gql_api/console/test_graphiql.py",
    "tests/browser/test_questions.py",
    "tests/browser/form/test_photo_upload.py",
    "tests/e2e/test_push.py",
    "tests/e2e/test_notices.py",
    "tests/clients/test_package.py",
    "tests/browser/test_drafts.py",
    "tests/e2e/test_receipts.py",
    "tests/e2e/test_resuming.py",
    "tests/e2e/test_august.py",
    "tests/console/test_agent.py",
    "tests/gql_api/imports/test_tables.py",
    "tests/gql_api/mcp/test_door.py",
    "tests/gql_api/rest/test_jobs.py",
    "tests/browser/test_dialogs.py",
    "tests/subjects/test_matrix.py",
    "tests/subjects/test_event_streams.py",
    "tests/clients/test_example.py",
    "tests/browser/test_driver.py",
    "tests/e2e/test_backup.py",
    "tests/e2e/test_addresses.py",
    "tests/edge/test_descriptors.py",
    "tests/browser/sites/test_markers.py",
    "tests/clients/test_clients.py",
    "tests/browser/test_frozen.py",
    "tests/e2e/test_imports.py",
    "tests/gql_api/db/test_imports.py",
    "tests/browser/page/test_pauses.py",
    "tests/e2e/test_power_loss.py",
    "tests/gql_api/rest/test_console_session.py",
    "tests/gql_api/observability/test_readiness.py",
    "tests/e2e/test_pages_of_others.py",
    "tests/gql_api/texts/test_wrong_values.py",
    "tests/gql_api/media/test_shared_photos.py",
    "tests/browser/test_questions_ahead.py",
    "tests/browser/page/test_challenge.py",
    "tests/console/test_places.py",
    "tests/browser/standin/test_inputs.py",
    "tests/fuzz/test_documents.py",
    "tests/console/test_gallery.py",
    "tests/gql_api/db/test_retention.py",
    "tests/gql_api/jobs/test_engine.py",
    "tests/gql_api/workflows/test_older_data.py",
    "tests/gql_api/rest/test_rest.py",
    "tests/browser/test_late_banner.py",
    "tests/browser/standin/test_form.py",
    "tests/gql_api/rest/test_published_limits.py",
    "tests/gql_api/same_inputs/test_table.py",
    "tests/gql_api/jobs/test_retention.py",
    "tests/gql_api/media/test_local_store.py",
    "tests/gql_api/workflows/test_first_word.py",
    "tests/docs/test_curl.py",
    "tests/gql_api/imports/test_following.py",
    "tests/gql_api/workflows/test_tokens.py",
    "tests/gql_api/media/test_decoder.py",
    "tests/browser/test_suggested_categories.py",
    "tests/gql_api/db/test_migrations.py",
    "tests/e2e/test_traces.py",
    "tests/gql_api/doctor/test_doctor.py",
    "tests/gql_api/graphql/test_fields.py",
    "tests/browser/standin/test_selling.py",
    "tests/test_private_names.py",
    "tests/gql_api/sessions/test_browser_sessions.py",
    "tests/gql_api/db/test_click_limit.py",
    "tests/e2e/test_metrics.py",
    "tests/e2e/test_forgetting.py",
    "tests/gql_api/workflows/test_fence.py",
    "tests/gql_api/media/test_memory.py",
    "tests/console/test_writing.py",
    "tests/gql_api/rest/test_upload_bound.py",
    "tests/e2e/test_secrets.py",
    "tests/gql_api/workflows/test_demanded_fields.py",
    "tests/browser/form/test_live_view.py",
    "tests/browser/standin/test_fields.py",
    "tests/e2e/test_storage.py",
    "tests/subjects/test_streams.py",
    "tests/gql_api/db/test_runs_of_versions.py",
    "tests/subjects/test_keys.py",
    "tests/gql_api/workflows/test_live_pictures.py",
    "tests/e2e/test_mounting.py",
    "tests/gql_api/graphql/test_http.py",
    "tests/fuzz/test_inputs.py",
    "tests/edge/test_deadlines.py",
    "tests/gql_api/db/test_jobs.py",
    "tests/gql_api/graphql/test_ws.py",
    "tests/gql_api/db/publishing/test_receipts.py",
    "tests/gql_api/jobs/test_timeouts.py",
    "tests/e2e/test_collector.py",
    "tests/gql_api/graphql/test_streams.py",
    "tests/gql_api/graphql/test_ws_life.py",
    "tests/gql_api/db/publishing/test_publish_intents.py",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--quick", action="store_true", help="leave out the long files")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    ranks = {item.nodeid: _rank(item.nodeid.partition("::")[0]) for item in items}
    items.sort(key=lambda item: ranks[item.nodeid])
    if config.getoption("--quick"):
        long = [item for item in items if ranks[item.nodeid] < len(LONG)]
        items[:] = items[len(long) :]
        config.hook.pytest_deselected(items=long)


@cache
def _rank(file: str) -> int:
    """The place of a file among the long ones; the first that fits counts."""
    return next((rank for rank, long in enumerate(LONG) if file.startswith(long)), len(LONG))
