// The rows of an import with where each stands, and the press that leaves one out or lets it begin.
import { useCallback, useEffect, useRef, useState } from "react";

import { useShop } from "../../api/context";
import { ApproveImportRowsDocument, SkipImportRowsDocument } from "../../api/generated";
import type { Refused } from "../../api/refused";
import type { FollowedImport, Known, Row, Shown } from "../../api/useImport";
import { useSpeech } from "../../i18n";
import { asRefused, Badge, Button, Icon, Trouble } from "../../parts/basics";
import { useCall } from "../job/Acts";
import { Problems } from "./Problems";
import { address, GROUP, GROUPS, isUnknown, numbersOf, stagesOf, TONES, yesOf, type Group } from "./stages";

interface Props {
  readonly shown: Shown;
  take: FollowedImport["take"];
}

export function Rows({ shown, take, read }: Props & Pick<FollowedImport, "read">) {
  const { say } = useSpeech();
  const [kept, setKept] = useState<Group | "all">("all");
  const { known, refused, more } = usePages(kept, read);
  const numbers = numbersOf(shown.imported);
  const all = [...numbers.values()].reduce((sum, number) => sum + number, 0);
  // What has come to this list meanwhile stands where its line does; behind the pages it waits for its page.
  const listed = [...shown.rows.values()]
    .filter(({ stage, line }) => (kept === "all" || GROUP[stage] === kept) && known && (!known.more || line <= known.to))
    .toSorted((one, other) => one.line - other.line);
  return (
    <section aria-labelledby="rows-title" className="import-rows">
      <h2 id="rows-title">{say("import.rows")}</h2>
      <div className="filters" role="group" aria-label={say("history.show")}>
        <Chip chosen={kept === "all"} choose={() => setKept("all")}>{`${say("history.all")} ${all}`}</Chip>
        {GROUPS.filter((group) => kept === group || numbers.has(group)).map((group) => (
          <Chip key={group} chosen={kept === group} choose={() => setKept(group)}>{`${say(`group.${group}`)} ${numbers.get(group) ?? 0}`}</Chip>
        ))}
      </div>
      {known && listed.length === 0 && <p className="empty">{say("import.none")}</p>}
      <ul className="rows">{listed.map((row) => <One key={row.id} row={row} shown={shown} take={take} />)}</ul>
      {refused && <Trouble refused={refused} />}
      {(known?.more || refused) && <div className="acts middle"><Button onClick={more}>{say("import.more")}</Button></div>}
    </section>
  );
}

/** How far the rows of a list are read; those of the other lists stay known. */
function usePages(kept: Group | "all", read: FollowedImport["read"]) {
  const [pages, setPages] = useState<ReadonlyMap<string, Known>>(new Map());
  const [refused, setRefused] = useState<Refused | null>(null);
  const known = pages.get(kept);
  const turn = useCallback(
    (after: number): void => {
      setRefused(null);
      read(kept === "all" ? {} : { stages: stagesOf(kept) }, after).then(
        (page) => setPages((before) => new Map(before).set(kept, page)),
        (error: unknown) => setRefused(asRefused(error)),
      );
    },
    [kept, read],
  );
  const isNew = known === undefined;
  useEffect(() => {
    if (isNew) turn(0);
  }, [isNew, turn]);
  return { known, refused, more: () => turn(known?.to ?? 0) };
}

function Chip({ chosen, choose, children }: { chosen: boolean; choose(): void; children: string }) {
  return <button type="button" className="chip" aria-pressed={chosen} onClick={choose}>{children}</button>;
}

function One({ row, shown: { imported }, take }: Props & { row: Row }) {
  const { say, money } = useSpeech();
  const place = useRef<HTMLLIElement>(null);
  const leads = address(imported.id, row);
  const title = row.title ?? say("import.line", { line: row.line });
  const photo = row.listing?.photos[0];
  return (
    <li className="row" ref={place} tabIndex={-1}>
      <span className="thumb">{photo ? <img src={photo.url} alt="" loading="lazy" /> : <Icon name={row.stage === "BAD" ? "warn" : "hanger"} />}</span>
      <div className="row-words">
        {leads ? <a className="row-title" href={leads}>{title}</a> : <span className="row-title">{title}</span>}
        <p className="small muted">
          {row.title && say("import.line", { line: row.line })}{row.listing && <> · {money(row.listing.price)}</>}
          <When row={row} />
        </p>
        <Problems problems={row.problems} notes={row.notes} />
        <Decide row={row} title={title} id={imported.id} take={(known) => {
          take(known);
          place.current?.focus({ preventScroll: true }); // what was pressed is gone
        }} />
      </div>
      <Badge tone={TONES[row.stage]}>{say(`stage.${row.stage}`)}</Badge>
    </li>
  );
}

/** What more there is to say of its stage: from when, until when, or why. */
function When({ row }: { row: Row }) {
  const { say, moment } = useSpeech();
  if (row.stage === "WAITING" && row.plannedAt && Date.parse(row.plannedAt) > Date.now()) return <> · <time dateTime={row.plannedAt}>{say("import.from", { when: moment(row.plannedAt) })}</time></>;
  if (row.stage === "PREPARED" && row.job?.result?.expiresAt) return <> · {say("yes.until", { when: moment(row.job.result.expiresAt) })}</>;
  if (row.stage !== "ATTENTION") return null;
  const result = (yesOf(row) ?? row.job)?.result;
  const why = result?.problem?.message ?? (result?.outcome && say(`outcome.${result.outcome}`));
  return why && <> · {why}</>;
}

function Decide({ row, title, id, take }: { row: Row; title: string; id: string; take: FollowedImport["take"] }) {
  const { api } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  if (["BAD", "CLICKED", "PUBLISHING"].includes(row.stage) || isUnknown(row)) return null;
  const lines = [row.line];
  const input = { id, lines };
  const left = GROUP[row.stage] === "over";
  return (
    <div className="row-links">
      {(left || row.stage === "HELD") && (
        <Button look="bare" busy={busy} aria-label={say(left ? "import.anew.of" : "import.begin.of", { title })}
          onClick={() => call(async () => take((await api.change(ApproveImportRowsDocument, { input, lines })).imported))}>{say(left ? "import.anew" : "import.begin")}</Button>
      )}
      {!left && (
        <Button look="bare" busy={busy} aria-label={say("import.skip.of", { title })}
          onClick={() => call(async () => take((await api.change(SkipImportRowsDocument, { input, lines })).imported))}>{say("import.skip")}</Button>
      )}
      {refused && <Trouble refused={refused} />}
    </div>
  );
}
