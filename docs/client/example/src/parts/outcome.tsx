/** What a job came to, with the one next act. */
import { useState } from "react";

import type { Job } from "../lib/answers";
import { resolve, resume } from "../lib/api";
import { errorWords, outcomeWords } from "../lib/words";

interface Props {
  job: Job;
  onJob: (job: Job) => void;
  onAgain: () => void;
}

export function OutcomeOf({ job, onJob, onAgain }: Props) {
  if (!job.outcome) return <p role="alert">{failed(job)}</p>;
  return (
    <section aria-live="polite">
      <h2>{outcomeWords(job.outcome, job.reason)}</h2>
      {job.listing_url && <a href={job.listing_url}>Open the listing</a>}
      {job.outcome === "duplicated" && job.listing_urls?.map((each) => <a key={each} href={each}>{each}</a>)}
      {job.obstacle?.heading && <p>{job.obstacle.heading}</p>}
      {job.retry_at && <p>Try again at {new Date(job.retry_at).toLocaleTimeString()}.</p>}
      {job.warnings.map((each) => <p key={each}>{each}</p>)}
      {job.outcome === "needs_manual" && <Manual onAgain={job.kind === "publish" ? onAgain : null} />}
      {job.outcome === "outcome_unknown" && job.reason !== "not_there_by_person" && <Unknown job={job} onJob={onJob} />}
      {job.picture_url && <img className="form" src={job.picture_url} alt="What the page showed" />}
    </section>
  );
}

function failed({ state, problem }: Job): string {
  if (state === "cancelled") return "Cancelled.";
  if (state === "expired") return "The time is up.";
  return problem ? `${problem.detail} (${problem.code})` : state;
}

function Manual({ onAgain }: { onAgain: (() => void) | null }) {
  const [said, setSaid] = useState("");
  return (
    <>
      <a href="https://www.vinted.fr">Open vinted.fr</a>
      <button onClick={() => void resume().then(() => setSaid("It is solved."), (fault) => setSaid(errorWords(fault)))}>
        It is solved
      </button>
      <p aria-live="polite">{said}</p>
      {onAgain && <button onClick={onAgain}>Try again with the same token</button>}
    </>
  );
}

function Unknown({ job, onJob }: { job: Job; onJob: (job: Job) => void }) {
  const [address, setAddress] = useState("");
  const [fault, setFault] = useState<unknown>(null);
  const settle = (found: Parameters<typeof resolve>[1]) => void resolve(job.job_id, found).then(onJob, setFault);
  return (
    <>
      <label>
        Its address
        <input type="url" value={address} onChange={(event) => setAddress(event.target.value)} />
      </label>
      <button disabled={!address} onClick={() => settle({ there: true, address })}>It is there</button>
      <button onClick={() => settle({ not_there: true })}>It is not there</button>
      {fault !== null && <p role="alert">{errorWords(fault)}</p>}
    </>
  );
}
