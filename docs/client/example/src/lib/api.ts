import type {
  Accepted,
  Job,
  JobEvent,
  Jobs,
  KeptPhoto,
  Prepared,
  Problem,
  Published,
  SavedSession,
  Session,
  Suggestion,
  Suggestions,
  UploadedPhoto,
} from "./answers";
import { readKey } from "./key";

export const BASE = (import.meta.env.VITE_API_BASE_URL || "http://127.0.0.1:5000").replace(/\/+$/, "");

export type SuggestField = "category" | "brand" | "color" | "condition" | "size";

export type PrepareRequest = {
  title: string;
  price: string;
  description: string;
  brand: string;
  size: string;
  condition: string;
  color: string;
  category_hint: string;
  photos: string[];
  dry_run: true;
  job_id?: string;
  answers?: Record<string, string>;
};

export type Resolution = { there: true; address: string } | { not_there: true };

export class ApiProblem extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfter: string | null,
  ) {
    super(problem.detail);
  }
}

/** The request left and no answer came, or it could not leave. */
export class NoAnswer extends Error {}

type Options = {
  method?: "GET" | "POST";
  json?: unknown;
  form?: FormData;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

async function send(path: string, options: Options = {}): Promise<Response> {
  const headers = new Headers(options.headers);
  headers.set("Accept-Language", "en");
  const key = readKey();
  if (key) headers.set("Authorization", `Bearer ${key}`);
  if (options.json !== undefined) headers.set("Content-Type", "application/json");

  let response: Response;
  try {
    response = await fetch(`${BASE}${path}`, {
      method: options.method ?? "GET",
      headers,
      body: options.form ?? (options.json === undefined ? undefined : JSON.stringify(options.json)),
      signal: options.signal,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new NoAnswer(`${BASE} does not answer.`);
  }
  if (!response.ok) throw new ApiProblem(await readProblem(response), response.headers.get("Retry-After"));
  return response;
}

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === "object" && body !== null && "code" in body) return body as Problem;
  // A proxy in front of the service may answer something else than a Problem.
  return {
    type: "about:blank",
    title: response.statusText,
    status: response.status,
    detail: `The address answered with status ${response.status}.`,
    instance: "",
    code: "unreadable_answer",
    request_id: "",
    ok: false,
  };
}

async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await send(path, { signal })).json();
}

async function postJson<T>(path: string, json: unknown, headers?: Record<string, string>): Promise<T> {
  return (await send(path, { method: "POST", json, headers })).json();
}

export function saveSession(cookie: string, userAgent: string | null): Promise<SavedSession> {
  return postJson("/vinted/auth/session", { cookie, user_agent: userAgent, expires_at: null });
}

export function checkSession(signal?: AbortSignal): Promise<Session> {
  return getJson("/vinted/auth/check", signal);
}

export function resumeAccount(): Promise<Session> {
  return postJson("/vinted/auth/resume", { account: null });
}

export function uploadPhoto(file: File): Promise<UploadedPhoto> {
  const form = new FormData();
  form.append("file", file);
  return send("/vinted/photos/upload", { method: "POST", form }).then((response) => response.json());
}

export function prepareListing(request: PrepareRequest): Promise<Accepted | Prepared> {
  return postJson("/vinted/listings/prepare", request, { Prefer: "wait=0" });
}

export function publishListing(
  confirmToken: string,
  dryRun: boolean,
  idempotencyKey: string,
): Promise<Accepted | Published> {
  return postJson(
    "/vinted/listings/publish",
    { confirm_token: confirmToken, dry_run: dryRun },
    { Prefer: "wait=0", "Idempotency-Key": idempotencyKey },
  );
}

export function getJob(jobId: string, signal?: AbortSignal): Promise<Job> {
  return getJson(`/vinted/jobs/${encodeURIComponent(jobId)}`, signal);
}

export function listJobs(signal?: AbortSignal): Promise<Jobs> {
  return getJson("/vinted/jobs?first=20", signal);
}

export async function listPhotos(signal?: AbortSignal): Promise<KeptPhoto[]> {
  return (await getJson<{ photos: KeptPhoto[] }>("/vinted/photos?first=100", signal)).photos;
}

export async function findWaitingPreparation(signal?: AbortSignal): Promise<Job | null> {
  const { jobs } = await getJson<Jobs>("/vinted/jobs?state=awaiting_confirmation&first=1", signal);
  return jobs[0] ?? null;
}

export function resolvePublish(jobId: string, resolution: Resolution): Promise<Job> {
  return postJson(`/vinted/jobs/${encodeURIComponent(jobId)}/resolve`, resolution);
}

export async function suggest(
  field: SuggestField,
  text: string,
  categoryId: string | null,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const query = new URLSearchParams({ text });
  if (categoryId) query.set("category_id", categoryId);
  return (await getJson<Suggestions>(`/vinted/suggest/${field}?${query}`, signal)).suggestions;
}

export async function searchOptions(
  jobId: string,
  field: string,
  text: string,
  signal: AbortSignal,
): Promise<Suggestion[]> {
  const query = new URLSearchParams({ field, text });
  const path = `/vinted/jobs/${encodeURIComponent(jobId)}/options?${query}`;
  return (await getJson<{ options: Suggestion[] }>(path, signal)).options;
}

/**
 * Reads the progress of a job until onEvent says that it has heard enough or the connection closes.
 * Answers "all_said" if the service has nothing more to tell.
 */
export async function readEvents(
  jobId: string,
  lastSeq: number,
  onEvent: (event: JobEvent) => "go_on" | "enough",
  signal: AbortSignal,
): Promise<"all_said" | "enough" | "closed"> {
  const response = await send(`/vinted/jobs/${encodeURIComponent(jobId)}/events`, {
    headers: { Accept: "text/event-stream", "Last-Event-ID": String(lastSeq) },
    signal,
  });
  if (response.status === 204 || !response.body) return "all_said";

  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return "closed";
    const blocks = (text + value).split(/\r?\n\r?\n/);
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event && onEvent(event) === "enough") {
        await reader.cancel();
        return "enough";
      }
    }
  }
}

function parseEvent(block: string): JobEvent | null {
  const data = block
    .split(/\r?\n/)
    .filter((line) => line.startsWith("data:"))
    .map((line) => line.slice("data:".length).trimStart());
  return data.length > 0 ? (JSON.parse(data.join("\n")) as JobEvent) : null;
}
