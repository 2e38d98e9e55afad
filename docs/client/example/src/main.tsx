import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { ConnectionProvider } from "./state/connection";
import { DeskProvider } from "./state/desk";
import { PhotosProvider } from "./state/photos";
import "./styles.css";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element root.");

createRoot(root).render(
  <StrictMode>
    <ConnectionProvider>
      <PhotosProvider>
        <DeskProvider>
          <App />
        </DeskProvider>
      </PhotosProvider>
    </ConnectionProvider>
  </StrictMode>,
);
