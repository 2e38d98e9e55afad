// Begins the page: language and light first, then the frame.
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./App";
import { appear, chosenAppearance } from "./appearance";
import { chosenLanguage, rememberLanguage, Speaking, speech, type Language, type Speech } from "./i18n";
import { go } from "./routing";
import "./styles/index.css";

appear(chosenAppearance());

function Page({ first }: { first: Speech }) {
  const [spoken, setSpoken] = useState(first);
  const change = (language: Language): void => {
    rememberLanguage(language);
    void speech(language).then((words) => {
      document.documentElement.lang = language;
      setSpoken(words);
    });
  };
  return (
    <Speaking speech={spoken}>
      <App change={change} />
    </Speaking>
  );
}

// A press on a notice leads the page that is open.
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<{ hash?: unknown } | null>) => {
    if (typeof data?.hash === "string" && data.hash.startsWith("#/")) go(data.hash);
  });
  navigator.serviceWorker.startMessages();
}

const first = await speech(chosenLanguage());
document.documentElement.lang = first.language;
const place = document.getElementById("root");
if (!place) throw new Error("the page has no place for the console");
createRoot(place).render(
  <StrictMode>
    <Page first={first} />
  </StrictMode>,
);
