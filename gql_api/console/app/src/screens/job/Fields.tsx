// The filled form beside what was said: asked, chosen, why, and what was assumed.
import { useShop } from "../../api/context";
import { PrepareDocument, type JobPartsFragment, type ResultPartsFragment } from "../../api/generated";
import { useSpeech } from "../../i18n";
import { Badge, Trouble } from "../../parts/basics";
import { asInput, ofListing } from "../sell/draft";
import { useCall } from "./Acts";

const WITHOUT = "none";

type Report = ResultPartsFragment["fields"][number];

export function useFieldName(): (name: string) => string {
  const { say, has } = useSpeech();
  return (name) => {
    const key = `field.${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
    return has(key) ? say(key) : name.replaceAll("_", " ");
  };
}

/** The answer that goes on without one has the site's words, or none: then those of the service. */
export function labelOf({ optionId, label, reason }: { optionId: string; label: string; reason: string }): string {
  return optionId === WITHOUT && label === WITHOUT ? reason : label;
}

export function Fields({ job, again }: { job: JobPartsFragment; again(): void }) {
  const { say } = useSpeech();
  const fields = job.result?.fields ?? [];
  if (!fields.length) return null;
  return (
    <section className="card" aria-labelledby="fields-title">
      <div className="card-head">
        <h2 id="fields-title">{say("fields.title")}</h2>
      </div>
      <ul className="reports">
        {fields.map((report) => <Filled key={report.name} report={report} job={job} again={again} />)}
      </ul>
    </section>
  );
}

function Filled({ report, job, again }: { report: Report; job: JobPartsFragment; again(): void }) {
  const { say, share, has } = useSpeech();
  const named = useFieldName();
  // An answer is an option's id, which says nothing to a person: what was pressed is its label.
  const asked = report.asked !== null && report.asked === report.optionId ? report.chosen : report.asked;
  return (
    <li className="report">
      <div className="report-name">
        <h3>{named(report.name)}</h3>
        {report.assumed && <Badge tone="warn">{say("assumed")}</Badge>}
      </div>
      <div className="report-words">
        <p className="asked"><span className="tag">{say("asked")}</span> {asked ? <q>{asked}</q> : <span className="muted">{say("nothing")}</span>}</p>
        <p className="chosen"><span className="tag">{say("chosen")}</span> {report.chosen ?? <span className="muted">{say("nothing")}</span>}</p>
        <p className="why small muted">
          {report.reason}{report.chosen !== null && <> · {say("sure", { share: share(report.score) })}</>}
          {report.evidence.map((each) => {
            const key = `source.${each.source}`;
            return <span key={each.source + each.words}> · {has(key) ? say(key) : each.source}{say("colon")} <q>{each.words}</q></span>;
          })}
        </p>
        {report.alternatives.length > 0 && job.kind === "PREPARE" && job.state === "AWAITING_CONFIRMATION" && (
          <Instead report={report} job={job} again={again} />
        )}
      </div>
    </li>
  );
}

/** The next best options: one press corrects the preparation. */
function Instead({ report, job, again }: { report: Report; job: JobPartsFragment; again(): void }) {
  const { api } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  const choose = (value: string): void =>
    call(async () => {
      const draft = ofListing(job.listing, job.market, job.dryRun);
      const answers = [...draft.answers.filter(({ field }) => field !== report.name), { field: report.name, value }];
      await api.change(PrepareDocument, { input: asInput({ ...draft, answers }, job.account, job.id) });
      again();
    });
  return (
    <details className="instead">
      <summary>{say("instead")}</summary>
      <div className="candidates">
        {report.alternatives.map((each) => (
          <button key={each.optionId} type="button" className="candidate" aria-disabled={busy || undefined}
            onClick={() => !busy && choose(each.optionId)}>
            <span>{labelOf(each)}</span>
            {each.parents.length > 0 && <span className="path">{each.parents.join(" › ")}</span>}
          </button>
        ))}
      </div>
      {refused && <Trouble refused={refused} />}
    </details>
  );
}
