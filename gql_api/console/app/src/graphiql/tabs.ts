// The tabs that GraphiQL opens with: the main job, each with variables that run on the stand-in
// market as they stand. What {photo}, {job} and {token} become is `placeholders`'.
import prepare from "./tabs/prepare.graphql?raw";
import publish from "./tabs/publish.graphql?raw";
import session from "./tabs/session.graphql?raw";
import start from "./tabs/start.graphql?raw";
import upload from "./tabs/upload.graphql?raw";
import watch from "./tabs/watch.graphql?raw";

const listing = {
  title: "Hoodie Diesel",
  price: "35",
  description: "Bon état",
  brand: "Diesel",
  size: "L",
  condition: "bon",
  color: "noir",
  categoryHint: "Homme > Sweats",
  photos: ["{photo}"],
};

function tab(query: string, variables?: object): { query: string; variables?: string } {
  return variables ? { query, variables: JSON.stringify(variables, null, 2) } : { query };
}

export const tabs = [
  tab(start),
  tab(session, { input: { cookie: "access_token_web=demo", userAgent: navigator.userAgent } }),
  tab(upload, { input: { file: "drawn" } }),
  tab(prepare, { input: listing }),
  tab(watch, { job: "{job}" }),
  tab(publish, { input: { confirmToken: "{token}", dryRun: true, waitSeconds: 60 } }),
];
