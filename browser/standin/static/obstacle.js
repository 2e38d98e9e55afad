// What the page does when an API call is answered by an obstacle instead of data.

const VERIFICATION_PAGES = { 115: "/users/verification", 168: "/users/verification/phone" };

/** True when the answer was an obstacle, which is then on the screen. */
export async function meetObstacle(response, text) {
  if (response.redirected && new URL(response.url).pathname.startsWith("/member/")) {
    location.assign(response.url);
    return true;
  }
  if (response.status !== 403) return false;
  const isHtml = response.headers.get("content-type")?.startsWith("text/html");
  return isHtml ? showDocument(text) : showChallenge(JSON.parse(text));
}

function showDocument(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  return true;
}

function showChallenge({ url, code }) {
  if (VERIFICATION_PAGES[code]) {
    location.assign(VERIFICATION_PAGES[code]);
    return true;
  }
  if (!url) return false;
  const cover = document.createElement("div");
  cover.className = "challenge-cover";
  const frame = document.createElement("iframe");
  frame.src = url;
  cover.append(frame);
  document.body.append(cover);
  return true;
}
