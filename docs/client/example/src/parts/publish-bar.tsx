import { useRef, useState } from "react";
import type { Job } from "../lib/answers";
import { useDesk } from "../state/desk";
import { PublishDialog, type PublishDialogHandle } from "./publish-dialog";

export function PublishBar({ job }: { job: Job }) {
  const { busy, editing, publish } = useDesk();
  const [really, setReally] = useState(false);
  const dialog = useRef<PublishDialogHandle>(null);

  // The token is about the listing as it was prepared, not about what is being changed.
  const disabled = busy || editing || !job.confirm_token;

  function press() {
    if (really) dialog.current?.open();
    else publish(true);
  }

  return (
    <div className="publish">
      <button type="button" className="main" onClick={press} disabled={disabled}>
        Publish (opt-in)
      </button>
      <label className="choice">
        <input type="checkbox" checked={really} onChange={(event) => setReally(event.target.checked)} />
        Really publish
      </label>
      {!really && <span className="small">Dry run: nothing is published.</span>}
      <PublishDialog ref={dialog} job={job} onYes={() => publish(false)} />
    </div>
  );
}
