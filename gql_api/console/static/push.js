// Shows the notices that are pushed to this device, and leads to what they tell of. It stands between no
// page and the service, keeps nothing, and opens no address but the console's own.
"use strict";

const root = new URL("../", self.location.href);
const page = new URL("fripier", root);
const icon = (name) => new URL(`console/static/app/${name}`, root).href;

// One that is newer takes over at once: there is no page that the older one would have to wait for.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("push", (event) => event.waitUntil(show(event.data)));
self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(lead(event.notification.data.hash));
});
self.addEventListener("pushsubscriptionchange", (event) =>
  event.waitUntil(renew(event.oldSubscription, event.newSubscription)),
);

/** A newer notice of a job takes the older one's place; the same one, pushed twice, makes no sound. */
async function show(data) {
  const told = read(data);
  const tag = told.job_id || told.import_id || told.kind;
  const before = await self.registration.getNotifications({ tag });
  await self.registration.showNotification(told.title, {
    body: told.body,
    lang: told.language,
    tag,
    renotify: !before.some((each) => each.data.id === told.id),
    icon: icon("icon-192.png"),
    badge: icon("badge.png"),
    data: { id: told.id, hash: hashOf(told.link) },
  });
}

/** A browser takes it amiss when a push shows nothing: what cannot be read leads to the console. */
function read(data) {
  try {
    return { title: "Fripier", body: "", kind: "unread", ...data.json() };
  } catch {
    return { title: "Fripier", body: "", kind: "unread" };
  }
}

function hashOf(link) {
  try {
    return new URL(link).hash || "#/";
  } catch {
    return "#/";
  }
}

/** To the page that is open, else to a new one. */
async function lead(hash) {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const ours = open.filter(({ url }) => isOurs(new URL(url)));
  const shown = ours.find(({ focused }) => focused) || ours[0];
  if (!shown) return self.clients.openWindow(new URL(hash, page).href);
  shown.postMessage({ hash });
  return shown.focus();
}

/** The console has two addresses; the first page may be a host application's, which has no such hash. */
function isOurs({ pathname, hash }) {
  return pathname === page.pathname || (pathname === root.pathname && hash.startsWith("#/"));
}

/** The browser has taken the subscription back: the service is given another in its place. */
async function renew(before, after) {
  if (!before) return; // the page does it when it is opened next
  const { applicationServerKey } = before.options;
  const fresh = after || (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
  const { endpoint, keys } = fresh.toJSON();
  const input = { endpoint, p256dh: keys.p256dh, auth: keys.auth, replaces: await idOf(before.endpoint) };
  const query = "mutation Renew($input: SubscribePushInput!) { subscribePush(input: $input) { __typename } }";
  await fetch(new URL("graphql", root), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query, variables: { input } }),
  });
}

/** The service's name for a device: a digest of its address. */
async function idOf(endpoint) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint));
  return [...new Uint8Array(digest).slice(0, 16)].map((each) => each.toString(16).padStart(2, "0")).join("");
}
