/** urql's graphcache: the schema, which types are values, pages, and what a mutation changes. */
import { cacheExchange, type Cache, type UpdateResolver } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import type { CacheExchangeOpts } from "@urql/exchange-graphcache";
import type { Exchange } from "@urql/core";
import { gql } from "@urql/core";

import { changed, isOver, progressIn } from "./changes.js";
import { embedded, introspection } from "./generated/schema.js";

const PROGRESS = gql`
  fragment Progressed on Job {
    id
    state
    percent
    step
    lastSeq
  }
`;

/** What graphcache is given; add to it what is your own. */
export const config: CacheExchangeOpts = {
  schema: introspection as NonNullable<CacheExchangeOpts["schema"]>,
  keys: Object.fromEntries(embedded.map((name) => [name, () => null])),
  resolvers: {
    Import: { rows: relayPagination() },
    Query: {
      job: (_, { id }) => ({ __typename: "Job", id: String(id) }),
      photo: (_, { id }) => ({ __typename: "Photo", id: String(id) }),
      imports: relayPagination(),
      jobs: relayPagination(),
      photos: relayPagination(),
      publishedListings: relayPagination(),
    },
  },
  updates: {
    Mutation: Object.fromEntries(
      Object.keys(changed).map((success) => [mutationOf(success), noting(success)]),
    ),
    Subscription: { listingProgress: (told, _, cache) => noteProgress(told, cache) },
  },
};

/** graphcache as Fripier's schema wants it. */
export function createCacheExchange(more: CacheExchangeOpts = {}): Exchange {
  return cacheExchange({
    ...config,
    ...more,
    keys: { ...config.keys, ...more.keys },
    resolvers: { ...config.resolvers, ...more.resolvers },
    updates: { ...config.updates, ...more.updates },
  });
}

function mutationOf(success: string): string {
  const name = success.replace(/Success$/, "");
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function noting(success: string): UpdateResolver {
  return (told, _, cache) => {
    const result = told[mutationOf(success)] as { __typename?: string; id?: string } | undefined;
    if (result?.__typename !== success) return;
    const names = new Set(changed[success]);
    for (const { fieldName, fieldKey, arguments: given } of cache.inspectFields("Query")) {
      if (!names.has(fieldName)) continue;
      cache.invalidate("Query", fieldKey);
      const kind = { job: "Job", photo: "Photo" }[fieldName];
      if (kind && given?.["id"]) forgetThing(cache, kind, String(given["id"]));
    }
    if (success === "DeletePhotoSuccess") forgetThing(cache, "Photo", String(result.id));
    if (success === "ForgetAliasSuccess") forgetThing(cache, "Alias", String(result.id));
    if (success === "UnsubscribePushSuccess") forgetThing(cache, "PushDevice", String(result.id));
  };
}

function forgetThing(cache: Cache, __typename: string, id: string): void {
  cache.invalidate({ __typename, id });
}

function noteProgress(told: unknown, cache: Cache): void {
  const event = progressIn(told);
  if (!event) return;
  const job = { __typename: "Job", id: event.jobId };
  if (isOver(event)) return cache.invalidate(job);
  const { state, percent, step, seq } = event;
  cache.writeFragment(PROGRESS, { ...job, state, percent, step, lastSeq: seq });
}
