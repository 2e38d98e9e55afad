import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from "react";
import type { Session } from "../lib/answers";
import { checkSession } from "../lib/api";
import { troubleOf, type Trouble } from "../lib/trouble";

type Connection = {
  session: Session | null;
  trouble: Trouble | null;
  checking: boolean;
  check: () => Promise<void>;
  setSession: (session: Session) => void;
};

const ConnectionContext = createContext<Connection | null>(null);

export function ConnectionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [checking, setChecking] = useState(false);

  const check = useCallback(async (signal?: AbortSignal) => {
    setChecking(true);
    try {
      setSession(await checkSession(signal));
      setTrouble(null);
    } catch (error) {
      if (signal?.aborted) return;
      setSession(null);
      setTrouble(troubleOf(error));
    }
    setChecking(false);
  }, []);

  useEffect(() => {
    const control = new AbortController();
    void check(control.signal);
    return () => control.abort();
  }, [check]);

  const connection = useMemo(
    () => ({ session, trouble, checking, check: () => check(), setSession }),
    [session, trouble, checking, check],
  );
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error("ConnectionProvider is missing.");
  return connection;
}
