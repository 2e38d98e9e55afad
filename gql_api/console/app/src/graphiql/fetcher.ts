// What GraphiQL sends with: chooses the way for an operation, and fills in what tabs before have
// answered.
import type { GraphiQLProps } from "graphiql";

import { follow, request, upload, type Asked, type Variables } from "./calls";
import { isPhoto } from "./photo";
import { Placeholders } from "./placeholders";

type Fetcher = GraphiQLProps["fetcher"];
type Headers = Asked["headers"];

const OPERATION = /^\s*(query|mutation|subscription)\b\s*(\w+)?/gm;
const KEY = /^(authorization|x-api-key)$/i;

const placeholders = new Placeholders();
let named: Headers = {};

/** A key that one tab was given is good for the others; it is kept in memory alone. */
function withKey(given: Headers): Headers {
  if (Object.keys(given).some((name) => KEY.test(name))) named = given;
  return { ...named, ...given };
}

/**
 * The operation that is meant. It is read from the text, since just after a change of tabs GraphiQL
 * still hands over the name and the document of the tab before.
 */
function meant(query: string, name: string | null | undefined): { kind: string; name: string | undefined } {
  const found = [...query.matchAll(OPERATION)].map(([, kind, called]) => ({ kind: kind ?? "query", name: called }));
  return found.find((each) => each.name === name) ?? found[0] ?? { kind: "query", name: undefined };
}

async function answered(asked: Asked): Promise<unknown> {
  const input = asked.variables["input"] as Variables | undefined;
  const answer = await (isPhoto(input?.["file"]) ? upload(asked) : request(asked));
  placeholders.learn(answer);
  return answer;
}

export const fetcher: Fetcher = async (params, options) => {
  const headers = withKey((options?.headers ?? {}) as Headers);
  const { kind, name } = meant(params.query, params.operationName);
  const variables = await placeholders.filled((params.variables ?? {}) as Variables, request, headers);
  const asked: Asked = { query: params.query, operationName: name, variables, headers };
  return (kind === "subscription" ? follow(asked) : answered(asked)) as ReturnType<Fetcher>;
};
