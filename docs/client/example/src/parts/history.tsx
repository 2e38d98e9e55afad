import { useEffect, useState } from "react";
import type { Job } from "../lib/answers";
import { listJobs } from "../lib/api";
import { followJob, isActive } from "../lib/follow";
import { moment } from "../lib/moments";
import { outcomeSentence } from "../lib/outcomes";
import { troubleOf, type Trouble } from "../lib/trouble";
import { useConnection } from "../state/connection";
import { useDesk } from "../state/desk";
import { TroubleNote } from "./trouble-note";

export function History() {
  const { historyVersion } = useDesk();
  const connection = useConnection();
  const [jobs, setJobs] = useState<Job[] | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  useEffect(() => {
    const control = new AbortController();
    listJobs(control.signal).then(
      (answer) => {
        setJobs(answer.jobs.filter(({ kind }) => kind === "publish"));
        setTrouble(null);
      },
      (error: unknown) => {
        if (!control.signal.aborted) setTrouble(troubleOf(error));
      },
    );
    return () => control.abort();
  }, [historyVersion]);

  useEffect(() => {
    const control = new AbortController();
    for (const job of jobs?.filter(isActive) ?? []) {
      followJob(job.job_id, job.last_seq, () => undefined, control.signal).then(
        (ended) => setJobs((rows) => rows && rows.map((row) => (row.job_id === ended.job_id ? ended : row))),
        (error: unknown) => {
          if (!control.signal.aborted) setTrouble(troubleOf(error));
        },
      );
    }
    return () => control.abort();
  }, [jobs]);

  return (
    <section aria-label="History">
      <h2>History</h2>
      {trouble && !connection.trouble && <TroubleNote trouble={trouble} />}
      {jobs?.length === 0 && <p>Nothing yet.</p>}
      <ul className="history">
        {jobs?.map((job) => (
          <li key={job.job_id}>
            <HistoryRow job={job} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function HistoryRow({ job }: { job: Job }) {
  const at = job.updated_at ?? job.created_at;
  return (
    <>
      {at && <time dateTime={at}>{moment(at)}</time>}
      <span className="label">{job.dry_run ? "Dry run" : "Publish"}</span>
      <strong>{job.listing.title}</strong>
      <span>{outcomeSentence(job)}</span>
      {job.listing_url && <a href={job.listing_url}>{job.listing_url}</a>}
    </>
  );
}
