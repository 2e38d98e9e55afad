// The three set-ups that the package has, each driven in the same way.
import { ApolloClient } from "@apollo/client";
import { cacheExchange, Client } from "@urql/core";
import { onEnd, pipe, subscribe } from "wonka";

import { createCache, createLink } from "@fripier/client/apollo";
import { createCacheExchange } from "@fripier/client/graphcache";
import { createUrql, namingTypes } from "@fripier/client/urql";

export const KINDS = ["apollo", "graphcache", "document cache"];

export function createClient(kind, connection) {
  if (kind === "apollo") return apollo(connection);
  const caches = kind === "graphcache" ? [createCacheExchange()] : [namingTypes, cacheExchange];
  return urql(connection, caches);
}

export function apollo(connection, cache = createCache()) {
  const { link, dispose } = createLink(connection, cache);
  const client = new ApolloClient({ cache, link });
  return {
    dispose,
    mutate: async (mutation, variables) => (await client.mutate({ mutation, variables })).data,
    query: async (query, variables) => (await client.query({ query, variables })).data,
    watch(query, variables, seen) {
      const told = ({ data, dataState }) => dataState === "complete" && seen(data);
      const watching = client.watchQuery({ query, variables }).subscribe(told);
      return () => watching.unsubscribe();
    },
    follow: (query, variables, seen) =>
      new Promise((resolve, reject) => {
        client.subscribe({ query, variables }).subscribe({
          next: ({ data, error }) => (error ? reject(error) : seen(data)),
          error: reject,
          complete: resolve,
        });
      }),
  };
}

function urql(connection, caches) {
  const { options, dispose } = createUrql(connection, ...caches);
  const client = new Client(options);
  const result = ({ data, error }) => {
    if (error) throw error;
    return data;
  };
  return {
    dispose,
    mutate: async (document, variables) =>
      result(await client.mutation(document, variables).toPromise()),
    query: async (document, variables) => result(await client.query(document, variables).toPromise()),
    watch(document, variables, seen) {
      const told = ({ data, stale }) => data && !stale && seen(data);
      return client.query(document, variables).subscribe(told).unsubscribe;
    },
    follow: (document, variables, seen) =>
      new Promise((resolve, reject) => {
        const told = ({ data, error }) => (error ? reject(error) : seen(data));
        const ended = onEnd(resolve);
        pipe(client.subscription(document, variables), ended, subscribe(told));
      }),
  };
}
