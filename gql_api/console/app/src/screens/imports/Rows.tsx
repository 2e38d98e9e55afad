// The rows of an import with where each stands, and the press that leaves one out or lets it begin.
import { useRef, useState } from "react";

import { useShop } from "../../api/context";
import { ApproveImportRowsDocument, SkipImportRowsDocument, type ImportPartsFragment } from "../../api/generated";
import { useSpeech } from "../../i18n";
import { Badge, Button, Icon, Trouble } from "../../parts/basics";
import { useCall } from "../job/Acts";
import { Problems } from "./Problems";
import { address, GROUP, GROUPS, TONES, type Group, type Row } from "./stages";

interface Props {
  readonly imported: ImportPartsFragment;
  take(imported: ImportPartsFragment): void;
}

export function Rows({ imported, take }: Props) {
  const { say } = useSpeech();
  const [kept, setKept] = useState<Group | "all">("all");
  const numbers = (group: Group): number => imported.rows.filter(({ stage }) => GROUP[stage] === group).length;
  const shown = imported.rows.filter(({ stage }) => kept === "all" || GROUP[stage] === kept);
  return (
    <section aria-labelledby="rows-title" className="import-rows">
      <h2 id="rows-title">{say("import.rows")}</h2>
      <div className="filters" role="group" aria-label={say("history.show")}>
        <Chip chosen={kept === "all"} choose={() => setKept("all")}>{`${say("history.all")} ${imported.rows.length}`}</Chip>
        {GROUPS.filter((group) => kept === group || numbers(group) > 0).map((group) => (
          <Chip key={group} chosen={kept === group} choose={() => setKept(group)}>{`${say(`group.${group}`)} ${numbers(group)}`}</Chip>
        ))}
      </div>
      {shown.length === 0 && <p className="empty">{say("import.none")}</p>}
      <ul className="rows">{shown.map((row) => <One key={row.id} row={row} imported={imported} take={take} />)}</ul>
    </section>
  );
}

function Chip({ chosen, choose, children }: { chosen: boolean; choose(): void; children: string }) {
  return <button type="button" className="chip" aria-pressed={chosen} onClick={choose}>{children}</button>;
}

function One({ row, imported, take }: Props & { row: Row }) {
  const { say, money } = useSpeech();
  const place = useRef<HTMLLIElement>(null);
  const leads = address(imported.id, row);
  const title = row.listing?.title ?? say("import.line", { line: row.line });
  const photo = row.listing?.photos[0];
  return (
    <li className="row" ref={place} tabIndex={-1}>
      <span className="thumb">{photo ? <img src={photo.url} alt="" loading="lazy" /> : <Icon name={row.stage === "BAD" ? "warn" : "hanger"} />}</span>
      <div className="row-words">
        {leads ? <a className="row-title" href={leads}>{title}</a> : <span className="row-title">{title}</span>}
        <p className="small muted">
          {row.listing && <>{say("import.line", { line: row.line })} · {money(row.listing.price)}</>}
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
  const result = row.job?.result;
  if (row.stage === "WAITING" && row.plannedAt && Date.parse(row.plannedAt) > Date.now()) return <> · <time dateTime={row.plannedAt}>{say("import.from", { when: moment(row.plannedAt) })}</time></>;
  if (row.stage === "PREPARED" && result?.expiresAt) return <> · {say("yes.until", { when: moment(result.expiresAt) })}</>;
  if (row.stage !== "ATTENTION") return null;
  const why = result?.problem?.message ?? (result?.outcome && say(`outcome.${result.outcome}`));
  return why && <> · {why}</>;
}

function Decide({ row, title, id, take }: { row: Row; title: string; id: string; take(imported: ImportPartsFragment): void }) {
  const { api } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  if (row.stage === "BAD" || row.stage === "CLICKED") return null;
  const input = { id, lines: [row.line] };
  const left = GROUP[row.stage] === "over";
  return (
    <div className="row-links">
      {(left || row.stage === "HELD") && (
        <Button look="bare" busy={busy} aria-label={say(left ? "import.anew.of" : "import.begin.of", { title })}
          onClick={() => call(async () => take((await api.change(ApproveImportRowsDocument, { input })).imported))}>{say(left ? "import.anew" : "import.begin")}</Button>
      )}
      {!left && (
        <Button look="bare" busy={busy} aria-label={say("import.skip.of", { title })}
          onClick={() => call(async () => take((await api.change(SkipImportRowsDocument, { input })).imported))}>{say("import.skip")}</Button>
      )}
      {refused && <Trouble refused={refused} />}
    </div>
  );
}
