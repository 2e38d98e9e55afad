// The file of an import on its way to the service, and the table to fill in. By REST, which takes five
// times as much in one call as GraphQL.
import { at } from "./endpoint";
import type { ImportStage } from "./generated";
import { NO_ANSWER, ofProblem, Refused, type Wrong } from "./refused";

/** A row as the service has read it, kept or not. */
export interface ReadRow {
  readonly line: number;
  readonly stage: ImportStage;
  readonly title: string | null;
  readonly price: { readonly amount: string; readonly currency: string } | null;
  readonly problems: readonly Wrong[];
  readonly notes: readonly Wrong[];
}

export interface Brought {
  readonly id: string;
  readonly name: string;
  readonly unread: readonly string[];
  readonly createdAt: string;
  readonly rows: readonly ReadRow[];
  /** It was there before: the same file was imported already. */
  readonly replayed: boolean;
}

export interface Wish {
  readonly account: string;
  /** No row is prepared before it is approved. */
  readonly hold: boolean;
  /** Only what it would say: nothing is kept. */
  readonly check: boolean;
  /** Although the same file was imported already. */
  readonly again: boolean;
}

interface Told {
  readonly field: string;
  readonly detail: string;
}

interface Answer {
  readonly id: string;
  readonly name: string;
  readonly unread: readonly string[];
  readonly created_at: string;
  readonly rows: readonly {
    readonly line: number;
    readonly title: string | null;
    readonly stage: string;
    readonly problems: readonly Told[];
    readonly notes: readonly Told[];
    readonly listing: { readonly price: string; readonly currency: string } | null;
  }[];
}

function wrong({ field, detail }: Told): Wrong {
  return { field, message: detail };
}

function brought({ id, name, unread, rows, created_at: createdAt }: Answer, replayed: boolean): Brought {
  return {
    id,
    name,
    unread,
    createdAt,
    replayed,
    rows: rows.map(({ line, title, stage, problems, notes, listing }) => ({
      line,
      stage: stage.toUpperCase() as ImportStage,
      title,
      price: listing && { amount: listing.price, currency: listing.currency },
      problems: problems.map(wrong),
      notes: notes.map(wrong),
    })),
  };
}

/** Sends the files; `leave` calls it off. */
export function bring(
  files: readonly File[],
  { account, hold, check, again }: Wish,
  language: string,
  told: (percent: number) => void,
): { answer: Promise<Brought>; leave(): void } {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  const address = new URL(at("vinted/imports"));
  for (const [name, value] of Object.entries({ account, hold, check, again })) address.searchParams.set(name, String(value));
  const request = new XMLHttpRequest();
  request.open("POST", address);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Accept-Language", language);
  request.upload.onprogress = (sent) => told(Math.round((100 * sent.loaded) / sent.total));
  const answer = new Promise<Brought>((resolve, reject) => {
    request.onerror = () => reject(new Refused(NO_ANSWER, ""));
    request.onabort = () => reject(new Refused(CALLED_OFF, ""));
    request.onload = () => void answered(request).then(resolve, reject);
    request.send(form);
  });
  return { answer, leave: () => request.abort() };
}

/** Of this page alone: the person has called the sending off. */
export const CALLED_OFF = "called_off";

async function answered(request: XMLHttpRequest): Promise<Brought> {
  const type = request.getResponseHeader("Content-Type") ?? "";
  const response = new Response(request.responseText, { headers: { "Content-Type": type } });
  const replayed = request.getResponseHeader("Idempotent-Replayed") !== null;
  if (request.status === 200) return brought((await response.json()) as Answer, replayed);
  if (type.includes("json")) throw await ofProblem(response);
  throw new Refused("internal", request.statusText);
}

/** Saves the table to fill in, in the language of this page. */
export async function saveTemplate(format: "csv" | "xlsx", language: string): Promise<void> {
  const response = await fetch(at(`vinted/imports/template?format=${format}`), { headers: { "Accept-Language": language } }).catch(() => {
    throw new Refused(NO_ANSWER, "");
  });
  if (!response.ok) throw await ofProblem(response);
  const named = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = named ?? `listings.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // a browser may begin to read it later
}
