import { useRef } from "react";
import type { Job } from "../lib/answers";
import { outcomeSentence } from "../lib/outcomes";
import { reveal } from "../lib/reveal";
import { useDesk } from "../state/desk";
import { JobPicture } from "./job-picture";
import { ManualSteps } from "./manual-steps";
import { PublishDialog, type PublishDialogHandle } from "./publish-dialog";
import { ResolveButtons } from "./resolve-buttons";
import { Warnings } from "./warnings";

export function PublishedView({ job }: { job: Job }) {
  const { prepared, busy, prepare, publish } = useDesk();
  const dialog = useRef<PublishDialogHandle>(null);
  const formChanged = job.outcome === "not_ready" && job.reason === "form_changed";

  function again() {
    if (job.dry_run) publish(true);
    else dialog.current?.open();
  }

  return (
    <section className="note" aria-label="Result" ref={reveal}>
      <h2>{job.dry_run ? "Dry run" : "Publish"}</h2>
      <p className="outcome" role="status">
        {outcomeSentence(job)}
      </p>
      {job.listing_url && <a href={job.listing_url}>{job.listing_url}</a>}
      {job.outcome === "duplicated" && <Duplicates urls={job.listing_urls ?? []} />}
      <Warnings warnings={job.warnings} />
      {formChanged && (
        <button type="button" onClick={() => prepare()} disabled={busy}>
          Prepare again
        </button>
      )}
      {job.outcome === "needs_manual" && (
        <>
          <ManualSteps
            job={job}
            againText="Try again with the same token"
            onAgain={prepared?.confirm_token ? again : null}
          />
          <JobPicture job={job} />
          {prepared && <PublishDialog ref={dialog} job={prepared} onYes={() => publish(false)} />}
        </>
      )}
      {job.outcome === "outcome_unknown" && job.reason !== "not_there_by_person" && <UnknownOutcome job={job} />}
    </section>
  );
}

function Duplicates({ urls }: { urls: string[] }) {
  return (
    <>
      <p>Keep one:</p>
      <ul>
        {urls.map((url) => (
          <li key={url}>
            <a href={url}>{url}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function UnknownOutcome({ job }: { job: Job }) {
  return (
    <>
      {job.reason === "not_seen_yet" ? (
        <p>Fripier goes on looking, until ten minutes after the click.</p>
      ) : (
        <p>
          Look at your listings on <a href="https://www.vinted.fr">Vinted</a>.
        </p>
      )}
      <JobPicture job={job} />
      <ResolveButtons jobId={job.job_id} />
    </>
  );
}
