// What every page of the market shares: elements, calls, the guard's reactions, dialogs.
"use strict";
const stateNode = document.getElementById("__state");
const PAGE = stateNode ? JSON.parse(stateNode.textContent) : { switches: {}, words: {} };
const SW = PAGE.switches;
const WORDS = PAGE.words;
const SESSION = crypto.randomUUID();
const CSRF = (/CSRF_TOKEN\\?":\\?"([0-9a-f-]{36})/.exec(document.documentElement.innerHTML) || [])[1];
const wait = (ms) => new Promise((done) => setTimeout(done, ms));

function h(tag, attrs, ...kids) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  for (const kid of kids.flat(9)) if (kid !== null && kid !== undefined && kid !== false) node.append(kid);
  return node;
}

function mark(word) {
  fetch("/mark", { method: "POST", body: word, keepalive: true });
}

function anon() {
  return (/anon_id=([^;]+)/.exec(document.cookie) || [])[1] || "";
}

async function call(method, path, body) {
  const headers = { accept: "application/json, text/plain, */*", "x-anon-id": anon(), platform: "web", "x-next-app": "marketplace-web", locale: document.querySelector("meta[name=iso-locale]").content };
  if (method !== "GET") headers["x-csrf-token"] = CSRF;
  const form = body instanceof FormData;
  if (body && !form) headers["content-type"] = "application/json";
  if (path.includes("/item_upload/") && method !== "GET") {
    Object.assign(headers, { "x-upload-form": "true", "x-enable-dynamic-attribute-condition": "true", "x-enable-dynamic-attribute-size": "true" });
  }
  const answer = await fetch(path, { method, headers, body: form ? body : body ? JSON.stringify(body) : undefined });
  const kind = answer.headers.get("content-type") || "";
  if (!kind.includes("json")) {
    if (kind.includes("html") && [200, 403, 429].includes(answer.status)) takeOver(await answer.text());
    return { status: answer.status, data: null };
  }
  const data = await answer.json();
  if (data.url && String(data.url).includes("captcha-delivery")) challenge(data.url);
  if (data.code === 168) location.assign("/users/verification/phone");
  return { status: answer.status, data };
}

function takeOver(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
}

function challenge(url) {
  document.body.append(h("div", { class: "veil" }, h("iframe", { src: url, width: 500, height: 400, title: "DataDome CAPTCHA" })));
}

function dialog(o) {
  const close = () => { veil.remove(); mark("closed:" + o.name); if (o.after) o.after(); };
  const buttons = (o.buttons || []).map((b) => h("button", { type: "button", "data-testid": b.testid, onclick: () => { mark("pressed:" + o.name + ":" + b.text); if (b.closes) close(); } }, b.text));
  const cross = o.cross ? h("button", { type: "button", "aria-label": WORDS.close || "Fermer", "data-testid": o.cross, onclick: close }, "×") : null;
  const inner = h("div", { role: "dialog", class: "web_ui__Dialog__content", "aria-modal": o.corner ? null : "true" }, cross, h("h2", {}, o.title), h("p", {}, o.text || ""), buttons);
  const veil = o.corner ? h("div", { class: "corner" }, inner) : h("div", { class: "veil", "data-testid": o.testid }, inner);
  (document.getElementById("portals") || document.body).append(veil);
}

(async () => {
  if (PAGE.late) { await wait(PAGE.late + 200); await call("POST", "/web/api/auth/refresh"); }
  if (stateNode) await call("GET", "/api/v2/users/current");
})();
