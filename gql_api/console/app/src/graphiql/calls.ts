// The ways in which an operation is sent from GraphiQL: a request, a form with a file, a socket.
import { createClient } from "graphql-ws";

import * as endpoint from "../api/endpoint";
import { photo } from "./photo";

export type Variables = Record<string, unknown>;

export interface Asked {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables: Variables;
  readonly headers: Readonly<Record<string, string>>;
}

export type Call = (asked: Asked) => Promise<unknown>;

export async function request({ headers, ...params }: Asked): Promise<unknown> {
  const types = {
    Accept: "application/graphql-response+json, application/json;q=0.9",
    "Content-Type": "application/json",
  };
  const response = await fetch(endpoint.graphql, {
    method: "POST",
    headers: { ...types, ...headers },
    body: JSON.stringify(params),
  });
  return response.json();
}

/** As the GraphQL multipart request specification has it. */
export async function upload({ headers, ...params }: Asked): Promise<unknown> {
  const input = params.variables["input"] as Variables;
  const file = await photo(input["file"]);
  const operations = { ...params, variables: { input: { ...input, file: null } } };
  const form = new FormData();
  form.append("operations", JSON.stringify(operations));
  form.append("map", JSON.stringify({ 0: ["variables.input.file"] }));
  form.append("0", file);
  const asked = { ...headers, "GraphQL-Require-Preflight": "1" };
  return (await fetch(endpoint.graphql, { method: "POST", headers: asked, body: form })).json();
}

/** A socket for each subscription, closed with it: a key is said when it is opened. */
export function follow({ headers, ...params }: Asked): AsyncIterableIterator<unknown> {
  const client = createClient({
    url: endpoint.socket.href,
    connectionParams: headers,
    retryAttempts: 0, // a second try would tell the first events again
  });
  return client.iterate(params);
}
