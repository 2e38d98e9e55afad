// What the page does once a listing is published: its extra calls, its checks, and where it goes.
//
// An address that changes without a load: vinted.dk, 2026-10-01; a full load outside /items/:
// 2026-10-08; the form with a dialog: vinted.fr, 2026-08. Audit of 2026-11-28, M each.

import { get } from "./api.js";
import { config, faults, texts } from "./config.js";
import { showReview, showUploaded } from "./dialogs.js";
import { update } from "./form.js";

const TIP = "show_upload_another_item_tip";
const ITEM_VERIFICATION = "show_item_verification_modal";

export async function afterPublish(id, actions) {
  if (actions.includes(TIP)) {
    await get(`/api/v2/item_upload/upload_another_item_tip?item_id=${id}`).catch(() => null);
  }
  if (faults.review_seconds) await review();
  if (staysFor(actions)) showUploaded(faults.held_for_review);
  else moveOn(id);
}

function staysFor(actions) {
  const isAsked = faults.upload_actions !== "by_outcome" && actions.includes(ITEM_VERIFICATION);
  return isAsked || faults.publish_outcome === "stay_modal";
}

async function review() {
  showReview();
  await new Promise((done) => setTimeout(done, faults.review_seconds * 1000));
  update({ dialog: null });
}

function moveOn(id) {
  const outcome = faults.publish_outcome;
  if (outcome === "address_only") changeAddress(id);
  else if (outcome === "item_page") location.assign(`/items/${id}`);
  else if (outcome === "elsewhere") location.assign("/");
  else if (outcome === "other_host") location.assign(`${otherHost()}/member/${config.user.id}`);
  else location.assign(`/member/${config.user.id}?promo_shown=true`);
}

/** The account's country host may take over (2026-11-28, audit, M): here loopback's other name. */
function otherHost() {
  const { protocol, hostname, port } = location;
  const other = hostname === "localhost" ? "127.0.0.1" : "localhost";
  return `${protocol}//${other}:${port}`;
}

function changeAddress(id) {
  history.pushState({}, "", `/items/${id}`);
  const heading = document.createElement("h1");
  heading.textContent = texts.item_listed;
  document.getElementById("content").replaceChildren(heading);
}
