// Dialogs on top of the sell page.

import { faults, texts } from "./config.js";
import { form, update } from "./form.js";
import { h } from "./ui.js";

export function showDialogAt(moment) {
  if (faults.dialog === "none" || faults.dialog_at !== moment) return;
  const name = faults.dialog;
  update({ dialog: { name, title: texts[`${name}_title`], text: texts[`${name}_text`] } });
}

export function showProof() {
  update({ dialog: { name: "proof", title: texts.proof_title, text: texts.proof_text } });
}

export function showUploaded(isHeld) {
  const kind = isHeld ? "held" : "verification";
  update({ dialog: { name: kind, title: texts[`${kind}_title`], text: texts[`${kind}_text`] } });
}

export function dialog() {
  if (!form.dialog) return null;
  const { name, title, text } = form.dialog;
  const close = () => update({ dialog: null });
  return h(
    "div",
    { class: "web_ui__Dialog__overlay", key: name },
    h(
      "div",
      {
        class: "web_ui__Dialog__content",
        role: "dialog",
        "aria-modal": "true",
        "data-testid": `${name}-modal`,
      },
      h("h2", { class: "modal-title" }, title),
      h("p", {}, text),
      h(
        "button",
        {
          type: "button",
          class: "web_ui__Button__button primary",
          "data-testid": `${name}-modal-close-button`,
          onClick: close,
        },
        name === "proof" ? texts.close : texts.ok,
      ),
    ),
  );
}
