import { useCallback, useEffect, useState } from "react";
import { Navigate, NavLink, Route, Routes } from "react-router";

import type { KeptPhoto, Session } from "./lib/answers";
import { BASE, checkSession, Unreached } from "./lib/api";
import { useKept } from "./lib/kept";
import { errorWords, STATES } from "./lib/words";
import { Listings } from "./pages/listings";
import { Settings } from "./pages/settings";
import { Upload } from "./pages/upload";

export function App() {
  const [session, setSession] = useState<Session | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [photos, setPhotos] = useKept<KeptPhoto[]>("photos", []);
  const check = useCallback(() => {
    setFault(null);
    checkSession().then(setSession, setFault);
  }, []);
  useEffect(check, [check]);
  return (
    <>
      <nav aria-label="Pages">
        <NavLink to="/settings">Settings</NavLink>
        <NavLink to="/upload">Photos</NavLink>
        <NavLink to="/listings">Listing</NavLink>
        <Connection session={session} />
      </nav>
      {fault !== null && (
        <section role="alert">
          {errorWords(fault)}
          {fault instanceof Unreached && <Unreachable />}
          <button onClick={check}>Try again</button>
        </section>
      )}
      <main>
        <Routes>
          <Route path="/settings" element={<Settings session={session} onSession={setSession} />} />
          <Route path="/upload" element={<Upload photos={photos} onPhotos={setPhotos} />} />
          <Route path="/listings" element={<Listings photos={photos} account={session?.account ?? "default"} />} />
          <Route path="*" element={<Navigate to="/settings" replace />} />
        </Routes>
      </main>
    </>
  );
}

export function Connection({ session }: { session: Session | null }) {
  if (!session) return <span>Connection not known yet</span>;
  const name = session.state === "valid" && session.username ? `: ${session.username}` : "";
  return <span className={session.state}>{`${STATES[session.state]}${name}`}</span>;
}

/** Why a browser may keep a page from calling. */
function Unreachable() {
  const isPlain = BASE.startsWith("http:");
  if (location.protocol !== "https:" || !isPlain) return null;
  return (
    <p>
      This page is on https and {BASE} is not: only 127.0.0.1 and localhost may be called so, and the
      browser may first ask for access to the local network.
    </p>
  );
}
