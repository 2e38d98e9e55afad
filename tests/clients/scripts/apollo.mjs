// Apollo Client with its upload link; it follows by Apollo's multipart form, then over graphql-ws.
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, gql } from "@apollo/client";
import { GraphQLWsLink } from "@apollo/client/link/subscriptions";
import UploadHttpLink from "apollo-upload-client/UploadHttpLink.mjs";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";

import { endpoint, photoFile, sell, socket, tell, UPLOAD } from "./sell.mjs";

const exchanges = new Set();
const noted = async (address, options) => {
  const answer = await fetch(address, options);
  const type = answer.headers.get("content-type").split(";")[0];
  exchanges.add(`${options.method} ${type}`);
  return answer;
};
// The upload link sends Apollo-Require-Preflight only when it is told to.
const headers = { "Apollo-Require-Preflight": "true" };
const options = { uri: endpoint, fetch: noted, headers, useGETForQueries: true };
const uploading = new UploadHttpLink(options);
const wire = createClient({ url: socket, webSocketImpl: WebSocket });
// The upload link does not ask for streams, Apollo's own link does.
const following = ApolloLink.split(
  (operation) => operation.getContext().socket,
  new GraphQLWsLink(wire),
  new HttpLink({ uri: endpoint, fetch: noted }),
);
const isSubscription = ({ operationType }) => operationType === "subscription";
const link = ApolloLink.split(isSubscription, following, uploading);
const client = new ApolloClient({ link, cache: new InMemoryCache() });

async function ask(document, variables) {
  const operation = gql(document);
  const isMutation = operation.definitions[0].operation === "mutation";
  const { data } = isMutation
    ? await client.mutate({ mutation: operation, variables })
    : await client.query({ query: operation, variables, fetchPolicy: "no-cache" });
  return data;
}

function follow(context) {
  return (document, variables) =>
    new Promise((resolve, reject) => {
      const events = [];
      client.subscribe({ query: gql(document), variables, context }).subscribe({
        next: ({ data, error }) => (error ? reject(error) : events.push(data.listingProgress)),
        error: reject,
        complete: () => resolve(events),
      });
    });
}

const found = await sell({
  account: "apollo",
  ask,
  upload: async () => ask(UPLOAD, { file: await photoFile() }),
  followPrepare: follow({}),
  followPublish: follow({ socket: true }),
});
tell({ ...found, exchanges: [...exchanges].sort() });
await wire.dispose();
client.stop();
