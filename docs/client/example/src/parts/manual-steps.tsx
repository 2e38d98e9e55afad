import { useState } from "react";
import type { Job } from "../lib/answers";
import { moment } from "../lib/moments";
import { whatToDo } from "../lib/outcomes";
import { useConnection } from "../state/connection";
import { useDesk } from "../state/desk";
import { SolvedButton } from "./challenge";

type Props = { job: Job; againText: string; onAgain: (() => void) | null };

export function ManualSteps({ job, againText, onAgain }: Props) {
  const { busy } = useDesk();
  const { setSession } = useConnection();
  const [solved, setSolved] = useState(job.obstacle === null);
  const advice = whatToDo(job.reason);

  return (
    <>
      {job.obstacle?.heading && <p>{job.obstacle.heading}</p>}
      {advice && <p>{advice}</p>}
      {job.retry_at && <p>Try again at {moment(job.retry_at)}.</p>}
      <a href="https://www.vinted.fr">Open Vinted</a>
      <div className="buttons">
        {job.obstacle && (
          <SolvedButton
            disabled={busy}
            onSolved={(session) => {
              setSession(session);
              setSolved(true);
            }}
          />
        )}
        {onAgain && job.reason !== "more_photos_wanted" && (
          <button type="button" onClick={onAgain} disabled={!solved || busy}>
            {againText}
          </button>
        )}
      </div>
    </>
  );
}
