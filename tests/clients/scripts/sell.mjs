// A seller's whole job, told once: session, photo, preparation, progress, publish, address.
// How to ask, to upload and to follow is each client library's; so is what it runs on.
import { readFile } from "node:fs/promises";

const ERROR = "... on Error { code message }";
const RESULT = "id state result { outcome confirmToken listingUrl }";

export const SET_SESSION = `mutation SetSession($input: SetSessionInput!) {
  result: setSession(input: $input) { __typename ... on SetSessionSuccess { session { state } } ${ERROR} }
}`;
export const UPLOAD = `mutation Upload($file: Upload!) {
  result: uploadPhoto(input: { file: $file }) {
    __typename ... on UploadPhotoSuccess { photo { id width height } } ${ERROR}
  }
}`;
export const PREPARE = `mutation Prepare($input: PrepareListingInput!) {
  result: prepareListing(input: $input) { __typename ... on PrepareListingSuccess { job { id } } ${ERROR} }
}`;
export const PUBLISH = `mutation Publish($input: PublishListingInput!) {
  result: publishListing(input: $input) { __typename ... on PublishListingSuccess { job { id } } ${ERROR} }
}`;
export const JOB = `query Job($id: ID!) { job(id: $id) { ${RESULT} } }`;
export const FOLLOW = `subscription Follow($id: ID!, $after: Int! = 0) {
  listingProgress(jobId: $id, after: $after) { seq state percent outcome }
}`;

// What the process was started with: the service's address and a photo's path.
export const [base, photo] = process.argv.slice(2);
export const endpoint = `${base}/graphql`;
export const socket = endpoint.replace(/^http/, "ws");

export async function photoFile() {
  return new File([await readFile(photo)], "coat.jpg", { type: "image/jpeg" });
}

// A multipart request by hand, for the libraries that send no files.
export async function uploadByForm() {
  const form = new FormData();
  form.append("operations", JSON.stringify({ query: UPLOAD, variables: { file: null } }));
  form.append("map", JSON.stringify({ 0: ["variables.file"] }));
  form.append("0", await photoFile());
  const headers = { "GraphQL-Require-Preflight": "1" };
  const answer = await fetch(endpoint, { method: "POST", body: form, headers });
  return (await answer.json()).data;
}

function succeeded({ result }) {
  if (!result.__typename.endsWith("Success")) throw new Error(JSON.stringify(result));
  return result;
}

// `ask(document, variables)` and `upload()` give an operation's data, `follow(document, variables)`
// its list of events. The answer goes to standard output as JSON.
export async function sell({ account, ask, upload, followPrepare, followPublish, ...more }) {
  const session = { cookie: "access_token_web=demo", userAgent: navigator.userAgent, account };
  const { state } = succeeded(await ask(SET_SESSION, { input: session })).session;
  const uploaded = succeeded(await upload()).photo;
  const listing = {
    title: `Hoodie Diesel ${account}`,
    price: "35.50",
    description: "Bon état",
    brand: "Diesel",
    size: "L",
    condition: "bon",
    color: "noir",
    categoryHint: "Homme > Sweats",
    photos: [uploaded.id],
    account,
  };
  const preparation = succeeded(await ask(PREPARE, { input: listing })).job.id;
  const prepared = await followPrepare(FOLLOW, { id: preparation, after: 0 });
  const { confirmToken } = (await ask(JOB, { id: preparation })).job.result;
  const yes = { confirmToken, dryRun: false, idempotencyKey: crypto.randomUUID() };
  const publish = succeeded(await ask(PUBLISH, { input: yes })).job.id;
  const published = await followPublish(FOLLOW, { id: publish, after: 0 });
  const { outcome, listingUrl } = (await ask(JOB, { id: publish })).job.result;
  return { state, uploaded, prepared, published, outcome, listingUrl, ...more };
}

export function tell(found) {
  console.log(JSON.stringify(found));
}
