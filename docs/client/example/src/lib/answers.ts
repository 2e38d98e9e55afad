export type EvidenceSource = "hint" | "title" | "description" | "brand" | "size" | "price" | "field"
  | "site";
export type JobKind = "prepare" | "publish";
export type JobState = "queued" | "running" | "waiting_for_slot" | "awaiting_answers" |
  "awaiting_confirmation" | "done" | "failed" | "cancelled" | "expired";
export type ObstacleKind = "captcha" | "human_check" | "blocked" | "verification" | "rate_limited" |
  "pay_wall" | "dialog" | "unexpected_answer";
export type Outcome = "prepared" | "draft_saved" | "checked" | "published" | "needs_manual" |
  "not_ready" | "rejected_by_site" | "held_for_review" | "outcome_unknown" | "duplicated";
export type SessionState = "absent" | "malformed" | "wrong_market" | "expired" | "challenged" |
  "valid" | "unknown";
export type Source = "cookie_header" | "request_headers" | "curl" | "fetch" | "powershell" |
  "cookies_txt" | "cookie_table" | "json_export" | "json_object";
export type SavedSession = { obstacle: Obstacle | null; picture_url: string | null;
  screenshot_b64: string | null; authenticated: boolean; username: string | null; user_id: string |
  null; account: string; market: string | null; market_url: string | null; state: SessionState;
  reason: string | null; dropped: string[]; source: Source | null; saved_at: string | null;
  checked_at: string | null; expires_at: string | null; resting_until: string | null;
  needs_manual?: boolean; ok: boolean; persisted: boolean };
export type Session = { obstacle: Obstacle | null; picture_url: string | null;
  screenshot_b64: string | null; authenticated: boolean; username: string | null; user_id: string |
  null; account: string; market: string | null; market_url: string | null; state: SessionState;
  reason: string | null; dropped: string[]; source: Source | null; saved_at: string | null;
  checked_at: string | null; expires_at: string | null; resting_until: string | null;
  needs_manual?: boolean };
export type UploadedPhoto = { ok: boolean; photo: KeptPhoto };
export type Prepared = { obstacle: Obstacle | null; picture_url: string | null;
  screenshot_b64: string | null; ok: boolean; dry_run: boolean; outcome: Outcome | null;
  reason: string | null; job_id: string; username: string | null; errors: FieldError[];
  warnings: string[]; needs_manual?: boolean; retry_at: string | null; confirm_token?: string;
  preview_url: string | null; draft_context: DraftContext };
export type Published = { obstacle: Obstacle | null; picture_url: string | null;
  screenshot_b64: string | null; ok: boolean; dry_run: boolean; outcome: Outcome | null;
  reason: string | null; job_id: string; username: string | null; errors: FieldError[];
  warnings: string[]; needs_manual?: boolean; retry_at: string | null; listing_id?: string | null;
  listing_url?: string | null; listing_urls?: string[]; prepare_job_id: string | null };
export type Accepted = { job_id: string; kind: JobKind; state: JobState; step: string | null;
  percent: number; revision: number; last_seq: number; slot_at: string | null; deadline: string |
  null; ok: boolean; dry_run: boolean };
export type Job = { obstacle: Obstacle | null; picture_url: string | null; screenshot_b64: string |
  null; ok: boolean; dry_run: boolean; outcome: Outcome | null; reason: string | null;
  job_id: string; username: string | null; errors: FieldError[]; warnings: string[];
  needs_manual?: boolean; retry_at: string | null; kind: JobKind; state: JobState; step: string |
  null; percent: number; revision: number; last_seq: number; slot_at: string | null;
  deadline: string | null; confirm_token?: string; listing_id?: string | null; listing_url?: string
  | null; listing_urls?: string[]; preview_url?: string | null; draft_context?: DraftContext;
  prepare_job_id?: string | null; account: string; market: string; market_url: string;
  created_at: string | null; updated_at: string | null; import_id: string | null;
  import_line: number | null; problem: JobProblem | null; listing: Listing };
export type Jobs = { ok: boolean; jobs: Job[]; next: string | null };
export type JobEvent = { job_id: string; seq: number; at: string; state: JobState; revision: number;
  percent: number; step: string | null; done: number | null; total: number | null; outcome: Outcome
  | null; reason: string | null; problem: JobProblem | null; slot_at: string | null };
export type Suggestions = { suggestions: Suggestion[] };
export type Problem = { type: string; title: string; status: number; detail: string;
  instance: string; code: string; request_id: string; ok: false; field?: string;
  errors?: FieldError[]; picture_url?: string; job_id?: string; location?: string;
  listing_url?: string | null; allow?: string; photos?: KeptPhoto[]; refused?: RefusedPhoto[];
  size?: number; scope?: string; market?: string; violated_policies?: string[];
  state?: SessionState; reason?: string | null; obstacle?: Obstacle; retry_at?: string;
  resting_until?: string };
export type Obstacle = { kind: ObstacleKind; heading: string | null };
export type KeptPhoto = { temp_id: string; url: string; filename: string; width: number;
  height: number; size: number };
export type FieldError = { field: string; detail: string };
export type DraftContext = { job_id: string; account: string; market: string; expires_at: string |
  null; draft_id: string | null; fields: FieldReport[]; questions: Question[]; warnings: string[];
  advice: Advice[] };
export type JobProblem = { code: string; detail: string };
export type Listing = { title: string; price: string; currency: string; description: string;
  category_hint: string; brand: string; size: string; condition: string; color: string;
  material: string | null; parcel_size: string | null; unisex: boolean | null; photos: string[];
  answers: Record<string, string> };
export type Suggestion = { option_id: string; label: string; parents: string[]; score: number;
  reason: string; language: string | null };
export type RefusedPhoto = { filename: string; index: number; code: string; detail: string };
export type FieldReport = { name: string; asked: string | null; chosen: string | null;
  option_id: string | null; score: number; reason: string; alternatives: Candidate[]; rank: number;
  evidence: Evidence[]; assumed: boolean };
export type Question = { field: string; label: string | null; asked: string | null; reason: string;
  candidates: Candidate[]; option_count: number | null; categories: string[] };
export type Advice = { code: string; field: string | null; detail: string };
export type Candidate = { option_id: string; label: string; parents: string[]; score: number;
  reason: string };
export type Evidence = { source: EvidenceSource; words: string };
