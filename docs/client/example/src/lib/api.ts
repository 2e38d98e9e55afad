/** Every call to Fripier. An answer that is not 2xx is thrown as a `Failure`; no POST is sent again. */
import type {
  Accepted,
  Job,
  Jobs,
  Prepared,
  Problem,
  Published,
  SavedSession,
  Session,
  Suggestion,
  Suggestions,
  UploadedPhoto,
} from "./answers";

export const BASE = (import.meta.env.VITE_API_BASE_URL ?? "http://127.0.0.1:5000").replace(/\/+$/, "");
const KEY = "fripier-key";

export const keptKey = (): string => sessionStorage.getItem(KEY) ?? "";
export function keepKey(key: string): void {
  if (key) sessionStorage.setItem(KEY, key);
  else sessionStorage.removeItem(KEY);
}

export class Failure extends Error {
  constructor(
    readonly problem: Problem,
    readonly retryAfter: string | null,
  ) {
    super(problem.detail);
  }
}

/** The service gave no answer at all. */
export class Unreached extends Error {}

export async function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (keptKey()) headers.set("Authorization", `Bearer ${keptKey()}`);
  headers.set("Accept-Language", "en");
  const asked = fetch(`${BASE}${path}`, { ...init, headers });
  const response = await asked.catch(() => {
    throw new Unreached(`${BASE} does not answer.`);
  });
  if (response.ok) return response;
  throw new Failure((await response.json()) as Problem, response.headers.get("Retry-After"));
}

async function get<Told>(path: string): Promise<Told> {
  return (await call(path)).json() as Promise<Told>;
}

async function post<Told>(path: string, body: unknown, more: Record<string, string> = {}): Promise<Told> {
  const headers = { "Content-Type": "application/json", ...more };
  const init = { method: "POST", headers, body: JSON.stringify(body) };
  return (await call(path, init)).json() as Promise<Told>;
}

export interface Draft {
  title: string;
  price: string;
  description: string;
  brand: string;
  size: string;
  condition: string;
  color: string;
  category_hint: string;
}

export const EMPTY: Draft = {
  ...{ title: "", price: "", description: "", brand: "", size: "", condition: "", color: "" },
  category_hint: "",
};

export interface Preparation extends Draft {
  photos: string[];
  job_id?: string;
  answers?: Record<string, string>;
}

const AT_ONCE = { Prefer: "wait=0" };

export const saveSession = (cookie: string, userAgent: string): Promise<SavedSession> =>
  post("/vinted/auth/session", { cookie, user_agent: userAgent || null, expires_at: null });
export const checkSession = (): Promise<Session> => get("/vinted/auth/check");
export const resume = (): Promise<Session> => post("/vinted/auth/resume", { account: null });
export const prepare = (given: Preparation): Promise<Accepted | Prepared> =>
  post("/vinted/listings/prepare", { ...given, dry_run: true }, AT_ONCE);
export const publish = (token: string, dryRun: boolean, key: string): Promise<Accepted | Published> =>
  post(
    "/vinted/listings/publish",
    { confirm_token: token, dry_run: dryRun },
    { ...AT_ONCE, "Idempotency-Key": key },
  );
export const job = (id: string): Promise<Job> => get(`/vinted/jobs/${id}`);
export const jobs = (query: string): Promise<Jobs> => get(`/vinted/jobs?${query}`);
export const resolve = (
  id: string,
  found: { there: true; address: string } | { not_there: true },
): Promise<Job> => post(`/vinted/jobs/${id}/resolve`, found);

export async function suggest(field: string, text: string): Promise<Suggestion[]> {
  const query = new URLSearchParams({ text });
  return (await get<Suggestions>(`/vinted/suggest/${field}?${query}`)).suggestions;
}

export async function options(id: string, field: string, text: string): Promise<Suggestion[]> {
  const query = new URLSearchParams({ field, text });
  return (await get<{ options: Suggestion[] }>(`/vinted/jobs/${id}/options?${query}`)).options;
}

export async function upload(file: File): Promise<UploadedPhoto> {
  const body = new FormData();
  body.append("file", file);
  return (await call("/vinted/photos/upload", { method: "POST", body })).json();
}
