import { useState } from "react";
import { resumeAccount } from "../lib/api";
import { troubleOf, type Trouble } from "../lib/trouble";
import { useConnection } from "../state/connection";
import { TroubleNote } from "./trouble-note";

/** What Vinted asks for instead of taking the session, and the button that says that it is done. */
export function Challenge() {
  const { session, setSession } = useConnection();
  if (session?.state !== "challenged") return null;
  return (
    <section className="note" aria-label="Vinted asks for a verification">
      {session.obstacle?.heading && <p>{session.obstacle.heading}</p>}
      {session.picture_url && <img className="picture" src={session.picture_url} alt="What Vinted shows" />}
      <a href="https://www.vinted.fr">Open Vinted</a>
      <SolvedButton onSolved={setSession} />
    </section>
  );
}

type Session = Awaited<ReturnType<typeof resumeAccount>>;

export function SolvedButton({ onSolved, disabled }: { onSolved: (session: Session) => void; disabled?: boolean }) {
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function solve() {
    setAsking(true);
    setTrouble(null);
    try {
      onSolved(await resumeAccount());
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setAsking(false);
  }

  return (
    <>
      {trouble && <TroubleNote trouble={trouble} />}
      <button type="button" onClick={() => void solve()} disabled={asking || disabled}>
        It is solved
      </button>
    </>
  );
}
