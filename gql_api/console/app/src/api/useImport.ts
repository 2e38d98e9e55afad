// An import as it stands, told anew whenever a row is at another stage. What was missed while the line
// was cut, or changed on another device, is read again.
import { useCallback, useEffect, useRef, useState } from "react";

import { useShop } from "./context";
import { FollowedImportDocument, ImportProgressDocument, type ImportPartsFragment } from "./generated";
import { NO_ANSWER, Refused } from "./refused";

const LONGEST_PAUSE_SECONDS = 15;

export interface FollowedImport {
  readonly imported: ImportPartsFragment | null | undefined;
  readonly cut: boolean;
  readonly refused: Refused | null;
  /** Takes what a call has answered of it. */
  take(imported: ImportPartsFragment): void;
  again(): void;
}

export function useImport(id: string): FollowedImport {
  const { api } = useShop();
  const [imported, setImported] = useState<ImportPartsFragment | null>();
  const [cut, setCut] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const begin = useRef<() => void>(() => undefined);

  useEffect(() => {
    let over = false;
    let failures = 0;
    let turn = 0;
    let leave = (): void => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const lost = (): void => {
      setCut(true);
      failures += 1;
      clearTimeout(timer);
      timer = setTimeout(() => void load(), Math.min(2 ** failures / 2, LONGEST_PAUSE_SECONDS) * 1000);
    };
    const follow = (): void => {
      let ended = false;
      let whole = false;
      const stop = api.listen(
        ImportProgressDocument,
        { id },
        ({ importProgress }) => {
          if (ended) return;
          failures = 0;
          setCut(false);
          whole = importProgress.isOver;
          setImported(importProgress);
        },
        (broken) => {
          if (ended) return;
          ended = true;
          if (broken || !whole) lost(); // a service that stops ends it early
        },
      );
      leave = () => {
        ended = true;
        stop();
      };
    };
    const load = async (): Promise<void> => {
      clearTimeout(timer);
      leave();
      const mine = ++turn;
      try {
        const { import: read } = await api.ask(FollowedImportDocument, { id });
        if (over || mine !== turn) return;
        setImported(read);
        setRefused(null);
        if (read && !read.isOver) follow();
        else setCut(false);
      } catch (error) {
        if (over || mine !== turn) return;
        if (error instanceof Refused && error.code !== NO_ANSWER) setRefused(error);
        else lost();
      }
    };
    const seen = (): void => {
      if (document.visibilityState === "visible") void load();
    };

    setImported(undefined);
    begin.current = () => void load();
    void load();
    window.addEventListener("online", seen);
    document.addEventListener("visibilitychange", seen);
    return () => {
      over = true;
      clearTimeout(timer);
      leave();
      window.removeEventListener("online", seen);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [api, id]);

  const again = useCallback(() => begin.current(), []);
  const take = useCallback((known: ImportPartsFragment) => {
    setImported(known);
    begin.current(); // one that was over may go on again, and is followed anew
  }, []);
  return { imported, cut, refused, take, again };
}
