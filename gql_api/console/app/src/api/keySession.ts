// The session that a key opens. The key is sent once and lives on in a cookie that no script reads.
import { at } from "./endpoint";
import { ofProblem, Refused } from "./refused";

export interface KeySession {
  readonly signed_in: boolean;
  readonly key_needed: boolean;
}

const OPEN: KeySession = { signed_in: false, key_needed: false };

export async function keySession(): Promise<KeySession> {
  const response = await fetch(at("console/session"), { headers: { Accept: "application/json" } });
  return response.ok ? ((await response.json()) as KeySession) : OPEN;
}

export async function signIn(key: string, language: string): Promise<void> {
  const response = await fetch(at("console/session"), {
    method: "POST",
    headers: { "Content-Type": "application/json", "Accept-Language": language },
    body: JSON.stringify({ key }),
  });
  await accepted(response);
}

/** Raises where the session has not ended: who leaves a shared machine has to be told. */
export async function signOut(language: string): Promise<void> {
  const response = await fetch(at("console/session"), { method: "DELETE", headers: { "Accept-Language": language } });
  // A key that counts no more holds no session either.
  if (response.status !== 401) await accepted(response);
}

async function accepted(response: Response): Promise<void> {
  if (response.ok) return;
  const type = response.headers.get("Content-Type") ?? "";
  throw type.includes("json") ? await ofProblem(response) : new Refused("internal", response.statusText);
}
