// Calls of the market's JSON API, with its token and its ways of saying no.

import { config, cookie, texts } from "./config.js";
import { meetObstacle } from "./obstacle.js";

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
  // On reads too: vinted.fr, 2026-08-12, and two further public projects, M.
  common["X-Anon-Id"] = cookie("anon_id") ?? "";
  if (method !== "GET") common["X-CSRF-Token"] = config.CSRF_TOKEN;
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
