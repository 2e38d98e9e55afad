// Every way in which a call can be refused, as one value: a typed error of the schema, an error of
// GraphQL, a problem in JSON, or no answer at all.
import type { CombinedError } from "@urql/core";

import type { RefusalFragment } from "./generated";

export interface Wrong {
  readonly field: string;
  readonly message: string;
}

export class Refused extends Error {
  readonly code: string;
  readonly problems: readonly Wrong[];
  readonly jobId: string | null;
  readonly retryAfterSeconds: number | null;
  /** Whether the same call will be refused tomorrow too. */
  readonly lasting: boolean;

  constructor(
    code: string,
    message: string,
    more: { problems?: readonly Wrong[]; jobId?: string | null; retryAfterSeconds?: number | null; lasting?: boolean } = {},
  ) {
    super(message);
    this.code = code;
    this.problems = more.problems ?? [];
    this.jobId = more.jobId ?? null;
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
    this.lasting = more.lasting ?? false;
  }
}

export const NO_ANSWER = "no_answer";
/** What is answered to the call as it is: a service that is busy or away may take it later. */
const LASTING: ReadonlySet<string> = new Set(["InvalidInputError", "ConflictError", "ForbiddenError"]);
const KEY_CODES = new Set(["unauthenticated", "token_expired", "token_invalid"]);

export function isAboutTheKey(refused: Refused): boolean {
  return KEY_CODES.has(refused.code);
}

export function ofTyped(error: RefusalFragment): Refused {
  const named = error.field ? [{ field: error.field, message: error.message }] : [];
  return new Refused(error.code, error.message, {
    problems: "problems" in error ? error.problems : named,
    jobId: "jobId" in error ? error.jobId : null,
    retryAfterSeconds: "retryAfterSeconds" in error ? error.retryAfterSeconds : null,
    lasting: LASTING.has(error.__typename),
  });
}

export function ofError(error: CombinedError): Refused {
  const [first] = error.graphQLErrors;
  if (first) {
    const code = first.extensions?.["code"];
    return new Refused(typeof code === "string" ? code : "internal", first.message);
  }
  return error.networkError instanceof Refused
    ? error.networkError
    : new Refused(NO_ANSWER, error.networkError?.message ?? error.message);
}

export async function ofProblem(response: Response): Promise<Refused> {
  const said = (await response.json()) as { code?: string; detail?: string; title?: string };
  const wait = Number(response.headers.get("Retry-After"));
  return new Refused(said.code ?? "internal", said.detail ?? said.title ?? "", {
    retryAfterSeconds: wait > 0 ? wait : null,
  });
}
