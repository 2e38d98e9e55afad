import { otherErrors } from "../lib/form";
import { reveal } from "../lib/reveal";
import { asksToPrepareAgain } from "../lib/trouble";
import { History } from "../parts/history";
import { JobProgress } from "../parts/job-progress";
import { ListingFormView } from "../parts/listing-form";
import { PreparedView } from "../parts/prepared-view";
import { PublishedView } from "../parts/published-view";
import { ResolveButtons } from "../parts/resolve-buttons";
import { TroubleNote } from "../parts/trouble-note";
import { useConnection } from "../state/connection";
import { useDesk } from "../state/desk";

export function ListingsPage() {
  const { prepared, published, progress, trouble, errors, editing, busy, prepare, startNew } = useDesk();
  const connection = useConnection();
  const showForm = !progress && (editing || !(prepared || published || busy));
  const onTop = otherErrors(errors, prepared?.draft_context?.questions ?? []);
  return (
    <>
      <div className="heading">
        <h1>Listing</h1>
        <button type="button" onClick={startNew} disabled={busy}>
          New listing
        </button>
      </div>

      {trouble && !connection.trouble && (
        <section className="note bad" aria-label="Error" ref={reveal}>
          <TroubleNote trouble={trouble} inFields />
          {asksToPrepareAgain(trouble.code) && (
            <button type="button" onClick={() => prepare()} disabled={busy}>
              Prepare again
            </button>
          )}
          {trouble.code === "outcome_unknown" && trouble.jobId && <ResolveButtons jobId={trouble.jobId} />}
        </section>
      )}
      {onTop.length > 0 && (
        <ul className="note bad">
          {onTop.map((error) => (
            <li key={error.field}>
              {error.field}: {error.detail}
            </li>
          ))}
        </ul>
      )}

      {progress && <JobProgress progress={progress} />}
      {published && <PublishedView job={published} />}
      {showForm && <ListingFormView />}
      {prepared && <PreparedView job={prepared} />}
      <History />
    </>
  );
}
