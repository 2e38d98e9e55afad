// This device at its push service: whether it can be told, and the subscription that its browser keeps.
// The service is given each subscription once; by its id this browser knows that it is told.
import type { Api } from "./client";
import { at } from "./endpoint";
import { DevicesDocument, SubscribePushDocument, UnsubscribePushDocument, type DevicesQuery } from "./generated";

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
  const kept = keptId();
  const told = pushDevices.some(({ id }) => id === kept) && (await subscription()) !== null;
  return { devices: pushDevices, here: told ? kept : null };
}

/** Has this device told from now on; what stands in the way, where something does. */
export async function tellHere(api: Api, language: string): Promise<Hindrance | null> {
  // At once: some browsers ask only while a press is fresh.
  const allowed = await Notification.requestPermission();
  if (allowed !== "granted") return allowed === "denied" ? "denied" : "dismissed";
  const { pushKey } = await api.ask(DevicesDocument, {});
  const made = await subscribed(pushKey);
  if (made === null) return "unreachable";
  await give(api, made, language);
  return null;
}

/** Has a device told no more; this one's browser gives its subscription up. */
export async function untell(api: Api, id: string): Promise<void> {
  await api.change(UnsubscribePushDocument, { input: { id } });
  if (id === keptId()) await giveUp();
}

/** Says that this device is still wanted, in the language of now; one that was taken out elsewhere stays out. */
export async function renew(api: Api, language: string): Promise<void> {
  const kept = keptId();
  if (kept === null || hindrance() !== null) return;
  const { pushKey, pushDevices } = await api.ask(DevicesDocument, {});
  const known = pushDevices.find(({ id }) => id === kept);
  if (!known || Notification.permission !== "granted") return giveUp();
  const before = await subscription();
  const old = Date.now() - Date.parse(known.renewedAt) > RENEWED_EVERY;
  if (before && isOf(before, pushKey) && !old && known.language === language) return;
  const made = await subscribed(pushKey);
  if (made) await give(api, made, language);
}

async function give(api: Api, made: PushSubscription, language: string): Promise<void> {
  const { endpoint, keys } = made.toJSON();
  try {
    const { device } = await api.change(SubscribePushDocument, {
      input: { endpoint: endpoint ?? "", p256dh: keys?.["p256dh"] ?? "", auth: keys?.["auth"] ?? "", language, replaces: keptId() },
    });
    localStorage.setItem(KEPT, device.id);
  } catch (error) {
    await giveUp(); // nobody would push to it
    throw error;
  }
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
