// A seller's whole job on a real service through one client and its cache. The line is cut twice while
// the preparation runs, and once more while it is published.
import { readFile } from "node:fs/promises";
import net from "node:net";

import * as operations from "@fripier/client";
import { isFailure } from "@fripier/client";
import { print } from "graphql";

import { createClient } from "./clients.mjs";

const [base, photo, kind] = process.argv.slice(2);
const account = kind.replaceAll(" ", "-");

// What stands between client and service, and can be cut.
const lines = new Set();
let accepted = 0;
const proxy = net.createServer((line) => {
  accepted++;
  const onwards = net.connect(Number(new URL(base).port), "127.0.0.1");
  lines.add(line);
  for (const [one, other] of [[line, onwards], [onwards, line]]) {
    one.pipe(other).on("error", () => {});
    one.on("close", () => other.destroy());
  }
  line.on("close", () => lines.delete(line));
});
await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
const cut = () => lines.forEach((line) => line.destroy());

const socket = { retryWait: async () => {} };
const through = `http://127.0.0.1:${proxy.address().port}`;
// Calls go straight to the service: only the socket is cut.
const straight = (address, init) => fetch(String(address).replace(through, base), init);
const client = createClient(kind, { url: through, fetch: straight, socket });

const errors = {};
// A refusal arrives as the service said it; `field` of the result, asked a second time without a client.
async function refused(name, document, input) {
  const [field] = document.definitions[0].selectionSet.selections;
  const told = (await client.mutate(document, { input }))[field.name.value];
  const body = JSON.stringify({ query: print(document), variables: { input } });
  const headers = { "Content-Type": "application/json" };
  const raw = await (await fetch(`${base}/graphql`, { method: "POST", body, headers })).json();
  errors[name] = { told, raw: raw.data[field.name.value] };
}
async function done(document, input) {
  const [field] = document.definitions[0].selectionSet.selections;
  const told = (await client.mutate(document, { input }))[field.name.value];
  if (isFailure(told)) throw new Error(JSON.stringify(told));
  return told;
}
async function follow(jobId, cuts) {
  const events = [];
  await client.follow(operations.FollowDocument, { jobId, after: 0 }, ({ listingProgress }) => {
    events.push({ ...listingProgress });
    if (cuts.includes(events.length)) cut();
  });
  return events;
}

const listing = {
  ...{ title: `Hoodie Diesel ${account}`, price: "35.50", description: "Bon état", brand: "Diesel" },
  ...{ size: "L", condition: "bon", color: "noir", categoryHint: "Homme > Sweats", account },
};
const query = async (document, variables) => client.query(document, variables);

await refused("no session", operations.PrepareListingDocument, listing);
const empty = (await query(operations.JobsDocument, { account })).jobs.edges.length;
const nobody = (await query(operations.AccountsDocument, {})).accounts.map((each) => each.account);
const session = { cookie: "access_token_web=demo", userAgent: "Mozilla/5.0", account };
const { state } = (await done(operations.SetSessionDocument, session)).session;
const accounts = (await query(operations.AccountsDocument, {})).accounts.map((each) => each.account);
const file = new File([await readFile(photo)], "coat.jpg", { type: "image/jpeg" });
const uploaded = (await done(operations.UploadPhotoDocument, { file })).photo;
await refused("wrong price", operations.PrepareListingDocument, { ...listing, price: "-1", title: "" });
await refused("no job", operations.CancelJobDocument, { jobId: "none" });

const begun = (await done(operations.PrepareListingDocument, { ...listing, photos: [uploaded.id] })).job;
const watched = [];
const leave = client.watch(operations.JobDocument, { id: begun.id }, ({ job }) => {
  if (job) watched.push({ state: job.state, lastSeq: job.lastSeq, outcome: job.result?.outcome });
});
const prepared = await follow(begun.id, [1, 3]);
const ready = (await query(operations.JobDocument, { id: begun.id })).job;
await refused("photo in use", operations.DeletePhotoDocument, { id: uploaded.id });
const listed = (await query(operations.PhotosDocument, {})).photos.edges.find(
  ({ node }) => node.id === uploaded.id,
).node;

const yes = { confirmToken: ready.result.confirmToken };
const tried = (await done(operations.PublishListingDocument, { ...yes, waitSeconds: 120 })).job;
const before = await query(operations.PublishedListingsDocument, { account });
const real = { ...yes, dryRun: false, idempotencyKey: crypto.randomUUID() };
const publish = (await done(operations.PublishListingDocument, real)).job;
const published = await follow(publish.id, [2]);
const sold = (await query(operations.JobDocument, { id: publish.id })).job;
leave();
await refused("not unknown", operations.ResolveJobDocument, {
  jobId: publish.id,
  finding: { notThere: true },
});
const after = await query(operations.PublishedListingsDocument, { account });
const jobs = (await query(operations.JobsDocument, { account })).jobs.edges.map(({ node }) => node.id);
const forgotten = (await done(operations.ForgetSessionDocument, { account })).session.state;
const left = (await query(operations.SessionDocument, { account })).session.state;

client.dispose();
proxy.close();
cut();
console.log(
  JSON.stringify({
    ...{ account, state, empty, nobody, accounts, uploaded, listed, errors, prepared, published, accepted },
    ...{ watched, outcome: ready.result.outcome, photos: ready.listing.photos, jobs },
    ...{ tried: tried.result.outcome, sold: sold.result, forgotten, left },
    listings: [before, after].map((each) => each.publishedListings.edges.length),
    mine: [begun.id, tried.id, publish.id],
  }),
);
process.exit(0);
