// An import as it stands, with the rows that were looked at so far. What changes is told as it happens; what
// was missed while the line was cut, or changed on another device, is told from the last number on.
import { useCallback, useEffect, useRef, useState } from "react";

import { useShop } from "./context";
import {
  FollowedImportDocument,
  ImportProgressDocument,
  ImportRowsDocument,
  type ImportPartsFragment,
  type ImportRowPartsFragment,
  type ImportRowsPartsFragment,
  type ImportStage,
} from "./generated";
import { NO_ANSWER, Refused } from "./refused";

const LONGEST_PAUSE_SECONDS = 15;
/** Rows that are read at once. */
export const PAGE = 50;

export type Row = ImportRowPartsFragment;

/** The import and every row of it that is known here, by its line. */
export interface Shown {
  readonly imported: ImportPartsFragment;
  readonly rows: ReadonlyMap<number, Row>;
}

/** What a call has answered of an import. */
export type Answered = ImportPartsFragment & { readonly rows?: ImportRowsPartsFragment };

/** How far the rows of a list are known, by their lines. */
export interface Known {
  readonly to: number;
  readonly more: boolean;
}

export interface FollowedImport {
  readonly shown: Shown | null | undefined;
  readonly cut: boolean;
  readonly refused: Refused | null;
  take(answered: Answered): void;
  /** Reads rows at these stages, or of these lines, behind a line. */
  read(which: { readonly stages?: readonly ImportStage[]; readonly lines?: readonly number[] }, after: number): Promise<Known>;
  again(): void;
}

/** With the rows at the stages `yours`, which are read at once. */
export function useImport(id: string, yours: readonly ImportStage[]): FollowedImport {
  const { api } = useShop();
  const [shown, setShown] = useState<Shown | null>();
  const [cut, setCut] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const begin = useRef<() => void>(() => undefined);

  const take = useCallback(({ rows, ...imported }: Answered) => {
    setShown((before) => merged(before, imported, nodes(rows)));
    begin.current(); // one that was over may go on again, and is followed anew
  }, []);

  useEffect(() => {
    let over = false;
    let failures = 0;
    let turn = 0;
    let seq: number | undefined; // the last change that was told: what came since is told when the line is back
    let leave = (): void => undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const lost = (): void => {
      setCut(true);
      failures += 1;
      clearTimeout(timer);
      timer = setTimeout(() => void load(), Math.min(2 ** failures / 2, LONGEST_PAUSE_SECONDS) * 1000);
    };
    const follow = (after: number): void => {
      let ended = false;
      let whole = false;
      const stop = api.listen(
        ImportProgressDocument,
        { id, after },
        ({ importProgress }) => {
          if (ended) return;
          failures = 0;
          setCut(false);
          seq = importProgress.seq;
          whole = importProgress.imported.isOver;
          setShown((before) => merged(before, importProgress.imported, importProgress.rows));
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
        const { import: read } = await api.ask(FollowedImportDocument, { id, yours: [...yours] });
        if (over || mine !== turn) return;
        setRefused(null);
        if (!read) return setShown(null);
        const { rows, ...imported } = read;
        setShown((before) => merged(before, imported, nodes(rows)));
        const known = seq ?? read.seq;
        if (!read.isOver || known < read.seq) follow(known);
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

    setShown(undefined);
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
  }, [api, id, yours]);

  const read = useCallback<FollowedImport["read"]>(
    async ({ stages = null, lines = null }, after) => {
      const asked = { id, first: PAGE, after: after ? String(after) : null, stages: stages && [...stages], lines: lines && [...lines] };
      const page = (await api.ask(ImportRowsDocument, asked)).import?.rows;
      setShown((before) => before && merged(before, before.imported, nodes(page)));
      return { to: Number(page?.pageInfo.endCursor ?? after), more: page?.pageInfo.hasNextPage ?? false };
    },
    [api, id],
  );
  const again = useCallback(() => begin.current(), []);
  return { shown, cut, refused, take, read, again };
}

function nodes(rows: ImportRowsPartsFragment | undefined): readonly Row[] {
  return rows?.edges.map(({ node }) => node) ?? [];
}

function merged(before: Shown | null | undefined, imported: ImportPartsFragment, rows: readonly Row[]): Shown {
  const known = new Map(before?.rows);
  for (const row of rows) known.set(row.line, row);
  return { imported, rows: known };
}
