// One listing of an import after the other: each job's own page, with where it belongs and the next one.
import { useMemo } from "react";

import { useShop } from "../../api/context";
import { ApproveImportRowsDocument, SkipImportRowsDocument, type ImportPartsFragment } from "../../api/generated";
import { useImport, type FollowedImport } from "../../api/useImport";
import { useSpeech } from "../../i18n";
import { Badge, Button, Heading, Notice, Trouble, useAtRest } from "../../parts/basics";
import { go, to } from "../../routing";
import { useCall } from "../job/Acts";
import { Job } from "../job/Job";
import { PlaceContext, type Place } from "../job/place";
import { Correct } from "../sell/Sell";
import { address, following, forPerson, GROUP, TONES, type Row } from "./stages";

interface Props {
  readonly id: string;
  readonly line: number;
  readonly job: string;
  readonly correct: boolean;
}

export default function Listing({ id, line, job, correct }: Props) {
  const { imported: known, take } = useImport(id);
  const imported = useAtRest(known);
  const row = imported?.rows.find((each) => each.line === line);
  const after = imported && following(imported.rows, line);
  const next = after && address(id, after);
  const place = useMemo<Place>(
    () => ({
      job: (of) => to.listing(id, line, of),
      correct: (of) => `${to.listing(id, line, of)}/correct`,
      next: next ? { href: next, words: "import.next" } : { href: to.import(id), words: "import.back" },
    }),
    [id, line, next],
  );
  return (
    <PlaceContext value={place}>
      {imported && <Bar imported={imported} row={row} line={line} next={next ?? null} take={take} />}
      {row?.stage === "SKIPPED" ? <Skipped row={row} imported={imported} take={take} /> : correct ? <Correct key={job} id={job} /> : <Job key={job} id={job} />}
    </PlaceContext>
  );
}

function Bar({ imported, row, line, next, take }: {
  imported: ImportPartsFragment;
  row: Row | undefined;
  line: number;
  next: string | null;
  take: FollowedImport["take"];
}) {
  const { api } = useShop();
  const { say, count } = useSpeech();
  const { busy, refused, call } = useCall();
  const waits = forPerson(imported.rows).length;
  const skip = (): void =>
    call(async () => {
      take((await api.change(SkipImportRowsDocument, { input: { id: imported.id, lines: [line] } })).imported);
      go(next ?? to.import(imported.id));
    });
  return (
    <section className="walk card" aria-label={say("import.walk")}>
      <p className="walk-words">
        <a href={to.import(imported.id)}>{imported.name}</a> · {say("import.line", { line })} {row && <Badge tone={TONES[row.stage]}>{say(`stage.${row.stage}`)}</Badge>}
      </p>
      <p className="small muted" role="status">{waits ? say("import.yours.count", { listings: count("listings", waits) }) : say("import.yours.none")}</p>
      <div className="acts">
        {next && <a className="button quiet" href={next}>{say("import.next")}</a>}
        {row && GROUP[row.stage] !== "over" && <Button look="bare" busy={busy} onClick={skip}>{say("import.skip")}</Button>}
        {refused && <Trouble refused={refused} />}
      </div>
    </section>
  );
}

/** A listing that was left out has no job that goes on; it may be prepared after all. */
function Skipped({ row, imported, take }: { row: Row; imported: ImportPartsFragment | null | undefined; take: FollowedImport["take"] }) {
  const { api } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  const title = row.listing?.title ?? say("import.line", { line: row.line });
  if (!imported) return null;
  return (
    <>
      <Heading title={title}>{title}</Heading>
      <Notice title={say("stage.SKIPPED")}>
        <div className="acts">
          <Button busy={busy} onClick={() => call(async () => {
            take((await api.change(ApproveImportRowsDocument, { input: { id: imported.id, lines: [row.line] } })).imported);
            go(to.import(imported.id));
          })}>{say("import.anew")}</Button>
          {refused && <Trouble refused={refused} />}
        </div>
      </Notice>
    </>
  );
}
