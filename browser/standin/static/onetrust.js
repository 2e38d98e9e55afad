// The consent banner in the shape that OneTrust gives it: late, sliding in, and on top of the page.

const settings = JSON.parse(document.getElementById("consent-settings").textContent);
const YEAR_S = 31_536_000;

function element(tag, props, ...children) {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children);
  return node;
}

function remember(groups) {
  const day = new Date().toISOString();
  const common = `Path=/; Max-Age=${YEAR_S}; SameSite=Lax`;
  document.cookie = `OptanonConsent=groups=${groups}; ${common}`;
  document.cookie = `OptanonAlertBoxClosed=${day}; ${common}`;
  document.querySelector("#onetrust-banner-sdk")?.remove();
  document.querySelector(".onetrust-pc-dark-filter")?.remove();
  document.querySelector("#onetrust-pc-sdk").hidden = true;
}

const acceptAll = () => remember("C0001:1,C0002:1,C0003:1,C0004:1");
const rejectAll = () => remember("C0001:1,C0002:0,C0003:0,C0004:0");

function button(id, text, onclick) {
  return element("button", { id, type: "button", textContent: text, onclick });
}

function preferences() {
  const close = button("close-pc-btn-handler", settings.close, () => (centre.hidden = true));
  const centre = element("div", { id: "onetrust-pc-sdk", hidden: true }, settings.settings, close);
  centre.setAttribute("role", "dialog");
  return centre;
}

function banner(centre) {
  const node = element(
    "div",
    { id: "onetrust-banner-sdk" },
    element("h2", { textContent: settings.title }),
    element("p", { textContent: settings.text }),
    button("onetrust-pc-btn-handler", settings.settings, () => (centre.hidden = false)),
    button("onetrust-reject-all-handler", settings.reject, rejectAll),
    button("onetrust-accept-btn-handler", settings.accept, acceptAll),
  );
  node.setAttribute("role", "dialog");
  return node;
}

function start() {
  const centre = preferences();
  const sdk = element("div", { id: "onetrust-consent-sdk" }, centre);
  document.body.append(sdk);
  window.OneTrust = { AllowAll: acceptAll, RejectAll: rejectAll };
  const isSettled = document.cookie.includes("OptanonAlertBoxClosed=");
  if (isSettled || !settings.enabled) return;
  setTimeout(() => {
    sdk.append(element("div", { className: "onetrust-pc-dark-filter" }), banner(centre));
  }, settings.delay * 1000);
}

start();
