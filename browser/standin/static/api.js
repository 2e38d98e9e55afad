// Calls of the market's JSON API, with its token and its ways of saying no.

import { config, cookie, faults, texts } from "./config.js";
import { meetObstacle } from "./obstacle.js";

// 2026-09-16 .pt, a capture of the page's own calls, and two further sources, H.
const isAugust = faults.form === "august";
const OWN_HEADERS = { platform: "web", "x-next-app": "marketplace-web" };
const UPLOAD_HEADERS = {
  "x-upload-form": "true",
  "x-enable-dynamic-attribute-condition": "true",
  "x-enable-dynamic-attribute-size": "true",
  "x-enable-dynamic-attribute-video-game-rating": "true",
};

export class CallFailed extends Error {
  constructor(message, errors = []) {
    super(message);
    this.errors = errors;
  }
}

export function get(path) {
  return call("GET", path);
}

export function send(method, path, body) {
  return call(method, path, JSON.stringify(body), { "Content-Type": "application/json" });
}

/** A call that carries a whole listing. */
export function submit(method, path, body) {
  const headers = { "Content-Type": "application/json", ...(isAugust && UPLOAD_HEADERS) };
  return call(method, path, JSON.stringify(body), headers);
}

export function upload(path, form) {
  return call("POST", path, form);
}

async function call(method, path, body, headers = {}) {
  const response = await request(method, path, body, headers);
  const text = await response.text().catch(() => "");
  if (await meetObstacle(response, text)) throw new CallFailed(texts.went_wrong);
  const answer = parse(text);
  if (response.ok && answer) return answer;
  if (response.status === 429) throw new CallFailed(texts.too_many);
  throw new CallFailed(texts.went_wrong, answer?.errors ?? []);
}

async function request(method, path, body, headers) {
  const common = { Accept: "application/json, text/plain, */*", locale: config.iso_locale };
  const isRead = method === "GET";
  if (!isRead || isAugust) common["X-CSRF-Token"] = config.CSRF_TOKEN;
  if (!isRead || isAugust) common["X-Anon-Id"] = cookie("anon_id") ?? "";
  if (isAugust) Object.assign(common, OWN_HEADERS);
  try {
    return await fetch(path, { method, body, headers: { ...common, ...headers } });
  } catch {
    throw new CallFailed(texts.went_wrong);
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
