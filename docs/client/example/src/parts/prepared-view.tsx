import type { Job } from "../lib/answers";
import { moment } from "../lib/moments";
import { outcomeSentence } from "../lib/outcomes";
import { useDesk } from "../state/desk";
import { FieldsTable } from "./fields-table";
import { JobPicture } from "./job-picture";
import { ManualSteps } from "./manual-steps";
import { PublishBar } from "./publish-bar";
import { Questions } from "./questions";
import { Warnings } from "./warnings";

export function PreparedView({ job }: { job: Job }) {
  const { busy, editing, edit, prepare } = useDesk();
  const context = job.draft_context;
  const questions = job.outcome === "not_ready" ? (context?.questions ?? []) : [];
  const ends = job.confirm_token ? context?.expires_at : null;
  return (
    <section aria-label="Preparation">
      <h2>Preparation</h2>
      <p className="outcome" role="status">
        {outcomeSentence(job)}
      </p>
      {job.outcome === "needs_manual" && (
        <ManualSteps job={job} againText="Prepare again" onAgain={() => prepare()} />
      )}
      <JobPicture job={job} />
      <Warnings warnings={[...job.warnings, ...(context?.warnings ?? [])]} />
      {context && context.fields.length > 0 && <FieldsTable fields={context.fields} />}
      {questions.length > 0 && <Questions key={job.revision} jobId={job.job_id} questions={questions} />}
      {ends && <p>The token ends at {moment(ends)}.</p>}
      {!editing && (
        <button type="button" onClick={edit} disabled={busy}>
          Correct
        </button>
      )}
      <PublishBar key={job.confirm_token} job={job} />
    </section>
  );
}
