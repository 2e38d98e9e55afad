// Dialogs and owner buttons of the server-rendered pages.

import { send } from "./api.js";

for (const button of document.querySelectorAll("[data-closes]")) {
  button.addEventListener("click", () => document.querySelector(button.dataset.closes).remove());
}

for (const button of document.querySelectorAll("[data-post]")) {
  button.addEventListener("click", async () => {
    await send("POST", button.dataset.post, {});
    location.assign(button.dataset.next);
  });
}
