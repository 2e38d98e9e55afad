// graphql-sse for everything but the photo, one connection for each operation.
import { createClient } from "graphql-sse";

import { endpoint, sell, tell, uploadByForm } from "./sell.mjs";

const client = createClient({ url: endpoint, retryAttempts: 0 });

async function ask(query, variables) {
  for await (const { data, errors } of client.iterate({ query, variables })) {
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }
}

async function follow(query, variables) {
  const events = [];
  for await (const { data, errors } of client.iterate({ query, variables })) {
    if (errors) throw new Error(JSON.stringify(errors));
    events.push(data.listingProgress);
  }
  return events;
}

// Leaves after one event and comes again with its number, as a page that is loaded anew does.
async function followInTwo(query, variables) {
  const first = [];
  for await (const { data } of client.iterate({ query, variables })) {
    first.push(data.listingProgress);
    break;
  }
  return [...first, ...(await follow(query, { ...variables, after: first[0].seq }))];
}

tell(
  await sell({
    account: "graphql-sse",
    ask,
    upload: uploadByForm,
    followPrepare: followInTwo,
    followPublish: follow,
  }),
);
client.dispose();
