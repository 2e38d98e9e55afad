/** The yes: a dry run unless the box is ticked and the dialog is answered. One press is sent once. */
import { useRef, useState } from "react";

import type { Job } from "../lib/answers";

interface Props {
  job: Job;
  photos: number;
  busy: boolean;
  onPublish: (dryRun: boolean) => void;
}

export function Publish({ job, photos, busy, onPublish }: Props) {
  const [isReal, setReal] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const { title, price, currency } = job.listing;
  function yes() {
    dialog.current?.close();
    setReal(false);
    onPublish(false);
  }
  return (
    <section>
      {job.draft_context?.expires_at && <p>Good until {new Date(job.draft_context.expires_at).toLocaleTimeString()}.</p>}
      <label className="row">
        <input type="checkbox" checked={isReal} onChange={(event) => setReal(event.target.checked)} />
        Really publish
      </label>
      <button disabled={busy || !job.confirm_token} onClick={() => (isReal ? dialog.current?.showModal() : onPublish(true))}>
        Publish (opt-in)
      </button>
      <dialog ref={dialog}>
        <p>
          {title}, {price} {currency}, {photos} photos, account {job.account}
        </p>
        <button onClick={yes}>Yes, publish</button> <button onClick={() => dialog.current?.close()}>No</button>
      </dialog>
    </section>
  );
}
