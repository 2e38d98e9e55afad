// The address is the state: it survives a reload, and can be opened on another device.
import { useSyncExternalStore } from "react";

export type Route =
  | { screen: "sell" }
  | { screen: "job"; id: string }
  | { screen: "correct"; id: string }
  | { screen: "history" }
  | { screen: "imports" }
  | { screen: "import"; id: string }
  | { screen: "listing"; id: string; line: number; job: string; correct: boolean }
  | { screen: "accounts" }
  | { screen: "connect"; account: string | null };

export const to = {
  sell: "#/",
  history: "#/history",
  imports: "#/imports",
  accounts: "#/accounts",
  connect: "#/connect",
  /** Where a session of this account is saved, whichever is chosen. */
  connectTo: (account: string) => `#/connect/${encodeURIComponent(account)}`,
  job: (id: string) => `#/jobs/${encodeURIComponent(id)}`,
  correct: (id: string) => `#/jobs/${encodeURIComponent(id)}/correct`,
  import: (id: string) => `#/imports/${encodeURIComponent(id)}`,
  /** A listing of an import, by the job that it is at: its preparation, or a publish of it. */
  listing: (id: string, line: number, job: string) => `#/imports/${encodeURIComponent(id)}/${line}/${encodeURIComponent(job)}`,
} as const;

/** Said when one goes to where one is: what stands there has changed. */
export const AGAIN = "fripier:again";

export function go(hash: string): void {
  if (location.hash === hash) window.dispatchEvent(new Event(AGAIN));
  else location.hash = hash;
}

function read(hash: string): Route {
  const [first, second, third, fourth, fifth] = hash.replace(/^#\/?/, "").split("/");
  if (first === "jobs" && second) return { screen: third === "correct" ? "correct" : "job", id: decoded(second) };
  if (first === "imports") {
    if (!second) return { screen: "imports" };
    const id = decoded(second);
    if (!third || !fourth || !/^\d+$/.test(third)) return { screen: "import", id };
    return { screen: "listing", id, line: Number(third), job: decoded(fourth), correct: fifth === "correct" };
  }
  if (first === "connect") return { screen: "connect", account: second ? decoded(second) : null };
  if (first === "history" || first === "accounts") return { screen: first };
  return { screen: "sell" };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // no address of ours
  }
}

function subscribe(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

export function useRoute(): Route {
  return read(useSyncExternalStore(subscribe, () => location.hash));
}
