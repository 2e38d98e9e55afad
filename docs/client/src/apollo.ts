/** Apollo Client 4: its cache, and its links for calls, uploads and subscriptions. */
import { ApolloLink, HttpLink, InMemoryCache, Observable } from "@apollo/client";
import type { ApolloCache, InMemoryCacheConfig, TypePolicies } from "@apollo/client";
import { parseAndCheckHttpResponse } from "@apollo/client/link/http";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import { print, relayStylePagination } from "@apollo/client/utilities";
import { tap } from "rxjs";

import { changed, isOver, objectsIn, progressIn, type Progress } from "./changes.js";
import { authorized, endpoint, openSocket, type Connection } from "./connection.js";
import { filesIn, form } from "./files.js";
import { embedded, possibleTypes } from "./generated/schema.js";

const SINGLE = ["Capabilities", "Health", "Readiness", "Stats"];

/** How each type is known: values stay with their owner, what there is once is one thing. */
export const typePolicies: TypePolicies = {
  ...Object.fromEntries(embedded.map((name) => [name, { keyFields: false as const }])),
  ...Object.fromEntries(SINGLE.map((name) => [name, { keyFields: [] }])),
  Import: { fields: { rows: relayStylePagination(["stages", "lines"]) } },
  Price: { keyFields: false, merge: true },
  Query: {
    fields: {
      job: (_, { args, toReference }) => toReference({ __typename: "Job", id: args?.["id"] }),
      photo: (_, { args, toReference }) => toReference({ __typename: "Photo", id: args?.["id"] }),
      imports: relayStylePagination(["account"]),
      jobs: relayStylePagination(["account", "kind", "states"]),
      photos: relayStylePagination(),
      publishedListings: relayStylePagination(["account"]),
    },
  },
};

/** A cache that knows Fripier's types. Types of your own are added beside them. */
export function createCache(more: InMemoryCacheConfig = {}): InMemoryCache {
  return new InMemoryCache({
    ...more,
    possibleTypes: { ...possibleTypes, ...more.possibleTypes },
    typePolicies: { ...typePolicies, ...more.typePolicies },
  });
}

export interface Link {
  readonly link: ApolloLink;
  /** Closes the socket, as when the page signs out. */
  readonly dispose: () => void;
}

/** Calls by HTTP, photos by multipart, subscriptions by a socket that comes again. */
export function createLink(connection: Connection, cache: ApolloCache): Link {
  const socket = openSocket(connection);
  const asking = authorized(connection);
  const calls = new HttpLink({ uri: endpoint(connection), fetch: asking });
  const link = ApolloLink.split(
    ({ operationType }) => operationType === "subscription",
    new GraphQLWsLink(socket),
    ApolloLink.split(
      ({ variables }) => filesIn(variables).length > 0,
      new UploadLink(endpoint(connection), asking),
      calls,
    ),
  );
  return { link: ApolloLink.from([keeping(cache), link]), dispose: () => void socket.dispose() };
}

/** Sends an operation with its files, as the GraphQL multipart request specification says. */
class UploadLink extends ApolloLink {
  constructor(
    private readonly uri: string,
    private readonly send: typeof fetch,
  ) {
    super();
  }

  override request(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    const { query, variables, operationName } = operation;
    const body = form({ query: print(query), variables, operationName });
    return new Observable((observer) => {
      const stopped = new AbortController();
      this.send(this.uri, {
        method: "POST",
        body,
        headers: { Accept: "application/graphql-response+json, application/json" },
        signal: stopped.signal,
      })
        .then((response) => parseAndCheckHttpResponse(operation)(response))
        .then((result) => {
          observer.next(result);
          observer.complete();
        })
        .catch((fault: unknown) => {
          if (!stopped.signal.aborted) observer.error(fault);
        });
      return () => stopped.abort();
    });
  }
}

/** Keeps the cache true to what a result changes beside what it tells. */
function keeping(cache: ApolloCache): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(tap((result) => note(cache, result.data))),
  );
}

function note(cache: ApolloCache, data: unknown): void {
  const event = progressIn(data);
  if (event) return noteProgress(cache, event);
  for (const each of objectsIn(data)) {
    const kind = String(each["__typename"]);
    for (const fieldName of changed[kind] ?? []) cache.evict({ id: "ROOT_QUERY", fieldName });
    if (kind === "DeletePhotoSuccess") evict(cache, "Photo", each["id"]);
    if (kind === "ForgetAliasSuccess") evict(cache, "Alias", each["id"]);
    if (kind === "UnsubscribePushSuccess") evict(cache, "PushDevice", each["id"]);
    if (kind === "ForgetAccountSuccess") forget(cache);
  }
}

function evict(cache: ApolloCache, __typename: string, id: unknown): void {
  const known = cache.identify({ __typename, id: String(id) });
  if (known) cache.evict({ id: known });
}

/** Of whom a thing is stands in no id, so all of them are asked for anew. */
function forget(cache: ApolloCache): void {
  const gone = /^(?:Alias|Job|JobResult|Listing|Photo|Receipt|ReceiptPicture):/;
  const kept = cache.extract() as Record<string, unknown>;
  for (const id of Object.keys(kept).filter((each) => gone.test(each))) cache.evict({ id });
}

/** A job's state as its events say; its result is asked for anew once there is one. */
function noteProgress(cache: ApolloCache, event: Progress): void {
  const id = cache.identify({ __typename: "Job", id: event.jobId });
  if (!id) return;
  cache.modify<Record<string, unknown>>({
    id,
    fields: (known, { fieldName, DELETE }) => {
      const told = { state: event.state, percent: event.percent, step: event.step };
      if (isOver(event) && ["result", "pictureUrl", "updatedAt"].includes(fieldName)) return DELETE;
      const value = fieldName === "lastSeq" ? event.seq : told[fieldName as keyof typeof told];
      return value === undefined ? known : value;
    },
  });
}
