// The one next act for every outcome, reason and problem code. What is said stands in the catalogues.
import type { JobPartsFragment, Outcome } from "../../api/generated";
import type { Tone } from "../../parts/basics";

/** What a person can do about a refusal. */
export type Cure = "correct" | "connect" | "key" | "resume" | "prepare" | "repeat" | "follow" | "retry" | "read";

export const CURES: Readonly<Record<string, Cure>> = {
  // The request.
  invalid_input: "correct",
  malformed_json: "read",
  malformed_form: "retry",
  preflight_required: "read",
  operation_too_large: "read",
  document_too_deep: "read",
  idempotency_key_invalid: "read",
  idempotency_key_reused: "retry",
  idempotency_request_in_progress: "follow",
  confirm_token_invalid: "prepare",
  confirm_token_expired: "prepare",
  unknown_market: "correct",
  not_found: "read",
  job_not_found: "follow",
  photo_not_found: "correct",
  receipt_not_found: "follow",
  alias_not_found: "read",
  import_not_found: "follow",
  picture_not_found: "read",
  method_not_allowed: "read",
  not_acceptable: "read",
  body_too_large: "correct",
  unsupported_media_type: "correct",
  malformed_request: "read",
  request_timeout: "retry",
  request_target_too_long: "read",
  precondition_failed: "retry",
  range_not_satisfiable: "read",
  request_head_too_large: "read",
  method_not_implemented: "read",
  transfer_coding_unknown: "read",
  too_many_connections: "retry",
  http_version_unsupported: "read",
  rate_limited: "retry",
  too_many_streams: "retry",
  no_capacity: "retry",
  too_many_devices: "read",
  daily_budget_reached: "retry",
  // A file of listings.
  import_too_large: "correct",
  import_unreadable: "correct",
  // Photos.
  photo_too_large: "correct",
  photo_unsupported: "correct",
  photo_corrupt: "correct",
  photo_in_use: "follow",
  // Access and session.
  unauthenticated: "key",
  token_expired: "key",
  token_invalid: "key",
  identity_provider_unavailable: "retry",
  missing_scope: "key",
  key_may_publish: "key",
  address_expired: "retry",
  forbidden: "read",
  host_not_allowed: "read",
  origin_not_allowed: "read",
  console_page_required: "read",
  publish_disabled: "read",
  session_required: "connect",
  session_malformed: "connect",
  session_expired: "connect",
  wrong_market: "connect",
  wrong_account: "connect",
  account_mismatch: "connect",
  account_cooling_down: "resume",
  cooling_down: "resume",
  account_busy: "follow",
  examined_today: "read",
  // Jobs.
  content_changed: "prepare",
  preparation_cancelled: "prepare",
  publish_in_progress: "follow",
  already_published: "follow",
  confirm_token_used: "correct",
  outcome_unknown: "follow",
  job_running: "follow",
  job_over: "follow",
  job_cancelled: "prepare",
  job_expired: "prepare",
  too_late_to_cancel: "follow",
  options_not_read: "correct",
  not_a_preparation: "follow",
  not_unknown: "follow",
  conflict: "retry",
  // The site, the browser, the service.
  site_unreachable: "repeat",
  site_layout_changed: "read",
  deadline: "repeat",
  site_timeout: "repeat",
  text_not_typable: "correct",
  browser_missing: "read",
  browser_crashed: "repeat",
  not_running: "read",
  stopping: "retry",
  unavailable: "retry",
  no_worker: "retry",
  turn_lost: "repeat",
  storage_unavailable: "read",
  storage_damaged: "correct",
  data_folder_in_use: "read",
  database_incompatible: "read",
  vault_unusable: "read",
  vault_damaged: "read",
  vault_key_mismatch: "read",
  internal: "repeat",
  // Of this page alone: nothing was answered.
  no_answer: "retry",
};

/** Whether a refusal is answered by a fresh session. */
export function isOfSession(code: string): boolean {
  return CURES[code] === "connect";
}

/** Whether a refusal is answered by another press than the one that met it. */
export function leadsOn(code: string): boolean {
  return ["connect", "key", "resume", "prepare", "repeat", "follow"].includes(CURES[code] ?? "retry");
}

/** What a person can do about the outcome of a run. */
export type Next = "check" | "publish" | "open" | "answer" | "correct" | "prepare" | "resume" | "repeat" | "settle" | "follow";

const TONES: Readonly<Record<Outcome, Tone>> = {
  PREPARED: "good",
  DRAFT_SAVED: "good",
  CHECKED: "good",
  PUBLISHED: "good",
  NEEDS_MANUAL: "warn",
  NOT_READY: "warn",
  REJECTED_BY_SITE: "bad",
  HELD_FOR_REVIEW: "warn",
  OUTCOME_UNKNOWN: "warn",
  DUPLICATED: "bad",
};

const NEXT: Readonly<Record<Outcome, Next>> = {
  PREPARED: "check",
  DRAFT_SAVED: "check",
  CHECKED: "publish",
  PUBLISHED: "open",
  NEEDS_MANUAL: "resume",
  NOT_READY: "correct",
  REJECTED_BY_SITE: "correct",
  HELD_FOR_REVIEW: "open",
  OUTCOME_UNKNOWN: "settle",
  DUPLICATED: "open",
};

/** Where a reason asks for another act than its outcome. */
const BY_REASON: Readonly<Record<string, Next>> = {
  questions: "answer",
  form_changed: "prepare",
  captcha_or_verification: "resume",
  rate_limited_by_site: "resume",
  unknown_dialog: "repeat",
  more_photos_wanted: "correct",
  pay_wall: "repeat",
  not_sent: "repeat",
  wardrobe_unreadable: "repeat",
  similar_in_wardrobe: "follow",
  earlier_draft_unknown: "follow",
};

export interface Guidance {
  readonly tone: Tone;
  readonly next: Next;
}

/** An outcome that stays unknown to the site, and was settled by a person's word. */
export function isSaidAbsent(job: JobPartsFragment): boolean {
  return job.result?.outcome === "OUTCOME_UNKNOWN" && job.result.reason === "not_there_by_person";
}

export function guidance(job: JobPartsFragment, outcome: Outcome): Guidance {
  const reason = job.result?.reason ?? "";
  if (isSaidAbsent(job)) return { tone: "plain", next: "repeat" };
  const refined = outcome === "NEEDS_MANUAL" || outcome === "NOT_READY" ? BY_REASON[reason] : undefined;
  return { tone: TONES[outcome], next: refined ?? NEXT[outcome] };
}
