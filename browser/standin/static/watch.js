// Reports to the stand-in what reaches the page, so that a test can look at how it was driven.

const TYPES = [
  "pointerdown",
  "click",
  "keydown",
  "input",
  "change",
  "focusin",
  "focusout",
  "paste",
  "drop",
];
const FLUSH_MS = 200;
let waiting = [];

function describe(target) {
  if (!(target instanceof Element)) return "";
  return target.id || target.dataset.testid || target.localName;
}

function flush() {
  if (!waiting.length) return;
  const now = performance.now();
  const events = waiting.map(({ time, ...event }) => ({ ...event, age: (now - time) / 1000 }));
  waiting = [];
  navigator.sendBeacon("/relay/events", JSON.stringify({ page: location.pathname, events }));
}

for (const type of TYPES) {
  const note = (event) => {
    const { isTrusted, timeStamp } = event;
    const target = describe(event.composedPath()[0]);
    waiting.push({ type, target, trusted: isTrusted, time: timeStamp });
  };
  document.addEventListener(type, note, { capture: true, passive: true });
}
navigator.sendBeacon("/relay/visit", JSON.stringify({ webdriver: Boolean(navigator.webdriver) }));
setInterval(flush, FLUSH_MS);
window.addEventListener("pagehide", flush);
