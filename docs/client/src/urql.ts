/**
 * urql: its exchanges for calls, uploads and subscriptions. The cache is the caller's choice: the
 * document cache with `namingTypes`, or graphcache as `@fripier/client/graphcache` sets it up.
 */
import { fetchExchange, makeOperation, subscriptionExchange } from "@urql/core";
import type { ClientOptions, Exchange, Operation, OperationResult } from "@urql/core";
import { filter, map, tap } from "wonka";

import { isOver, listed, progressIn, touched } from "./changes.js";
import { authorized, endpoint, openSocket, type Connection } from "./connection.js";
import { numberOf } from "./resuming.js";

export interface Urql {
  readonly options: ClientOptions;
  /** Closes the socket, as when the page signs out. */
  readonly dispose: () => void;
}

/** Options of a client with this cache: `new Client(createUrql(connection, cacheExchange).options)`. */
export function createUrql(connection: Connection, ...caches: Exchange[]): Urql {
  const socket = openSocket(connection);
  const following = subscriptionExchange({
    forwardSubscription: ({ query = "", ...request }) => ({
      subscribe: (sink) => ({
        unsubscribe: socket.subscribe({ ...request, query } as never, sink as never),
      }),
    }),
  });
  return {
    options: {
      url: endpoint(connection),
      fetch: authorized(connection),
      preferGetMethod: false,
      exchanges: [...caches, quietEnds, following, fetchExchange],
    },
    dispose: () => void socket.dispose(),
  };
}

/**
 * For the document cache, in front of it: it forgets an answer by the types that stand in it, and an
 * empty list names none. It knows nothing of events: after the last one of a job, answers about jobs
 * are asked for anew.
 */
export const namingTypes: Exchange =
  ({ client, forward }) =>
  (operations) => {
    const shown = new Map<number, Operation>();
    const outdated = new Set<number>();
    const known = new Set<number>();
    const before = (operation: Operation): Operation => {
      if (operation.kind === "teardown") shown.delete(operation.key);
      const named = typesOf(operation);
      const asked = withTypes(operation, named);
      if (operation.kind !== "query" || !named.includes("Job")) return asked;
      known.add(operation.key);
      shown.set(operation.key, asked);
      return outdated.delete(operation.key) ? anew(asked) : asked;
    };
    const after = ({ operation, data }: OperationResult): void => {
      const event = operation.kind === "subscription" ? progressIn(data) : null;
      if (!event || !isOver(event)) return;
      for (const key of known) outdated.add(key);
      for (const each of shown.values()) client.reexecuteOperation(each);
    };
    return tap(after)(forward(map(before)(operations)));
  };

const anew = (operation: Operation): Operation =>
  makeOperation(operation.kind, operation, { ...operation.context, requestPolicy: "network-only" });

function withTypes(operation: Operation, names: readonly string[]): Operation {
  if (names.length === 0) return operation;
  const additionalTypenames = [...(operation.context.additionalTypenames ?? []), ...names];
  return makeOperation(operation.kind, operation, { ...operation.context, additionalTypenames });
}

/** The types that an operation's root fields may have in their answer, or change. */
function typesOf(operation: Operation): string[] {
  const named = { query: listed, mutation: touched }[operation.kind as "query" | "mutation"];
  return named ? rootFields(operation).flatMap((name) => named[name] ?? []) : [];
}

function rootFields(operation: Operation): string[] {
  return operation.query.definitions.flatMap((each) =>
    each.kind === "OperationDefinition"
      ? each.selectionSet.selections.flatMap((one) => (one.kind === "Field" ? [one.name.value] : []))
      : [],
  );
}

/** urql tells the end of a subscription by its newest event once more; here it just ends. */
const quietEnds: Exchange =
  ({ client, forward }) =>
  (operations) => {
    const last = new Map<number, number>();
    return filter((result: OperationResult) => {
      const { operation, data, hasNext } = result;
      if (operation.kind !== "subscription") return true;
      const seq = numberOf(data);
      const isRepeated = !hasNext && seq !== null && last.get(operation.key) === seq;
      if (!hasNext) last.delete(operation.key);
      else if (seq !== null) last.set(operation.key, seq);
      if (!isRepeated) return true;
      client.reexecuteOperation(makeOperation("teardown", operation, operation.context));
      return false;
    })(forward(operations));
  };
