// This device at its push service: whether it can be told, and the subscription that its browser keeps.
// By its id this browser knows that it is told. What a cut line leaves open is said again at the next start.
import type { Api } from "./client";
import { at } from "./endpoint";
import { DevicesDocument, SubscribePushDocument, UnsubscribePushDocument, type DevicesQuery } from "./generated";
import { Refused } from "./refused";

const KEPT = "fripier.device";
const RENEWED_EVERY = 24 * 3_600_000;

export type Device = DevicesQuery["pushDevices"][number];
/** Why a device cannot be told, or not yet. */
export type Hindrance = "insecure" | "home" | "none" | "denied" | "dismissed" | "unreachable";

export interface Devices {
  readonly devices: readonly Device[];
  /** The one that this browser is. */
  readonly here: string | null;
}

export function keptId(): string | null {
  return localStorage.getItem(KEPT);
}

/** What stands in the way before anybody is asked. */
export function hindrance(): Hindrance | null {
  if (!window.isSecureContext) return "insecure";
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) return opensFromHome() ? "home" : "none";
  return Notification.permission === "denied" ? "denied" : null;
}

/** An iPhone or iPad lets pages push once they are opened from its home screen (iOS 16.4, March 2023). */
function opensFromHome(): boolean {
  const apple = /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
  return apple && !window.matchMedia("(display-mode: standalone)").matches;
}

export async function devices(api: Api): Promise<Devices> {
  const { pushDevices } = await api.ask(DevicesDocument, {});
  const made = keptId() === null ? null : await subscription();
  return { devices: pushDevices, here: made && ((await known(pushDevices, made))?.id ?? null) };
}

/** This device among those that are told: as it is kept here, or as its subscription of now is called. */
async function known(listed: readonly Device[], made: PushSubscription | null): Promise<Device | undefined> {
  const names = [made && (await idOf(made)), keptId()];
  return names.map((name) => listed.find(({ id }) => id === name)).find(Boolean);
}

/** Has this device told from now on; what stands in the way, where something does. */
export async function tellHere(api: Api, language: string): Promise<Hindrance | null> {
  // At once: some browsers ask only while a press is fresh.
  const allowed = await Notification.requestPermission();
  if (allowed !== "granted") return allowed === "denied" ? "denied" : "dismissed";
  const { pushKey } = await api.ask(DevicesDocument, {});
  const before = await subscription();
  const made = await subscribed(pushKey);
  if (made === null) return "unreachable";
  // Kept before it is given: the answer may be lost, and the device told all the same.
  if (keptId() === null) localStorage.setItem(KEPT, await idOf(made));
  await give(api, made, before, language);
  return null;
}

/** Has a device told no more; this one's browser gives its subscription up first, whatever the service says. */
export async function untell(api: Api, id: string): Promise<void> {
  try {
    const made = await subscription();
    if (id === keptId() || (made && id === (await idOf(made)))) await giveUp();
  } finally {
    await api.change(UnsubscribePushDocument, { input: { id } });
  }
}

/** Says that this device is still wanted, in the language of now; one that was taken out elsewhere stays out. */
export async function renew(api: Api, language: string): Promise<void> {
  if (keptId() === null || hindrance() !== null) return;
  const { pushKey, pushDevices } = await api.ask(DevicesDocument, {});
  const before = await subscription();
  const device = await known(pushDevices, before);
  if (!device || Notification.permission !== "granted") return giveUp();
  localStorage.setItem(KEPT, device.id);
  const old = Date.now() - Date.parse(device.renewedAt) > RENEWED_EVERY;
  const same = before && isOf(before, pushKey) && (await idOf(before)) === device.id;
  if (same && !old && device.language === language) return;
  const made = await subscribed(pushKey);
  if (made) await give(api, made, before, language);
}

/** What was made just now and is refused for good is given up: nobody would push to it. */
async function give(api: Api, made: PushSubscription, before: PushSubscription | null, language: string): Promise<void> {
  const { endpoint, keys } = made.toJSON();
  try {
    const { device } = await api.change(SubscribePushDocument, {
      input: { endpoint: endpoint ?? "", p256dh: keys?.["p256dh"] ?? "", auth: keys?.["auth"] ?? "", language, replaces: keptId() },
    });
    localStorage.setItem(KEPT, device.id);
  } catch (error) {
    if (error instanceof Refused && error.lasting && before?.endpoint !== made.endpoint) await giveUp();
    throw error;
  }
}

/** The service's name for a device: a digest of its address. */
async function idOf({ endpoint }: PushSubscription): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(endpoint));
  return [...new Uint8Array(digest).slice(0, 16)].map((each) => each.toString(16).padStart(2, "0")).join("");
}

async function giveUp(): Promise<void> {
  localStorage.removeItem(KEPT);
  await (await subscription())?.unsubscribe();
}

async function subscription(): Promise<PushSubscription | null> {
  if (!("serviceWorker" in navigator && "PushManager" in window)) return null;
  const known = await navigator.serviceWorker.getRegistration(at("fripier/"));
  return known ? known.pushManager.getSubscription() : null;
}

/** The subscription with our key; null where the push service of the browser is not to be had. */
async function subscribed(key: string): Promise<PushSubscription | null> {
  try {
    const worker = await registered();
    const before = await worker.pushManager.getSubscription();
    if (before && !isOf(before, key)) await before.unsubscribe();
    return await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) return null;
    throw error;
  }
}

async function registered(): Promise<ServiceWorkerRegistration> {
  const found = await navigator.serviceWorker.register(at("fripier/push.js"), { updateViaCache: "none" });
  const worker = found.active ? null : (found.installing ?? found.waiting);
  if (worker) {
    await new Promise<void>((resolve, reject) => {
      worker.addEventListener("statechange", () => {
        if (worker.state === "activated") resolve();
        if (worker.state === "redundant") reject(new TypeError("the worker was not taken"));
      });
    });
  }
  return found;
}

function isOf({ options }: PushSubscription, key: string): boolean {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "") === key;
}
