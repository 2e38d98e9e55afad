import { useImperativeHandle, useRef, type Ref } from "react";
import type { Job } from "../lib/answers";

export type PublishDialogHandle = { open: () => void };

type Props = { ref: Ref<PublishDialogHandle>; job: Job; onYes: () => void };

export function PublishDialog({ ref, job, onYes }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useImperativeHandle(ref, () => ({ open: () => dialog.current?.showModal() }), []);
  const { listing } = job;

  function yes() {
    dialog.current?.close();
    onYes();
  }

  return (
    <dialog ref={dialog} aria-labelledby="publish-dialog">
      <h2 id="publish-dialog">Publish this listing for real?</h2>
      <dl>
        <dt>Title</dt>
        <dd>{listing.title}</dd>
        <dt>Price</dt>
        <dd>
          {listing.price} {listing.currency}
        </dd>
        <dt>Photos</dt>
        <dd>{listing.photos.length}</dd>
        <dt>Account</dt>
        <dd>{job.username ?? job.account}</dd>
      </dl>
      <div className="buttons">
        <button type="button" onClick={() => dialog.current?.close()}>
          Cancel
        </button>
        <button type="button" className="main" onClick={yes}>
          Yes, publish
        </button>
      </div>
    </dialog>
  );
}
